import { type PageData, readPageData } from "./page-data.js";
import type { CollectedFacts } from "./page-facts.js";
import { type ShownCount, shownCount } from "./shown-count.js";

/** Everything that is known of the page that answered a search. */
export interface SearchPage {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Where the answer came from in the end, without the site's own address: `/search`. */
  readonly path: string;
  readonly isOtherSite: boolean;
  /** The text that the page's address searches for; undefined where it searches for none. */
  readonly searchedText: string | undefined;
  readonly title: string;
  readonly headings: readonly string[];
  /** Those of the headings that are of the first level. */
  readonly mainHeadings: readonly string[];
  /** The visible text: all of it where the status is not 200, else what stands outside results and code. */
  readonly text: string;
  readonly data: PageData;
  readonly shown: ShownCount;
  readonly hasResults: boolean;
  /** Whether it links to repositories or files: where nothing else is known of its results, these are some. */
  readonly hasFileLinks: boolean;
  readonly hasLoginForm: boolean;
  /** Whether its words say that there may be more than it counted. */
  readonly saysIncomplete: boolean;
  /** All of its visible text where it shows nothing of a search; else empty. */
  readonly bareText: string;
  readonly isPractice: boolean;
  readonly practiceNotice: string;
}

/** What came over the wire for a page. */
export interface Landing {
  readonly url: string;
  readonly status: number;
  readonly retryAfter: string | null;
}

const NOTHING_FOUND = /did not match any code/i;
const INCOMPLETE =
  /\bresults? (?:may|might|could) be (?:incomplete|partial)|\bincomplete results\b|took too long to (?:run|finish|complete)/i;

/**
 * Puts together what came over the wire and what was collected in the page. What was searched for stands in the page's
 * headings and text too; there it is taken out, as it is no word of the service's.
 */
export function searchPage(
  facts: CollectedFacts,
  { landing, siteUrl, text }: { landing: Landing; siteUrl: string; text: string },
): SearchPage {
  const searched = text.replaceAll(/\s+/g, " ");
  const withoutIt = (words: string) => words.replaceAll(searched, " ");
  const pageText = withoutIt(landing.status === 200 ? facts.text : facts.wholeText);
  const data = readPageData(facts.data);
  const shown = shownCount(facts.shown, NOTHING_FOUND.test(pageText));
  const isBare = data.kind === "absent" && shown.kind === "none" && !facts.hasResults && !facts.hasFileLinks;
  return {
    status: landing.status,
    retryAfter: landing.retryAfter,
    ...placeOf(placeNow(facts, landing), siteUrl),
    title: withoutIt(facts.title),
    headings: facts.headings.map(withoutIt),
    mainHeadings: facts.mainHeadings.map(withoutIt),
    text: pageText,
    data,
    shown,
    hasResults: facts.hasResults,
    hasFileLinks: facts.hasFileLinks,
    hasLoginForm: facts.hasLoginForm,
    saysIncomplete: INCOMPLETE.test(pageText),
    bareText: isBare ? withoutIt(facts.wholeText) : "",
    isPractice: facts.isPractice,
    practiceNotice: facts.practiceNotice,
  };
}

/** Where an answer is empty the browser shows a page of its own. */
export function placeNow({ url }: Pick<CollectedFacts, "url">, landing: Landing): string {
  return url.startsWith("chrome-error:") ? landing.url : url;
}

type Place = Pick<SearchPage, "path" | "isOtherSite" | "searchedText">;

/** The place of an address within a site, whose own address may hold a path. */
export function placeOf(address: string, siteUrl: string): Place {
  if (!URL.canParse(address)) return { path: "", isOtherSite: true, searchedText: undefined };
  const { origin, pathname, searchParams } = new URL(address);
  const site = new URL(siteUrl);
  const base = site.pathname.replace(/\/+$/, "");
  const isOtherSite = origin !== site.origin || !`${pathname}/`.startsWith(`${base}/`);
  const path = isOtherSite ? pathname : pathname.slice(base.length);
  return { path, isOtherSite, searchedText: searchParams.get("q") ?? undefined };
}
