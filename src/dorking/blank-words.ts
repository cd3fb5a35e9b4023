import { shortReason } from "../http/kept-words.js";
import type { PageReply } from "./page-reply.js";

/** Longer than any text that is sent: what goes beyond, in titles, addresses and suggestions, nobody reads. */
const LONGEST_WORDS = 2_500;

/** Where a reply holds words of the service. */
const PLACES: readonly string[] = ["reason", "remarks", "evidence", "rest"];

/** A reply without secrets and control characters in the words that a service says, of a length that one reads. */
export function blankWords(reply: PageReply, blank: (text: string) => string): PageReply {
  const clean = (text: string) => shortened(blank(inOneLine(text)));
  const entries = Object.entries(reply).map(([place, value]) => [
    place,
    PLACES.includes(place) ? blankDeep(value, clean) : value,
  ]);
  const blanked = Object.fromEntries(entries) as PageReply;
  return "reason" in blanked ? { ...blanked, reason: shortReason(blanked.reason) } : blanked;
}

function blankDeep(value: unknown, blank: (text: string) => string): unknown {
  if (typeof value === "string") return blank(value);
  if (Array.isArray(value)) return value.map((part) => blankDeep(part, blank));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, blankDeep(part, blank)]));
}

/** Terminals and notebooks take a control character for a command. Where there was something, something stays. */
function inOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ");
}

/** After secrets are blanked: a part of one would stay. */
function shortened(words: string): string {
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words;
}
