import { type Count, sumOfCounts } from "../../census/count.js";
import { RateLimitError } from "../../census/errors.js";
import type { Asking, Counted, Outcome, Rest } from "../../census/outcome.js";
import { OTHER_FORM } from "./api-answer.js";
import type { ApiSearch } from "./api-search.js";
import { type Asked, type AskOptions, askSearch } from "./ask-search.js";

/** GitHub answers 9 code searches a minute. Source: its page on the REST search */
const PAUSE_MS = 7_000;
/** A longer rest between two searches of one query is the collector's to wait for, which shows it and may stop. */
const LONGEST_PAUSE_MS = 90_000;

/** How the searches of one query ended, before it is known what they cost. */
export type Reading = DistributiveOmit<Outcome, keyof Asking>;

type DistributiveOmit<Whole, Keys extends PropertyKey> = Whole extends unknown ? Omit<Whole, Keys> : never;

/**
 * Asks the searches of one query after each other and adds their counts up; the first that gives none ends it.
 *
 * Errors: RateLimitError where the service asks to wait; AbortError
 */
export async function countSearches(searches: readonly ApiSearch[], options: AskOptions): Promise<Reading> {
  const counts: Count[] = [];
  let rest: Rest | undefined;
  for (const { address } of searches) {
    if (rest?.toldMs !== undefined && rest.toldMs > LONGEST_PAUSE_MS) throw new RateLimitError(rest);
    if (counts.length > 0) await options.clock.sleep(Math.max(PAUSE_MS, rest?.toldMs ?? 0), options.signal);
    const asked = await askSearch(address, options);
    if (asked.reply.kind !== "counted") return withPage(asked.reply, asked.page);
    counts.push(asked.reply.count);
    rest = asked.rest;
  }
  // Beyond this no sum is exact.
  if (!Number.isSafeInteger(sumOfCounts(counts).value)) return { kind: "unreadable", reason: OTHER_FORM };
  return counted(counts, rest);
}

function withPage(reply: Exclude<Asked["reply"], { kind: "counted" }>, page: Asked["page"]): Reading {
  return page ? { ...reply, page } : reply;
}

function counted(counts: readonly Count[], rest: Rest | undefined): Omit<Counted, keyof Asking> {
  const count = sumOfCounts(counts);
  const remarks = [
    ...(counts.length > 1 ? [`The sum of ${counts.length} searches, one for each extension.`] : []),
    ...(count.reading === "at least"
      ? ["GitHub stopped searching before the end: there may be more files."]
      : []),
  ];
  return { kind: "counted", count, readFrom: ["API answer"], remarks, ...(rest && { rest }) };
}
