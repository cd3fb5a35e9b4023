import type { Answer } from "./fetch-answer.js";

/** Whether an answer is a page for people, whatever its status. */
export function isWebPage({ text, headers }: Pick<Answer, "text" | "headers">): boolean {
  return /\bhtml\b/i.test(headers.get("content-type") ?? "") || text.trimStart().startsWith("<");
}
