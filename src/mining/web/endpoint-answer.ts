import { z } from "zod";
import { maybeJson, saysNothing } from "../../census/json.js";
import type { Rest } from "../../census/outcome.js";
import { asksToSlowDown, restOf } from "../slow-down.js";
import type { FetchedText } from "./fetch-in-page.js";
import { isSignInPath } from "./sign-in-path.js";
import { maybeSlowDownWords } from "./slow-down-words.js";

/**
 * What the count endpoint said.
 *
 * `fault`: it did not manage to count now, so a 0 elsewhere is not to be trusted. `nothing`: it does not count (any
 * more), which says nothing about the search. Both come with a sentence for the reader of the number.
 */
export type EndpointAnswer =
  | { readonly kind: "count"; readonly count: number; readonly saysNotFailed: boolean }
  | { readonly kind: "fault" | "nothing"; readonly remark: string }
  | { readonly kind: "signed out" }
  | { readonly kind: "slow down"; readonly rest: Rest };

const countSchema = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\s*(?:\d+|\d{1,3}(?:,\d{3})+)\s*$/)
    .transform((text) => Number(text.replaceAll(",", "")))
    .pipe(z.int().nonnegative()),
]);

const answerSchema = z.looseObject({
  count: z.unknown().optional(),
  failed: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** Reads the count endpoint's answer. Input: `now`, against which a date in `Retry-After` is read. */
export function readEndpointAnswer(fetched: FetchedText, now: Date): EndpointAnswer {
  if (fetched.kind === "none") {
    const what = fetched.isTimeOut ? "did not answer in time" : "could not be reached";
    return { kind: "fault", remark: `The count endpoint ${what}.` };
  }
  const { status, path, isHtml, retryAfter } = fetched;
  if (isSlowDown(fetched)) {
    const reason = `GitHub's count endpoint asks to slow down (HTTP ${status}).`;
    return { kind: "slow down", rest: restOf(reason, retryAfter, now) };
  }
  if (isSignInPath(path) || status === 401) return { kind: "signed out" };
  if (status >= 500) return { kind: "fault", remark: `The count endpoint answered with HTTP ${status}.` };
  return isHtml ? readPage(fetched) : readText(fetched);
}

type Answer = Extract<FetchedText, { kind: "answer" }>;

/** A page that is all right can hold the words in what it shows, so there only its title and heading count. */
function isSlowDown({ status, isHtml, body, retryAfter }: Answer): boolean {
  if (asksToSlowDown(status, retryAfter)) return true;
  const told = status === 200 && isHtml ? titleAndHeading(body) : [body];
  return told.some((text) => maybeSlowDownWords(text) !== undefined);
}

function titleAndHeading(html: string): string[] {
  return [...html.matchAll(/<(?:title|h1)\b[^<>]*>([^<]*)/gi)].map(([, text = ""]) => text.trim());
}

/** By these the service says that there is no such count, or not in this form. */
const GONE: readonly number[] = [404, 406, 410];

/** Whether a 0 elsewhere can still be trusted: what refuses or checks the browser may have spoilt the search too. */
function kindOf(status: number): "fault" | "nothing" {
  return GONE.includes(status) ? "nothing" : "fault";
}

function readPage({ status, body }: Answer): EndpointAnswer {
  const hasLoginForm = /<input[^<>]*\bname=["']?login\b/i.test(body) && /type=["']?password\b/i.test(body);
  if (status === 200 && (hasLoginForm || /sign in to (?:search code|github)/i.test(body))) {
    return { kind: "signed out" };
  }
  return {
    kind: kindOf(status),
    remark: `The count endpoint gave a page in place of a number (HTTP ${status}).`,
  };
}

function readText({ status, body }: Answer): EndpointAnswer {
  if (status !== 200) {
    return { kind: kindOf(status), remark: `The count endpoint answered with HTTP ${status}.` };
  }
  const answer = answerSchema.safeParse(maybeJson(body));
  if (!answer.success) return { kind: "fault", remark: "The count endpoint's answer could not be read." };
  const { count, failed, error } = answer.data;
  if ((failed ?? false) !== false) {
    return { kind: "fault", remark: "The count endpoint said that it failed to count." };
  }
  if (!saysNothing(error)) {
    return { kind: "fault", remark: "The count endpoint reported an error." };
  }
  const number = countSchema.safeParse(count);
  return number.success
    ? { kind: "count", count: number.data, saysNotFailed: failed === false }
    : { kind: "fault", remark: "The count endpoint gave no number." };
}
