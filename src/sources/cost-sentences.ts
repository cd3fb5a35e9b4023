import { waitingTime } from "../census/pace.js";
import type { PageSourceName } from "../census/source-name.js";
import { maybeWaitingText, requestsText, searchesText } from "../collect/requests-text.js";
import { priceSentences } from "../dorking/price-sentences.js";
import type { CensusPart } from "./census-part.js";

/** The part of a census of which the cost is told. */
type Costly = Pick<CensusPart<unknown, object>, "plan" | "pace" | "run"> & {
  readonly choice: Pick<CensusPart<unknown, object>["choice"], "isPractice" | "signsIn">;
};

/**
 * What the searches of a part cost in requests and time, a sentence each: `21 searches (42 requests and the sign-in), 10 to
 * 30 s apart: 3.3 to 10 min of waiting.` Of a run that holds numbers already, what is left.
 *
 * Input: where: the service that practice stands for
 */
export function costSentences({ choice, plan, pace, run }: Costly, where = "GitHub"): readonly string[] {
  const { isPractice, signsIn } = choice;
  const isAtOnce = isPractice && pace.highMs === 0;
  if (run.counted === 0) return sentencesOf({ ...plan, signsIn }, { isAtOnce, where });
  const counted = `${run.counted} of ${run.counted + run.toAsk} are counted already.`;
  if (run.toAsk === 0) return [counted, "Nothing is left to ask."];
  const duration = waitingTime(run.toAsk, plan.pace);
  const left = { searches: run.toAsk, requests: run.requests, pace: plan.pace, duration, signsIn };
  const [first, ...others] = sentencesOf(left, { isAtOnce, where });
  return [counted, `Left: ${first}`, ...others];
}

/** {@link costSentences}, with the days or the money that a service of pages takes. */
export function pageCostSentences(part: Costly, source: PageSourceName): readonly string[] {
  const { toAsk, repeats } = part.run;
  const price = priceSentences(source, { searches: toAsk, days: repeats });
  return [...costSentences(part, "Google"), ...price];
}

type Asked = Parameters<typeof requestsText>[0];

/** Practice waits only where a pace is set; what it would be like on the service is what one practises for. */
function sentencesOf(
  asked: Asked,
  { isAtOnce, where }: { isAtOnce: boolean; where: string },
): readonly string[] {
  const waiting = maybeWaitingText(asked);
  if (!isAtOnce || waiting === undefined) return [`${requestsText(asked)}.`];
  return [`${searchesText(asked)}.`, `Practice does not wait; on ${where} they would be ${waiting}.`];
}
