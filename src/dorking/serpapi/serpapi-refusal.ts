import type { Answer } from "../../http/fetch-answer.js";
import { maybeRetryAfterMs } from "../../http/retry-after.js";
import { blocked, failed, type PageReply, rest, unreadable } from "../page-reply.js";
import { quotedWords } from "../quoted-words.js";
import { maybeRefusingPage } from "../refusing-page.js";
import { serpapiErrorOf } from "./serpapi-document.js";

const USED_UP = /run out of searches|searches for the month are exhausted/i;

/** That a plan's searches are used up, whatever the status of the answer; undefined where an answer does not say so. */
export function maybeUsedUp({ text }: Answer): PageReply | undefined {
  const error = serpapiErrorOf(text);
  if (!USED_UP.test(error)) return undefined;
  return blocked(
    `the searches of your plan at SerpApi are used up${quotedWords(error)}`,
    "Look at your account at SerpApi: it says when the plan begins anew, and sells more searches. Then start again.",
  );
}

/** Why SerpApi refused, of an answer that is no 200. Source: SerpApi's page on its status codes */
export function serpapiRefusal(answer: Answer, now: Date): PageReply {
  const { status, headers } = answer;
  const said = quotedWords(serpapiErrorOf(answer.text));
  if (status >= 500 || status === 408) return failed(`SerpApi has trouble (status ${status})${said}`, true);
  const page = maybeRefusingPage(answer, "SerpApi");
  if (page) return page;
  switch (status) {
    case 400:
      return failed(`SerpApi does not take this search${said}`, false);
    case 401:
      return blocked(`SerpApi does not accept the API key${said}`, "Check the API key of SerpApi in .env.");
    case 403:
      return blocked(
        `SerpApi refuses this account${said}`,
        "Look at your account at SerpApi: it may have been deleted.",
      );
    case 404:
    case 410:
      return blocked(
        `this address knows no search of SerpApi's${said}`,
        "Check the address of the service, if you set one.",
      );
    case 429:
      return rest(
        `SerpApi says that it was asked too often${said}`,
        maybeRetryAfterMs(headers.get("retry-after"), now),
      );
    default:
      return unreadable(`SerpApi gave an answer that this version does not know (status ${status})${said}`);
  }
}
