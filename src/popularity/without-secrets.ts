import type { FailurePage } from "../census/outcome.js";
import { secretBlanker } from "../config/blank-secrets.js";
import type { Secret } from "../config/secret.js";
import type { Answer } from "../http/fetch-answer.js";
import { maybeKeptPage, shortReason } from "../http/kept-words.js";

/** An answer without the token: a name in it, too, would be kept. */
export function withoutToken(answer: Answer, token: Secret | undefined): Answer {
  return { ...answer, text: blanker(token)(answer.text) };
}

/**
 * Why there is no number, and the answer that says so, without the token.
 *
 * Missing: no page where the answer is empty, or was cut, which can be within the token
 */
export function withoutSecrets<Reply extends { readonly reason: string }>(
  reply: Reply,
  answer: Pick<Answer, "text" | "isCut">,
  token: Secret | undefined,
): { readonly reply: Reply; readonly page?: FailurePage } {
  const blank = blanker(token);
  const page = maybeKeptPage(answer, blank);
  return { reply: { ...reply, reason: shortReason(blank(reply.reason)) }, ...(page && { page }) };
}

/** For those who may write to a repository, GitHub's answer holds a token that lets one clone it. */
function blanker(token: Secret | undefined): (text: string) => string {
  const blank = secretBlanker(token ? [token.reveal()] : []);
  return (text) => blank(text).replaceAll(/("temp_clone_token"\s*:\s*")[^"]+/g, "$1•••");
}
