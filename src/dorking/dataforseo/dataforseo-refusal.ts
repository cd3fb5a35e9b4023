import { nextUtcDay } from "../../census/utc-day.js";
import type { Answer } from "../../http/fetch-answer.js";
import { maybeRetryAfterMs } from "../../http/retry-after.js";
import { blocked, failed, type PageReply, rest, unreadable } from "../page-reply.js";
import { quotedWords } from "../quoted-words.js";
import { maybeRefusingPage } from "../refusing-page.js";
import type { TaskStatus } from "./dataforseo-document.js";

const MINUTE_MS = 60_000;

/** Why DataForSEO refused, by a code of its own. Source: its list of errors */
export function dataforseoRefusal({ status_code: code, status_message }: TaskStatus, now: Date): PageReply {
  const said = quotedWords(status_message);
  switch (code) {
    case 40100:
      return wrongLogin(said);
    case 40101:
      return failed(`Google gave DataForSEO no answer${said}`, true);
    case 40200:
    case 40210:
      return unpaid(said);
    case 40204:
      return noAccess(said);
    case 40202:
      return rest(`the requests that DataForSEO allows a minute are used up${said}`, MINUTE_MS);
    case 40203:
      return {
        kind: "quota",
        reason: `the limit of cost a day that is set at DataForSEO is reached${said}`,
        // DataForSEO's days are those of UTC. Source: its help page on limits of cost
        until: nextUtcDay(now),
      };
    case 40400:
    case 40402:
      return wrongAddress(said);
    case 40501:
      return failed(`DataForSEO does not take this search${said}`, false);
    default:
      return code >= 50_000 && code < 60_000
        ? failed(`DataForSEO has trouble (code ${code})${said}`, true)
        : unreadable(`DataForSEO gave an answer that this version does not know (code ${code})${said}`);
  }
}

/** Why DataForSEO refused, of an answer that is no 200 and holds no code. */
export function dataforseoStatusRefusal(answer: Answer, now: Date): PageReply {
  const { status, headers } = answer;
  if (status >= 500 || status === 408) return failed(`DataForSEO has trouble (status ${status})`, true);
  const page = maybeRefusingPage(answer, "DataForSEO");
  if (page) return page;
  switch (status) {
    case 401:
      return wrongLogin("");
    case 402:
      return unpaid("");
    case 403:
      return noAccess("");
    case 404:
    case 410:
      return wrongAddress("");
    case 429:
      return rest(
        "DataForSEO says that it was asked too often",
        maybeRetryAfterMs(headers.get("retry-after"), now),
      );
    default:
      return unreadable(`DataForSEO gave an answer that this version does not know (status ${status})`);
  }
}

function wrongLogin(said: string): PageReply {
  return blocked(
    `DataForSEO does not accept the login and the password${said}`,
    "Check the login and the password of DataForSEO in .env: the password is that of the interface, not of the site.",
  );
}

function unpaid(said: string): PageReply {
  return blocked(
    `DataForSEO asks to be paid${said}`,
    "Look at the balance of your account at DataForSEO. Then start again.",
  );
}

function noAccess(said: string): PageReply {
  return blocked(`DataForSEO refuses this account${said}`, "Look at your account at DataForSEO.");
}

function wrongAddress(said: string): PageReply {
  return blocked(
    `this address knows no search of DataForSEO's${said}`,
    "Check the address of the service, if you set one.",
  );
}
