import type { Answer } from "../http/fetch-answer.js";
import { blocked, type PageReply, unreadable } from "./page-reply.js";

/** Why an answer that should hold a JSON document holds none; undefined where it may hold one. */
export function maybeUnusableAnswer(
  { text, isCut, headers }: Answer,
  service: string,
): PageReply | undefined {
  if (isCut) return unreadable(`${service}'s answer is far too long: no number is taken from it`);
  const isPage = /\bhtml\b/i.test(headers.get("content-type") ?? "") || text.trimStart().startsWith("<");
  if (!isPage) return undefined;
  return blocked(
    `${service} sent a web page where data is expected: something stands in between, or refuses programs`,
    "Look at the page, which is kept with the run, and check the address of the service, if you set one.",
  );
}
