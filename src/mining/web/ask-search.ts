import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../../census/clock.js";
import { classify } from "./classify.js";
import { type EndpointAnswer, readEndpointAnswer } from "./endpoint-answer.js";
import { fetchInPage } from "./fetch-in-page.js";
import { collectPageFacts } from "./page-facts.js";
import { type Asked, maybeSureVerdict, maybeWordVerdict } from "./page-signs.js";
import { type Landing, type SearchPage, searchPage } from "./search-page.js";
import type { ShownCount } from "./shown-count.js";
import type { Verdict } from "./verdict.js";
import type { WebPage } from "./web-page.js";
import { fits } from "./weigh.js";

export interface SearchWork {
  readonly page: WebPage;
  readonly text: string;
  readonly address: string;
  readonly signal: AbortSignal;
}

export interface SearchRules {
  readonly siteUrl: string;
  readonly clock: Clock;
  readonly endpointMs: number;
  readonly lateTextMs: number;
  /** Whether the results are called practice. */
  readonly isPractice: boolean;
}

const LOOK_AGAIN_MS = 100;
/** For so long a text must be the same where nothing else tells the number. */
const STILL_MS = 500;
const PRACTICE_REMARK = "The page says that it is practice, and not GitHub's.";
const NOT_ASKED: EndpointAnswer = { kind: "nothing", remark: "The count endpoint was not asked." };

/**
 * Asks one search: loads its page once, and where that is all right asks the count endpoint from inside it.
 *
 * Errors: PageError, AbortError
 */
export async function askSearch(work: SearchWork, rules: SearchRules): Promise<Verdict> {
  const { text, signal } = work;
  const landing = await work.page.load(work.address, signal);
  const asked: Asked = { text, now: rules.clock.now() };
  const page = await settledPage({ ...work, landing, asked }, rules);
  const endpoint = isRefused(page, asked) ? NOT_ASKED : await askEndpoint(work, rules);
  const verdict = classify({ page, endpoint, asked });
  return page.isPractice ? ofPractice(verdict, page, rules) : verdict;
}

/** A practice page is known as such under whatever address, and says what GitHub would have done otherwise. */
function ofPractice(verdict: Verdict, { practiceNotice }: SearchPage, { isPractice }: SearchRules): Verdict {
  if (verdict.kind !== "counted") return verdict;
  const remarks = [...verdict.remarks, ...(practiceNotice === "" ? [] : [practiceNotice])];
  return isPractice
    ? { ...verdict, remarks }
    : { ...verdict, isPractice: true, remarks: [...remarks, PRACTICE_REMARK] };
}

/** Whether nothing that the endpoint could say would help; a 0 it could confirm against words of lesser headings. */
function isRefused(page: SearchPage, asked: Asked): boolean {
  return (maybeSureVerdict(page, asked) ?? maybeWordVerdict(page, asked, true)) !== undefined;
}

type Loaded = SearchWork & { readonly landing: Landing; readonly asked: Asked };

/** The page as soon as it says what it has to say; some pages draw their count only after they have come. */
async function settledPage(loaded: Loaded, { siteUrl, clock, lateTextMs }: SearchRules): Promise<SearchPage> {
  const { page, landing, asked, signal } = loaded;
  const latestMs = clock.now().getTime() + lateTextMs;
  const isStill = stillness();
  for (;;) {
    const facts = await page.run(collectPageFacts, { args: [], signal, mayRepeat: true });
    const read = searchPage(facts, { landing, siteUrl, text: asked.text });
    const now = clock.now().getTime();
    const isDone = maybeSureVerdict(read, asked) !== undefined || (isStill(read, now) && !isTextWanted(read));
    if (isDone || now >= latestMs) return read;
    await clock.sleep(LOOK_AGAIN_MS, signal);
  }
}

/** Tells whether the only number that there is stands still: some pages count up to it before the reader's eyes. */
function stillness(): (page: SearchPage, nowMs: number) => boolean {
  let last: { readonly shown: ShownCount; readonly sinceMs: number } | undefined;
  return ({ data, shown }, nowMs) => {
    if (last === undefined || !isDeepStrictEqual(shown, last.shown)) last = { shown, sinceMs: nowMs };
    return data.kind === "search" || nowMs - last.sinceMs >= STILL_MS;
  };
}

/**
 * Whether it is worth to wait for the page's text. Exact numbers need none, but for two: beside a 0 the text may show
 * files, and a round number may be where the service stops counting ("more than 100k files"). Without them all that is
 * not surely a count may be followed by the real one.
 */
function isTextWanted({ data, shown }: SearchPage): boolean {
  const text = shown.kind === "count" ? shown : undefined;
  if (data.kind !== "search") return text === undefined || !text.isSure || text.count.high === 0;
  const { count = 0 } = data.search;
  return count % 1_000 === 0 && (text === undefined || !(text.isSure || fits(text.count, count)));
}

async function askEndpoint({ page, text, signal }: SearchWork, rules: SearchRules): Promise<EndpointAnswer> {
  const { siteUrl, endpointMs, clock } = rules;
  const address = `${siteUrl}/search/blackbird_count?q=${encodeURIComponent(text)}`;
  // The page gives up by itself; this is for a page that hangs.
  const ms = endpointMs + 5_000;
  const fetched = await page.run(fetchInPage, { args: [address, endpointMs], signal, ms });
  return readEndpointAnswer(fetched, clock.now());
}
