import type { Answer } from "../../http/fetch-answer.js";
import { maybeRetryAfterMs } from "../../http/retry-after.js";
import { blocked, failed, type PageReply, rest, unreadable } from "../page-reply.js";
import { quotedWords } from "../quoted-words.js";
import { maybeRefusingPage } from "../refusing-page.js";
import { type CseError, cseErrorOf } from "./cse-document.js";
import { nextPacificMidnight } from "./next-pacific-midnight.js";
import { ALTERNATIVES } from "./sunset-caveat.js";

const MINUTE_MS = 60_000;

/** Names by which Google says that a quota is used up, some of them in capitals, too. */
const QUOTA_NAMES = ["rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "RESOURCE_EXHAUSTED"];
const DAY_NAMES = ["dailyLimitExceeded", "dailyLimitExceededUnreg"];
const QUOTA_WORDS = /\b(?:quota|limit) exceeded\b/i;

/** Why Google refused, of an answer that is no 200. */
export function cseRefusal(answer: Answer, now: Date): PageReply {
  const error = cseErrorOf(answer.text);
  const { status } = answer;
  if (status === 429 || (status === 403 && isQuota(error))) return quotaReply(answer, error, now);
  if (status >= 500 || status === 408) return failed(`Google has trouble (status ${status})`, true);
  return maybeRefusingPage(answer, "Google") ?? refusal(status, error);
}

function isQuota(error: CseError): boolean {
  return hasName(error, [...QUOTA_NAMES, ...DAY_NAMES]) || QUOTA_WORDS.test(error.message);
}

function quotaReply({ headers }: Answer, error: CseError, now: Date): PageReply {
  const said = quotedWords(error.message);
  const words = [error.message, ...error.limits].join(" ");
  if (hasName(error, DAY_NAMES) || /per ?day|daily limit/i.test(words)) {
    const reason = `the searches that Google allows a day are used up${said}`;
    return { kind: "quota", reason, until: nextPacificMidnight(now) };
  }
  const toldMs = maybeRetryAfterMs(headers.get("retry-after"), now);
  if (/per ?minute/i.test(words)) {
    return rest(`the searches that Google allows a minute are used up${said}`, toldMs ?? MINUTE_MS);
  }
  return rest(`Google says that it was asked too often${said}`, toldMs);
}

function refusal(status: number, error: CseError): PageReply {
  const said = quotedWords(error.message);
  switch (status) {
    case 400:
      return isKeyFault(error) ? wrongKey(said) : wrongArgument(said);
    case 401:
      return wrongKey(said);
    case 403:
      return forbidden(error, said);
    case 404:
    case 410:
      return blocked(
        `this address knows no search interface of Google's: it may have ended${said}`,
        `Check the address of the service, if you set one. ${ALTERNATIVES}`,
      );
    default:
      return unreadable(`Google gave an answer that this version does not know (status ${status})${said}`);
  }
}

function isKeyFault(error: CseError): boolean {
  return (
    hasName(error, ["API_KEY_INVALID", "keyInvalid", "keyExpired"]) || /\bAPI key\b/i.test(error.message)
  );
}

function wrongKey(said: string): PageReply {
  return blocked(`Google does not accept the API key${said}`, "Check GOOGLE_API_KEY in .env.");
}

/** The same for every query, since nothing but the text differs between two of them. */
function wrongArgument(said: string): PageReply {
  return blocked(
    `Google does not take the request${said}`,
    "Check GOOGLE_CSE_ID in .env: it must be the id of your search engine. If it is, look at the text of this search.",
  );
}

function forbidden(error: CseError, said: string): PageReply {
  if (/not have (?:the )?access/i.test(error.message)) {
    return blocked(
      `the project of this API key has no access to Google's search interface${said}`,
      `Google closed it to new customers. ${ALTERNATIVES}`,
    );
  }
  if (isSwitchedOff(error)) {
    return blocked(
      `the search interface is not switched on in the project of this API key${said}`,
      "Open Google's cloud console, choose the project of GOOGLE_API_KEY, and enable the Custom Search API there.",
    );
  }
  if (isRestricted(error)) {
    return blocked(
      `this API key is restricted, and a program on this machine may not use it${said}`,
      "In Google's cloud console, lift the restriction of GOOGLE_API_KEY to web sites, addresses or interfaces, or make another key.",
    );
  }
  return blocked(
    `Google refuses the search${said}`,
    "Look at GOOGLE_API_KEY and its project in Google's cloud console.",
  );
}

function isSwitchedOff(error: CseError): boolean {
  const names = ["accessNotConfigured", "SERVICE_DISABLED"];
  return hasName(error, names) || /has not been used in project|is disabled/i.test(error.message);
}

function isRestricted({ message, names }: CseError): boolean {
  return (
    names.some((name) => /^API_KEY_\w+_BLOCKED$/.test(name)) ||
    /\bare blocked\b|\brestriction\b/i.test(message)
  );
}

function hasName({ names }: CseError, wanted: readonly string[]): boolean {
  const folded = wanted.map(foldedName);
  return names.some((name) => folded.includes(foldedName(name)));
}

/** Google writes RATE_LIMIT_EXCEEDED and rateLimitExceeded. */
function foldedName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
