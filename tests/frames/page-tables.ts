import { countEstimatedByGoogle } from "../../src/census/count.js";
import { type Frame, frameOf } from "../../src/frames/data-frame.js";
import { GOOGLE_COLUMNS, PAGE_READING_COLUMNS, REVIEW_COLUMNS } from "../../src/frames/study-data.js";

interface ShortPair {
  readonly company?: string;
  readonly tool: string;
  readonly kind?: "own" | "public" | "other's";
  /** As Google gave it; absent: not measured. */
  readonly text?: number;
  readonly title?: number;
}

/** A frame of Google's pages, with what a test does not care about filled in. */
export function googleTable(pairs: readonly ShortPair[]): Frame {
  const rows = pairs.map(
    ({ company = "C", tool, kind = "public", text = Number.NaN, title = Number.NaN }) => {
      const [inText, inTitle] = [countEstimatedByGoogle(text), countEstimatedByGoogle(title)];
      return {
        ...{ company, tool, kind, text, title },
        ...{ textLow: inText.low, textHigh: inText.high, textReading: inText.reading },
        ...{ titleLow: inTitle.low, titleHigh: inTitle.high, titleReading: inTitle.reading },
      };
    },
  );
  return frameOf(GOOGLE_COLUMNS, rows);
}

interface ShortReading {
  readonly name: string;
  readonly repeat?: number;
  readonly time: string;
  readonly number?: number;
  readonly correction?: string;
  readonly isApplied?: boolean;
}

/** Readings of searches for pages. */
export function readingTable(readings: readonly ShortReading[]): Frame {
  const rows = readings.map(({ name, repeat = 1, time, number, correction = "", isApplied = false }) => ({
    ...{ company: "C", tool: "T", name, place: "text", search: `allintext: C ${name}`, repeat, time },
    ...countEstimatedByGoogle(number ?? Number.NaN),
    ...{ correction, isApplied },
  }));
  return frameOf(PAGE_READING_COLUMNS, rows);
}

interface ShortReview {
  readonly company?: string;
  readonly tool: string;
  readonly relevant?: number;
  readonly reviewer?: string;
}

export function reviewTable(reviews: readonly ShortReview[]): Frame {
  const rows = reviews.map(({ company = "C", tool, relevant = Number.NaN, reviewer = "R" }) => ({
    ...{ company, tool, place: "title", search: "s", rank: 1, title: "t", address: "a", note: "" },
    ...{ relevant, reviewer },
  }));
  return frameOf(REVIEW_COLUMNS, rows);
}
