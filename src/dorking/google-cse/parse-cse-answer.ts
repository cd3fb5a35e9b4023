import type { Correction } from "../../census/evidence.js";
import type { Answer } from "../../http/fetch-answer.js";
import { estimateReply } from "../estimate-reply.js";
import { listedPages } from "../listed-pages.js";
import { type PageReply, unreadable } from "../page-reply.js";
import { quotedWords } from "../quoted-words.js";
import { isSameText } from "../same-text.js";
import { maybeUnusableAnswer } from "../unusable-answer.js";
import { type CseAnswer, cseErrorOf, maybeCseAnswer } from "./cse-document.js";
import { cseRefusal } from "./cse-refusal.js";

/** What an answer of Google's interface says of a text. */
export function parseCseAnswer(answer: Answer, text: string, now: Date): PageReply {
  if (answer.status !== 200) return cseRefusal(answer, now);
  const unusable = maybeUnusableAnswer(answer, "Google");
  if (unusable) return unusable;
  const document = maybeCseAnswer(answer.text);
  if (document === undefined) return otherForm(answer, now);
  const items = document.items ?? [];
  const correction = maybeCorrection(document, text);
  return estimateReply({
    service: "Google",
    totals: totalsOf(document),
    listed: items.length,
    pages: listedPages(items),
    ...(correction && { correction }),
  });
}

/** A server in between can pass on a refusal as if all were well. */
function otherForm(answer: Answer, now: Date): PageReply {
  const { code, message } = cseErrorOf(answer.text);
  if (code !== undefined) return cseRefusal({ ...answer, status: code }, now);
  const said = quotedWords(message);
  const form = "Google's answer has another form than the one that this version knows";
  return unreadable(`${form}: no number is taken from it${said}`);
}

function totalsOf({ searchInformation, queries }: CseAnswer): number[] {
  const totals = [searchInformation?.totalResults, queries?.request?.[0]?.totalResults];
  return totals.filter((total) => typeof total === "number");
}

/** Google repeats the text that it searched: where that is another, the answer is that of another search. */
function maybeCorrection({ queries, spelling }: CseAnswer, text: string): Correction | undefined {
  const searched = queries?.request?.[0]?.searchTerms ?? text;
  if (!isSameText(searched, text)) return { text: searched, isApplied: true };
  const suggested = spelling?.correctedQuery ?? "";
  return suggested.trim() === "" || isSameText(suggested, text)
    ? undefined
    : { text: suggested, isApplied: false };
}
