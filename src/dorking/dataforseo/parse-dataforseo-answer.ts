import { z } from "zod";
import { saysNothing } from "../../census/json.js";
import type { Answer } from "../../http/fetch-answer.js";
import { estimateReply, type Found } from "../estimate-reply.js";
import { listedPages } from "../listed-pages.js";
import { type PageReply, unreadable } from "../page-reply.js";
import { isSameText } from "../same-text.js";
import { maybeUnusableAnswer } from "../unusable-answer.js";
import {
  maybeResult,
  maybeStatus,
  maybeTask,
  type TaskResult,
  type TaskStatus,
} from "./dataforseo-document.js";
import { dataforseoRefusal, dataforseoStatusRefusal } from "./dataforseo-refusal.js";

const DONE = 20_000;
const NO_RESULTS = 40_102;

const OTHER_FORM =
  "DataForSEO's answer has another form than the one that this version knows: no number is taken from it";

const NO_RESULTS_REMARK =
  "DataForSEO says that there are no results; it may say so, too, where Google does not know an operator of the text.";

const organicSchema = z.looseObject({ type: z.literal("organic"), url: z.unknown() });

/** What an answer of DataForSEO says of a text. */
export function parseDataforseoAnswer(answer: Answer, text: string, now: Date): PageReply {
  const status = maybeStatus(answer.text);
  if (answer.status !== 200) {
    return status === undefined || status.status_code === DONE
      ? dataforseoStatusRefusal(answer, now)
      : dataforseoRefusal(status, now);
  }
  const unusable = maybeUnusableAnswer(answer, "DataForSEO");
  if (unusable) return unusable;
  if (status === undefined) return unreadable(OTHER_FORM);
  if (status.status_code !== DONE) return dataforseoRefusal(status, now);
  const task = maybeTask(answer.text);
  return task === undefined ? unreadable(OTHER_FORM) : taskReply(task, text, now);
}

function taskReply(task: TaskStatus, text: string, now: Date): PageReply {
  const result = maybeResult(task);
  if (task.status_code === NO_RESULTS) return emptyReply(task, result, text);
  if (task.status_code !== DONE) return dataforseoRefusal(task, now);
  return result === undefined ? unreadable(OTHER_FORM) : estimateReply(foundIn(result, text));
}

/** A 0 in so many words; a result that comes with it all the same must not say otherwise. */
function emptyReply(task: TaskStatus, result: TaskResult | undefined, text: string): PageReply {
  if (result === undefined && !saysNothing(task.result)) return unreadable(OTHER_FORM);
  const found = foundIn(result ?? {}, text);
  return estimateReply({ ...found, totals: [0, ...found.totals], remarks: [NO_RESULTS_REMARK] });
}

function foundIn(result: TaskResult, text: string): Found {
  const { se_results_count: total, items_count: count } = result;
  const items = result.items ?? [];
  const organic = items.flatMap((item) => organicSchema.safeParse(item).data ?? []);
  // Beside a 0, whatever stands on the page speaks against it; else only results of the search count.
  const listed = total === 0 || total == null ? Math.max(items.length, count ?? 0) : organic.length;
  return {
    service: "DataForSEO",
    totals: typeof total === "number" ? [total] : [],
    listed,
    pages: listedPages(organic.map(({ url, ...item }) => ({ ...item, link: url }))),
    ...maybeSpelling(result, text),
  };
}

/**
 * Whether the results are those of the text: of all that DataForSEO tells, only a question of Google's leaves them so.
 *
 * Source: DataForSEO's reference, `spell`: did_you_mean, showing_results_for, no_results_found_for, including_results_for
 */
function maybeSpelling({ spell }: TaskResult, text: string): Pick<Found, "correction" | "doubt"> {
  if (spell == null) return {};
  const { keyword, type } = spell;
  const isApplied = type !== "did_you_mean";
  if (keyword != null && keyword.trim() !== "") {
    return isSameText(keyword, text) ? {} : { correction: { text: keyword, isApplied } };
  }
  return isApplied && type != null
    ? { doubt: "DataForSEO shows the results of another spelling: the number is not that of this text" }
    : {};
}
