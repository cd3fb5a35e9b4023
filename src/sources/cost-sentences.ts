import { waitingTime } from "../census/pace.js";
import { maybeWaitingText, requestsText, searchesText } from "../collect/requests-text.js";
import type { Census } from "./open-census.js";

/**
 * What the searches of a census cost, a sentence each: `21 searches (42 requests and the sign-in), 10 to 30 s apart: 3.3
 * to 10 min of waiting.` Of a run that holds counts already, what is left.
 */
export function costSentences({ choice, plan, pace, run }: Census): readonly string[] {
  const { isPractice, signsIn } = choice;
  if (run.counted === 0) return sentencesOf({ ...plan.mining, signsIn }, isPractice && pace.highMs === 0);
  const counted = `${run.counted} of ${run.counted + run.toAsk} are counted already.`;
  if (run.toAsk === 0) return [counted, "Nothing is left to ask."];
  const { pace: planned } = plan.mining;
  const duration = waitingTime(run.toAsk, planned);
  const left = { searches: run.toAsk, requests: run.requests, pace: planned, duration, signsIn };
  const [first, ...others] = sentencesOf(left, isPractice && pace.highMs === 0);
  return [counted, `Left: ${first}`, ...others];
}

type Asked = Parameters<typeof requestsText>[0];

/** Practice waits only where a pace is set; what it would be like on GitHub is what one practises for. */
function sentencesOf(asked: Asked, isAtOnce: boolean): readonly string[] {
  const waiting = maybeWaitingText(asked);
  if (!isAtOnce || waiting === undefined) return [`${requestsText(asked)}.`];
  return [`${searchesText(asked)}.`, `Practice does not wait; on GitHub they would be ${waiting}.`];
}
