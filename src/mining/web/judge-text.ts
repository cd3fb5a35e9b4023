import type { Count } from "../../census/count.js";
import type { EndpointAnswer } from "./endpoint-answer.js";
import type { SearchPage } from "./search-page.js";
import type { ShownCount } from "./shown-count.js";
import { failedForNow, type Verdict } from "./verdict.js";
import { fits, type Weighed, weighIntegers, weighTextWithEndpoint } from "./weigh.js";

const TEXT_ONLY = "The number was read from the page's text: the page's data were not there.";
const AGREED = "The page's data were of an unknown form; its text and the count endpoint agree.";
const UNKNOWN_FORM = "The page holds data of a form that is not known: GitHub has changed it.";

/**
 * What a page means whose data say nothing: its text counts where it stands in the count's own place, and elsewhere
 * only as far as the count endpoint gives a number that fits it.
 */
export function judgeText(page: SearchPage, endpoint: EndpointAnswer): Verdict {
  const { data, shown } = page;
  if (endpoint.kind === "slow down") return endpoint;
  if (shown.kind === "several") return judgeSeveral(page, shown, endpoint);
  if (shown.kind === "none") return judgeEndpointAlone(page, endpoint);
  if (data.kind === "unknown") return judgeUnknown(shown, endpoint);
  const doubt = maybeDoubtOfZero(page, { text: shown.count, endpoint });
  if (doubt !== undefined) return doubt;
  if (!shown.isSure && !confirms(endpoint, shown)) return unconfirmed(endpoint);
  return endpoint.kind === "count"
    ? counted(weighTextWithEndpoint(shown.count, endpoint.count), endpoint)
    : counted({ count: shown.count, readFrom: ["page text"], remarks: [TEXT_ONLY] }, endpoint);
}

const ENDPOINT_ONLY =
  "The number was read from the count endpoint alone: the page's data were not there, nor a number in its text.";

/** Beside files the endpoint's own word is enough where it says that it succeeded; where the page has no data at all. */
function judgeEndpointAlone(page: SearchPage, endpoint: EndpointAnswer): Verdict {
  const isSure = endpoint.kind === "count" && endpoint.count > 0 && endpoint.saysNotFailed;
  const showsFiles = page.hasResults || page.hasFileLinks;
  if (!isSure || !showsFiles || page.data.kind === "unknown") return unreadable(page);
  return counted({ ...weighIntegers({ endpoint: endpoint.count }), remarks: [ENDPOINT_ONLY] }, endpoint);
}

type Several = Extract<ShownCount, { kind: "several" }>;

/** Of numbers that stand anywhere on the page, the one that the endpoint's fits; no 0, and none where two fit. */
function judgeSeveral(page: SearchPage, { counts, isSure }: Several, endpoint: EndpointAnswer): Verdict {
  if (isSure || endpoint.kind !== "count" || endpoint.count === 0) return unreadable(page);
  const borneOut = counts.filter((count) => confirms(endpoint, { kind: "count", count, isSure }));
  const [first] = borneOut;
  const isOne = first !== undefined && borneOut.every(({ value }) => value === first.value);
  if (!isOne || page.data.kind === "unknown") return unreadable(page);
  return counted(weighTextWithEndpoint(first, endpoint.count), endpoint);
}

const DOUBTFUL = "The page shows a number of files only where it may be a result's";

/** An endpoint that failed may bear the number out when it is asked again. */
function unconfirmed(endpoint: EndpointAnswer): Verdict {
  if (endpoint.kind === "fault") return failedForNow(`${DOUBTFUL}. ${endpoint.remark}`);
  return { kind: "unreadable", reason: `${DOUBTFUL}, and the count endpoint gives no such number.` };
}

interface TextBeside {
  readonly text: Count;
  readonly endpoint: EndpointAnswer;
}

/** Everything that speaks against a 0 of the text or the endpoint; undefined where neither says 0, too. */
function maybeDoubtOfZero(page: SearchPage, { text, endpoint }: TextBeside): Verdict | undefined {
  const isZero = text.high === 0;
  if (endpoint.kind !== "count") return isZero ? failedForNow("Only the page's text says 0.") : undefined;
  if (isZero !== (endpoint.count === 0)) {
    return failedForNow("The page's text and the count endpoint disagree, and one of them says 0.");
  }
  if (!isZero) return undefined;
  if (!endpoint.saysNotFailed) {
    return failedForNow("The count endpoint says 0, and not that it succeeded.");
  }
  return page.hasResults || page.hasFileLinks
    ? failedForNow("The page's text says 0, and the page shows files.")
    : undefined;
}

type Shown = Extract<ShownCount, { kind: "count" }>;

/** Whether the endpoint gives a number that bears a text out; almost any fits "more than 3 files" of a result. */
function confirms(endpoint: EndpointAnswer, { count: text, isSure }: Shown): boolean {
  if (endpoint.kind !== "count") return false;
  return text.reading === "at least" && !isSure ? text.value === endpoint.count : fits(text, endpoint.count);
}

/** Data of an unknown form are a fault, so only two ways that agree may stand against it, and never for a 0. */
function judgeUnknown(shown: Shown, endpoint: EndpointAnswer): Verdict {
  if (endpoint.kind !== "count" || endpoint.count === 0 || !confirms(endpoint, shown)) {
    return { kind: "unreadable", reason: UNKNOWN_FORM };
  }
  const weighed = weighTextWithEndpoint(shown.count, endpoint.count);
  return counted({ ...weighed, remarks: [...weighed.remarks, AGREED] }, endpoint);
}

/** A count with what its reader should know of the endpoint. */
export function counted(weighed: Weighed, endpoint: EndpointAnswer): Verdict {
  if (endpoint.kind === "slow down") return { kind: "counted", ...weighed, rest: endpoint.rest };
  const remarks = [...weighed.remarks, ...remarksOn(endpoint)];
  return { kind: "counted", ...weighed, remarks };
}

function remarksOn(endpoint: EndpointAnswer): string[] {
  if (endpoint.kind === "signed out") return ["The count endpoint wants somebody signed in."];
  return "remark" in endpoint ? [endpoint.remark] : [];
}

/** The page is there, and no number in it can be taken. */
export function unreadable({ data, shown }: SearchPage): Verdict {
  if (data.kind === "unknown") return { kind: "unreadable", reason: UNKNOWN_FORM };
  const reason =
    shown.kind === "several"
      ? "The page shows several numbers of files, and which one is the count is not known."
      : "The page is there, and no count is found in it.";
  return { kind: "unreadable", reason };
}
