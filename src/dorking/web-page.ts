import type { Answer } from "../http/fetch-answer.js";
import { isWebPage } from "../http/is-web-page.js";
import { blocked, type PageReply } from "./page-reply.js";

/** That an answer is a page for people, whatever is on it; undefined where it is none. */
export function maybeWebPage(answer: Answer, service: string): PageReply | undefined {
  if (!isWebPage(answer)) return undefined;
  return blocked(
    `${service} sent a web page where data is expected: something stands in between, or refuses programs`,
    "Look at the page, which is kept with the run, and check the address of the service, if you set one.",
  );
}
