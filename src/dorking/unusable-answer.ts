import type { Answer } from "../http/fetch-answer.js";
import { type PageReply, unreadable } from "./page-reply.js";
import { maybeWebPage } from "./web-page.js";

/** Why an answer that should hold a JSON document holds none; undefined where it may hold one. */
export function maybeUnusableAnswer(answer: Answer, service: string): PageReply | undefined {
  if (answer.isCut) return unreadable(`${service}'s answer is far too long: no number is taken from it`);
  return maybeWebPage(answer, service);
}
