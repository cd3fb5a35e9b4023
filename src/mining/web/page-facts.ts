import type { DataText } from "./page-data.js";
import type { DomDocument, DomElement, DomNode } from "./page-dom.js";
import type { ShownText, ShownTexts } from "./shown-count.js";

/** What is collected from a page, without a judgement. Texts are cut, and hold visible text only. */
export interface CollectedFacts {
  /** Where the page is by now: a script may have led elsewhere. */
  readonly url: string;
  readonly title: string;
  readonly headings: readonly string[];
  /** Those of the headings that are of the first level. */
  readonly mainHeadings: readonly string[];
  readonly alerts: readonly string[];
  /** The page's text outside results and code, from its beginning. Missing: "" where the page is empty */
  readonly text: string;
  /** All of the page's visible text, lists and code too. */
  readonly wholeText: string;
  readonly data: readonly DataText[];
  readonly shown: ShownTexts;
  readonly hasResults: boolean;
  /** Whether it links to repositories or files, outside the site's own navigation. */
  readonly hasFileLinks: boolean;
  readonly hasLoginForm: boolean;
  readonly hasCodeField: boolean;
  /** The account that the page names, "" where it names none. */
  readonly userLogin: string;
  readonly isPractice: boolean;
  /** What a practice page says of its count, "" where it says nothing. */
  readonly practiceNotice: string;
}

declare const document: DomDocument;
declare const location: { readonly href: string };

/**
 * Collects the facts of the page in which it runs. It is sent there as text, so it uses nothing from outside itself.
 *
 * No class name is looked at: they change with every release of the site.
 */
export function collectPageFacts(): CollectedFacts {
  const RESULTS = '[data-testid="results-list"], [role="list"], ol, ul, article';
  const NOT_PAGE = `${RESULTS}, code, pre, table, input, textarea, select`;
  const NOT_COUNT = `${NOT_PAGE}, nav, a, button, label`;
  const COUNT = /^(?:more than|over|at least)?\s*[\d.,]+\s*[kmb]?\+?\s*files?(?:\s*\([^()]*\))?$/i;
  const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
  const PIECE = "span, b, i, em, strong, small, mark, bdi, data";
  const CONTROLS = "button, input, textarea, select";
  const AROUND = 'nav, header, footer, [role="navigation"], [data-testid="facets-pane"]';
  const SITE_OWN =
    /^(?:search|login|signup|settings|features|site|about|topics|marketplace|account|users|orgs|resources|solutions|enterprise|security)$/;
  const TEXT = 3;
  const ELEMENT = 1;
  const FOLLOWING = 4;
  const LONGEST_COUNT = 80;
  /** More than these say no more, and cost time. */
  const MOST_COUNTS = 50;
  const LONGEST_BESIDE = 300;
  /** Enough for all that a page says about itself, its navigation included. */
  const LONGEST_TEXT = 40_000;

  const clean = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();
  const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;
  const isShown = (element: DomElement): boolean => element.checkVisibility();

  /** Blanks between the pieces, so that two numbers side by side never make a third. */
  const visibleText = (node: DomNode, skipped = "", longest = 4_000): string => {
    if (node.nodeType === TEXT) return clean(node.textContent);
    if (!isElement(node) || !isShown(node) || (skipped !== "" && node.matches(skipped))) return "";
    let text = "";
    for (const child of node.childNodes) {
      if (text.length > longest) break;
      text = `${text} ${visibleText(child, skipped, longest)}`.trim();
    }
    return text.slice(0, longest);
  };

  /** What is read in one go with a node: its heading, else the nearest element that is no mere piece of a line. */
  const lineOf = (node: DomNode): DomElement | null => {
    const element = isElement(node) ? node : node.parentElement;
    let at = element?.closest(HEADING) ?? element;
    while (at?.matches(PIECE) && at.parentElement !== null) at = at.parentElement;
    return at;
  };

  /** The nearest of it, on one side. */
  const besides = (node: DomNode, side: "previousSibling" | "nextSibling"): string => {
    const line = lineOf(node);
    const texts: string[] = [];
    let left = LONGEST_BESIDE;
    for (let at: DomNode | null = node; at !== null && at !== line; at = at.parentElement) {
      for (let one = at[side]; one !== null && left > 0; one = one[side]) {
        const text = visibleText(one, CONTROLS, LONGEST_BESIDE);
        left -= text.length + 1;
        texts.push(text);
      }
    }
    return clean((side === "previousSibling" ? texts.reverse() : texts).join(" "));
  };

  let countsLeft = MOST_COUNTS;
  /** The outermost nodes whose whole text is a count; not all of very many. */
  const countsIn = (node: DomNode, skipped = ""): (ShownText & { readonly node: DomNode })[] => {
    if (countsLeft === 0) return [];
    const isLong = (node.textContent ?? "").length > 10 * LONGEST_COUNT;
    if (isElement(node) && (!isShown(node) || (skipped !== "" && node.matches(skipped)))) return [];
    const text = isLong ? "" : visibleText(node);
    if (text.length <= LONGEST_COUNT && COUNT.test(text)) {
      countsLeft -= 1;
      return [{ node, text, before: besides(node, "previousSibling"), after: besides(node, "nextSibling") }];
    }
    return isElement(node) ? [...node.childNodes].flatMap((child) => countsIn(child, skipped)) : [];
  };

  const all = (selector: string): DomElement[] => [...document.querySelectorAll(selector)];
  const outside = (elements: DomElement[]): DomElement[] =>
    elements.filter((element) => isShown(element) && element.closest(NOT_PAGE) === null);
  const headings = outside(all(HEADING));
  const headingTexts = (some: DomElement[]): string[] =>
    some.slice(0, 20).map((heading) => visibleText(heading).slice(0, 300));

  const isFileLink = (link: DomElement): boolean => {
    const address = link.getAttribute("href") ?? "";
    if (!URL.canParse(address, location.href) || link.closest(AROUND) !== null) return false;
    const { origin, pathname } = new URL(address, location.href);
    const [owner = "", name = ""] = pathname.split("/").filter((part) => part !== "");
    return origin === new URL(location.href).origin && name !== "" && !SITE_OWN.test(owner);
  };
  const fileLinks = all("a[href]").filter((link) => isShown(link) && isFileLink(link));

  /** Outside the sub-header any text may be a result's, and from the first link to a file on it surely is. */
  const shownTexts = (): ShownTexts => {
    const bare = (counts: ReturnType<typeof countsIn>): ShownText[] =>
      counts.map(({ text, before, after }) => ({ text, before, after }));
    const subHeader = all('[data-testid="search-sub-header"]').flatMap((one) => countsIn(one));
    if (subHeader.length > 0) return { texts: bare(subHeader), isSure: true };
    const [first] = fileLinks;
    const elsewhere = document.body === null ? [] : countsIn(document.body, NOT_COUNT);
    const isAhead = ({ node }: { readonly node: DomNode }): boolean =>
      first === undefined || (first.compareDocumentPosition(node) & FOLLOWING) === 0;
    return { texts: bare(elsewhere.filter(isAhead)), isSure: false };
  };

  const dataTexts = (): DataText[] =>
    all('script[type="application/json"]').map((script) => ({
      text: script.textContent ?? "",
      isOfSearch:
        script.closest("react-app") !== null || /react-app/.test(script.getAttribute("data-target") ?? ""),
    }));

  const isLoginForm = (form: DomElement): boolean =>
    isShown(form) &&
    form.querySelector('input[name="login"]') !== null &&
    form.querySelector('input[type="password"]') !== null;
  const loginName = document.querySelector('meta[name="user-login"]')?.getAttribute("content");

  return {
    url: location.href,
    title: clean(document.title).slice(0, 200),
    headings: headingTexts(headings),
    mainHeadings: headingTexts(headings.filter((heading) => heading.matches("h1"))),
    alerts: all('[role="alert"], #js-flash-container')
      .filter(isShown)
      .map((alert) => visibleText(alert).slice(0, 300))
      .filter((text) => text !== ""),
    text: document.body === null ? "" : visibleText(document.body, NOT_PAGE, LONGEST_TEXT),
    wholeText: document.body === null ? "" : visibleText(document.body, "", LONGEST_TEXT),
    data: dataTexts(),
    shown: shownTexts(),
    hasResults: all('[data-testid="results-list"]').some((list) => [...list.children].length > 0),
    hasFileLinks: fileLinks.length > 0,
    hasLoginForm: all("form").some(isLoginForm),
    hasCodeField: document.querySelector('input[name="app_otp"]') !== null,
    userLogin: loginName ?? "",
    isPractice: document.querySelector('meta[name="census-practice"]') !== null,
    practiceNotice: clean(document.querySelector('[data-census-practice="notice"]')?.textContent ?? "").slice(
      0,
      300,
    ),
  };
}
