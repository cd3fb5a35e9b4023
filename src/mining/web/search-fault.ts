import type { PageData, SearchData, SearchError } from "./page-data.js";
import { failedForNow, type Verdict } from "./verdict.js";

/** What a page's data say against their own count; undefined where nothing does. */
export function maybeSearchFault(data: PageData): Verdict | undefined {
  if (data.kind !== "search") return undefined;
  const { search } = data;
  const [error] = search.errors;
  if (error !== undefined) return errorVerdict(search.errors.find(isAboutQuery) ?? error);
  if (search.lacksPages) return failedForNow("The search failed: the page's data give no number of pages.");
  return search.count === 0 ? maybeUnsureZero(search) : undefined;
}

function errorVerdict(error: SearchError): Verdict {
  const said = `“${error.message || error.type || "(no message)"}”`;
  return isAboutQuery(error) ? notUnderstood(said) : failedForNow(`GitHub says: ${said}`);
}

function isAboutQuery({ message, type }: SearchError): boolean {
  return /ERROR_TYPE_QUERY|\bpars(?:e|ed|er|ing)\b/i.test(`${type} ${message}`);
}

/** A 0 beside any fault may be the fault's. */
function maybeUnsureZero(search: SearchData): Verdict | undefined {
  if (search.isLimited) return failedForNow("GitHub said 0, and that its results are limited.");
  if (!search.isWhole) {
    return failedForNow(
      "GitHub said 0, without what tells a search that found nothing from one that failed.",
    );
  }
  if (search.listsFiles) return failedForNow("GitHub said 0, and its data list files.");
  if (search.hiddenOrganisationCount === 0) return undefined;
  return {
    kind: "failed",
    reason: "GitHub said 0, and that it hides results of organisations that want a sign-in of their own.",
    mayHelpToAskAgain: false,
  };
}

/** Asking the same again does not help. */
export function notUnderstood(said: string): Verdict {
  return {
    kind: "failed",
    reason: `GitHub does not understand the query: ${said}`,
    mayHelpToAskAgain: false,
  };
}
