import type { Answer } from "../../http/fetch-answer.js";
import { estimateReply } from "../estimate-reply.js";
import { listedPages } from "../listed-pages.js";
import { failed, type PageReply, unreadable } from "../page-reply.js";
import { quotedWords } from "../quoted-words.js";
import { maybeUnusableAnswer } from "../unusable-answer.js";
import { maybeSerpapiDocument, type SerpapiDocument, serpapiErrorOf } from "./serpapi-document.js";
import { maybeUsedUp, serpapiRefusal } from "./serpapi-refusal.js";
import { isEmptyState, maybeSpelling } from "./serpapi-spelling.js";

/** SerpApi says so beside a search that went well. */
const NOTHING_FOUND = /hasn['’]t returned any results/i;

/** What an answer of SerpApi says of a text. */
export function parseSerpapiAnswer(answer: Answer, text: string, now: Date): PageReply {
  const usedUp = maybeUsedUp(answer);
  if (usedUp) return usedUp;
  if (answer.status !== 200) return serpapiRefusal(answer, now);
  const unusable = maybeUnusableAnswer(answer, "SerpApi");
  if (unusable) return unusable;
  const document = maybeSerpapiDocument(answer.text);
  if (document === undefined) return otherForm(serpapiErrorOf(answer.text));
  return maybeUnfinished(document) ?? replyOf(document, text);
}

function otherForm(error: string): PageReply {
  const form = "SerpApi's answer has another form than the one that this version knows";
  return unreadable(`${form}: no number is taken from it${quotedWords(error)}`);
}

/** A search of the last hour may be answered from what SerpApi kept. Source: its page on the status of a search, its clients */
function maybeUnfinished({ search_metadata, error }: SerpapiDocument): PageReply | undefined {
  const said = quotedWords(error);
  switch (search_metadata?.status) {
    case "Success":
    case "Cached":
      return error && !NOTHING_FOUND.test(error)
        ? unreadable(`SerpApi answered, and says that something is wrong${said}`)
        : undefined;
    case "Processing":
    case "Queued":
      return failed("SerpApi was not done with the search when it answered", true);
    case "Error":
      return failed(`SerpApi could not make the search${said}`, true);
    default:
      return unreadable(`SerpApi does not say that the search went well${said}`);
  }
}

function replyOf(document: SerpapiDocument, text: string): PageReply {
  const results = document.organic_results ?? [];
  const doubt = maybeContradiction(document, results.length);
  return estimateReply({
    service: "SerpApi",
    totals: totalsOf(document),
    listed: results.length,
    pages: listedPages(results),
    ...(doubt !== undefined && { doubt }),
    ...maybeSpelling(document.search_information ?? {}, text),
  });
}

function totalsOf(document: SerpapiDocument): number[] {
  const total = document.search_information?.total_results;
  if (typeof total === "number") return [total];
  return signsOfNothing(document) > 1 ? [0] : [];
}

/** A 0 takes two of its three signs: SerpApi sometimes fails to read a total that is there. */
function maybeContradiction(document: SerpapiDocument, listed: number): string | undefined {
  const signs = signsOfNothing(document);
  const total = document.search_information?.total_results ?? 0;
  if (signs > 0 && (total > 0 || listed > 0)) {
    return "SerpApi says that nothing was found, and gives results or a total all the same";
  }
  return signs === 1 && document.search_information?.total_results === 0
    ? "SerpApi gave 0 as the total, and does not say that nothing was found"
    : undefined;
}

/** By its words, by the state of the results, by the total. */
function signsOfNothing({ search_information: information, error }: SerpapiDocument): number {
  const signs = [
    NOTHING_FOUND.test(error ?? ""),
    isEmptyState(information?.organic_results_state),
    information?.total_results === 0,
  ];
  return signs.filter(Boolean).length;
}
