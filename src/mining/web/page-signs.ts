import { asksToSlowDown, restOf } from "../slow-down.js";
import { maybeSearchFault, notUnderstood } from "./search-fault.js";
import type { SearchPage } from "./search-page.js";
import { isSignInPath } from "./sign-in-path.js";
import { maybeSlowDownWords } from "./slow-down-words.js";
import { failedForNow, type Verdict } from "./verdict.js";

/** What was asked, as far as a judgement needs it. */
export interface Asked {
  readonly text: string;
  /** Against which a date in `Retry-After` is read. */
  readonly now: Date;
}

type Sign = (page: SearchPage, asked: Asked) => Verdict | undefined;

/** What `npm run login` is for, at the end of an advice. */
export const SIGN_IN_BY_HAND = "Sign in by hand with npm run login, then start again.";

/** Signs that nothing can take back, each before those that it would be mistaken for. */
const SURE_SIGNS: readonly Sign[] = [
  maybeSlowDown,
  maybeChallenge,
  maybeSignedOut,
  maybeStatusFault,
  maybeElsewhere,
  ({ data }) => maybeSearchFault(data),
  (page) => maybeFailure(page, [page.title]),
];

/** Words and forms, which may be a result's: they speak only where the page gives no number in the end. */
const WORD_SIGNS: readonly Sign[] = [
  (page, asked) => maybeToldToSlowDown(page, [...page.mainHeadings, page.bareText], asked),
  maybeToldToSignIn,
  (page) => maybeFailure(page, page.mainHeadings),
  maybeFailureInText,
];

/** Lesser headings, which even a 0 outweighs that the page's data and the count endpoint both give. */
const LESSER_SIGNS: readonly Sign[] = [
  (page, asked) => maybeToldToSlowDown(page, page.headings, asked),
  (page) => maybeFailure(page, page.headings),
  maybeSlowDownBesideZero,
];

/** What a page says against counting from it, for good; undefined where it may yet be counted from. */
export function maybeSureVerdict(page: SearchPage, asked: Asked): Verdict | undefined {
  return maybeFirst(SURE_SIGNS, page, asked);
}

/**
 * What the words of a page say against counting from it, once no number is to be waited for.
 *
 * Input: `isZeroSure`, whether the count endpoint says 0 as the page's data do
 */
export function maybeWordVerdict(page: SearchPage, asked: Asked, isZeroSure = false): Verdict | undefined {
  const isZero = page.data.kind === "search" && page.data.search.count === 0;
  const signs = isZero && isZeroSure ? WORD_SIGNS : [...WORD_SIGNS, ...LESSER_SIGNS];
  return maybeFirst(signs, page, asked);
}

function maybeFirst(signs: readonly Sign[], page: SearchPage, asked: Asked): Verdict | undefined {
  for (const sign of signs) {
    const found = sign(page, asked);
    if (found !== undefined) return found;
  }
  return undefined;
}

function maybeSlowDown(page: SearchPage, asked: Asked): Verdict | undefined {
  const { status, retryAfter, title, headings, text } = page;
  if (asksToSlowDown(status, retryAfter)) return slowDown(page, asked);
  return maybeToldToSlowDown(page, status === 200 ? [title] : [title, ...headings, text], asked);
}

function maybeToldToSlowDown(page: SearchPage, texts: readonly string[], asked: Asked): Verdict | undefined {
  const isTold = texts.some((text) => maybeSlowDownWords(text) !== undefined);
  return isTold && !hasNumber(page) ? slowDown(page, asked) : undefined;
}

function slowDown({ status, retryAfter }: SearchPage, { now }: Asked): Verdict {
  return {
    kind: "slow down",
    rest: restOf(`GitHub asks to slow down (HTTP ${status}).`, retryAfter, now),
  };
}

/** A 0 is no number here: it may stand on a page of any failure. Nor is a text that may be a result's. */
function hasNumber({ status, data, shown }: SearchPage): boolean {
  const inData = data.kind === "search" ? (data.search.count ?? 0) : 0;
  const inText = shown.kind === "count" && shown.isSure ? shown.count.value : 0;
  return status === 200 && (inData > 0 || inText > 0);
}

function maybeChallenge({ path, isOtherSite }: SearchPage): Verdict | undefined {
  if (/captcha/i.test(path)) return blocked("GitHub shows a captcha in place of the search.");
  if (/^\/sessions\/verified-device/.test(path)) {
    return blocked("GitHub asks for a code that it has sent by e-mail, as it does not know this device.");
  }
  if (/^\/sessions\/two-factor/.test(path)) return blocked("GitHub asks for a second factor.");
  if (/\/(?:sso|saml)(?:\/|$)/.test(path)) return blocked("GitHub asks to sign in to an organisation.");
  return isOtherSite
    ? blocked("GitHub sends the search to another site, such as a company's sign-in.")
    : undefined;
}

function blocked(reason: string, advice: string = SIGN_IN_BY_HAND): Verdict {
  return { kind: "blocked", reason, advice };
}

const SIGN_IN_HEADING = /^sign in to (?:search code on )?github$/i;

function maybeSignedOut(page: SearchPage): Verdict | undefined {
  const { status, path, data, title, mainHeadings, hasResults, hasFileLinks } = page;
  const isSignInPage = isSignInPath(path) || status === 401;
  const isToldByData = data.kind === "search" && data.search.isSignedOut;
  const isHeaded = /^sign in\b/i.test(title) || mainHeadings.some((text) => SIGN_IN_HEADING.test(text));
  const isAllOfIt = isHeaded && !hasNumber(page) && !hasResults && !hasFileLinks;
  return isSignInPage || isToldByData || isAllOfIt ? SIGNED_OUT : undefined;
}

const SIGNED_OUT: Verdict = {
  kind: "signed out",
  reason: "GitHub shows its search only to somebody signed in.",
};

function maybeToldToSignIn(page: SearchPage): Verdict | undefined {
  const isTold = page.hasLoginForm || /sign in to search code/i.test(`${page.text} ${page.bareText}`);
  return isTold && !hasNumber(page) ? SIGNED_OUT : undefined;
}

function maybeStatusFault({ status }: SearchPage): Verdict | undefined {
  if (status === 200) return undefined;
  if (status === 422) return notUnderstood("HTTP 422");
  if (status === 403) {
    return blocked(
      "GitHub refuses the search (HTTP 403).",
      "Look at the kept page, and at the search in your own browser.",
    );
  }
  if (status === 404) {
    return blocked(
      "There is no search at this address (HTTP 404).",
      "Check GITHUB_URL; GitHub also answers so where it takes the browser for a program.",
    );
  }
  return status >= 500 || status === 408
    ? failedForNow(`GitHub answered with an error of its own (HTTP ${status}).`)
    : { kind: "unreadable", reason: `A search page was expected, and HTTP status ${status} came.` };
}

function maybeElsewhere({ path, searchedText }: SearchPage, { text }: Asked): Verdict | undefined {
  if (!/^\/search\/?$/.test(path)) {
    return { kind: "unreadable", reason: "A search page was expected, and GitHub led to another one." };
  }
  return searchedText?.trim() === text.trim()
    ? undefined
    : { kind: "unreadable", reason: "The page answers another search than the one that was asked." };
}

const FAILURE =
  /respond to your request in time|something went wrong|could not perform this search|search failed/i;

function maybeFailure(page: SearchPage, texts: readonly string[]): Verdict | undefined {
  return texts.some((text) => FAILURE.test(text)) && !hasNumber(page) ? COULD_NOT_FINISH : undefined;
}

/** Where the number is in the text only, or the data say 0, the words on the page weigh as much. */
function maybeFailureInText({ data, text }: SearchPage): Verdict | undefined {
  const isWeak = data.kind !== "search" || data.search.count === 0;
  return isWeak && FAILURE.test(text) ? COULD_NOT_FINISH : undefined;
}

/** A 0 that the endpoint does not confirm is weaker than any words to slow down. */
function maybeSlowDownBesideZero(page: SearchPage, asked: Asked): Verdict | undefined {
  const isZero = page.data.kind === "search" && page.data.search.count === 0;
  return isZero ? maybeToldToSlowDown(page, [page.text], asked) : undefined;
}

const COULD_NOT_FINISH = failedForNow("GitHub says that it could not finish the search.");
