import type { EndpointAnswer } from "./endpoint-answer.js";
import { counted, judgeText, unreadable } from "./judge-text.js";
import type { PageData, SearchData } from "./page-data.js";
import { type Asked, maybeSureVerdict, maybeWordVerdict } from "./page-signs.js";
import type { SearchPage } from "./search-page.js";
import type { ShownCount } from "./shown-count.js";
import { failedForNow, type Verdict } from "./verdict.js";
import { asLowerBound, weighIntegers, weighWithText } from "./weigh.js";

/** A search page and, where it was asked, the count endpoint. */
export interface Answers {
  readonly page: SearchPage;
  readonly endpoint: EndpointAnswer;
  readonly asked: Asked;
}

/**
 * What the answers to one search mean. A 0 is counted only where the service says 0 and nothing else is wrong.
 *
 * The page's data and the count endpoint give exact numbers; the page's visible text is the last resort.
 */
export function classify(answers: Answers): Verdict {
  return withGaps(judge(answers), answers.page);
}

function judge({ page, endpoint, asked }: Answers): Verdict {
  const isZeroSure = endpoint.kind === "count" && endpoint.count === 0 && endpoint.saysNotFailed;
  const refused = maybeSureVerdict(page, asked) ?? maybeWordVerdict(page, asked, isZeroSure);
  if (refused !== undefined) return refused;
  const { data } = page;
  if (endpoint.kind === "signed out" && !isSignedInCount(data)) {
    return { kind: "signed out", reason: "GitHub's count endpoint wants somebody signed in." };
  }
  return data.kind === "search" ? judgeData(data.search, { page, endpoint }) : judgeText(page, endpoint);
}

/** The page's own number stands where the page knows who is signed in: a session that has ended shows at the next one. */
function isSignedInCount(data: PageData): boolean {
  return data.kind === "search" && data.search.isSignedIn && (data.search.count ?? 0) > 0;
}

interface Beside {
  readonly page: SearchPage;
  readonly endpoint: EndpointAnswer;
}

function judgeData(search: SearchData, { page, endpoint }: Beside): Verdict {
  const { count: data } = search;
  if (data === undefined) return unreadable(page);
  const { shown } = page;
  const other = endpoint.kind === "count" ? endpoint.count : undefined;
  if (data === 0 || other === 0) {
    const doubt = maybeDoubtOfZero({ data, other, page, endpoint });
    if (doubt !== undefined) return doubt;
  } else if (shown.kind === "count" && shown.isSure && shown.count.high === 0) {
    return failedForNow("The page's text says 0, and its data say otherwise.");
  }
  return counted(weighWithText(weighIntegers({ data, endpoint: other }), shown), endpoint);
}

interface Zero extends Beside {
  readonly data: number;
  readonly other: number | undefined;
}

/** Everything that speaks against a 0 which the page's data or the count endpoint say. */
function maybeDoubtOfZero({ data, other, page, endpoint }: Zero): Verdict | undefined {
  if (data !== 0 || (other ?? 0) !== 0) {
    return failedForNow("The page's data and the count endpoint disagree, and one of them says 0.");
  }
  if (endpoint.kind === "slow down") return endpoint;
  if (endpoint.kind === "fault") return failedForNow(`GitHub said 0, but: ${endpoint.remark}`);
  if (!isZeroOrNothing(page.shown) || page.hasResults) {
    return failedForNow("The page's data say 0, and the page shows files.");
  }
  return undefined;
}

function isZeroOrNothing(shown: ShownCount): boolean {
  return shown.kind === "none" || (shown.kind === "count" && shown.count.high === 0);
}

/** Where the service says that it left something out, the count is what there is at least; a 0 is then nothing. */
function withGaps(verdict: Verdict, page: SearchPage): Verdict {
  if (verdict.kind !== "counted") return verdict;
  const remarks = gapsOf(page);
  if (remarks.length === 0) return verdict;
  if (verdict.count.low === 0) return failedForNow(`GitHub said 0, but: ${remarks.join(" ")}`);
  return { ...verdict, count: asLowerBound(verdict.count), remarks: [...verdict.remarks, ...remarks] };
}

function gapsOf({ data, saysIncomplete }: SearchPage): string[] {
  const isLimited = data.kind === "search" && data.search.isLimited;
  const hidden = data.kind === "search" ? data.search.hiddenOrganisationCount : 0;
  const organisations = `${hidden} ${hidden === 1 ? "organisation" : "organisations"}`;
  return [
    ...(isLimited ? ["GitHub says that its results are limited."] : []),
    ...(saysIncomplete ? ["The page says that its results may be incomplete."] : []),
    ...(hidden > 0 ? [`GitHub hides results of ${organisations} from this account.`] : []),
  ];
}
