import { exactCount } from "../../src/census/count.js";
import type { CountSource, SearchedQuery } from "../../src/census/count-source.js";
import { RateLimitError } from "../../src/census/errors.js";
import type {
  Blocked,
  Counted,
  Failed,
  NotGiven,
  Outcome,
  Rest,
  Unreadable,
} from "../../src/census/outcome.js";
import type { MiningQuery } from "../../src/census/query.js";
import type { FakeClock } from "./fake-clock.js";

/** What a source answers once: an outcome without what every asking has, a rest, an error, or what a function gives. */
export type Answer =
  | Fields<Counted>
  | Fields<NotGiven>
  | Fields<Failed>
  | Fields<Blocked>
  | Fields<Unreadable>
  | { readonly kind: "rest"; readonly rest: Rest }
  | { readonly kind: "throws"; readonly error: Error };

type Fields<Kind extends Outcome> = Omit<Kind, keyof import("../../src/census/outcome.js").Asking>;

export const counted = (value: number, more: Partial<Fields<Counted>> = {}): Answer => ({
  kind: "counted",
  count: exactCount(value),
  readFrom: ["page data"],
  remarks: [],
  ...more,
});
export const notGiven = (reason: string, more: Partial<Fields<NotGiven>> = {}): Answer => ({
  kind: "not given",
  reason,
  ...more,
});
export const failed = (reason: string, mayHelpToAskAgain = true): Answer => ({
  kind: "failed",
  reason,
  mayHelpToAskAgain,
});
export const rest = (toldMs?: number): Answer => ({
  kind: "rest",
  rest: { reason: "too many requests", ...(toldMs !== undefined && { toldMs }) },
});
export const throws = (error: Error): Answer => ({ kind: "throws", error });

/** A source that answers each query with the next of its answers, the last of them for ever. */
export interface FakeSource extends CountSource {
  readonly asked: string[];
  closed: number;
  /** Called at each asking, before it is answered. */
  onAsked?: (query: SearchedQuery, asked: number) => void;
}

export function fakeSource(
  clock: FakeClock,
  answers: Readonly<Record<string, readonly Answer[]>>,
  more: Partial<CountSource> = {},
): FakeSource {
  const textOf = ({ query, extensions }: SearchedQuery) => `${query} in ${extensions.join(" ")}`;
  const addressOf = (query: SearchedQuery) => `http://counts.test/?q=${encodeURIComponent(textOf(query))}`;
  const source: FakeSource = {
    name: "fake",
    service: "http://counts.test",
    account: "nothing",
    versions: { browser: "1.0" },
    asked: [],
    closed: 0,
    textOf,
    addressOf,
    maybeRefusal: () => undefined,
    requestsFor: () => 1,
    async count(query) {
      const before = source.asked.filter((one) => one === query.query).length;
      source.asked.push(query.query);
      source.onAsked?.(query, source.asked.length);
      const all = answers[query.query] ?? [counted(query.query.length)];
      const answer = all[Math.min(before, all.length - 1)] as Answer;
      if (answer.kind === "throws") throw answer.error;
      if (answer.kind === "rest") throw new RateLimitError(answer.rest);
      const time = clock.now().toISOString();
      return {
        ...answer,
        text: textOf(query),
        address: addressOf(query),
        time,
        tookMs: 5,
        requests: 2,
        bytes: 100,
      };
    },
    async close() {
      source.closed++;
    },
    ...more,
  };
  return source;
}

export const queryNamed = (query: string, more: Partial<MiningQuery> = {}): MiningQuery => ({
  tool: "A",
  query,
  extensions: ["py"],
  purposes: ["global"],
  ...more,
});
