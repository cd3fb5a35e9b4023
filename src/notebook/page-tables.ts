import { LANDSCAPE_THRESHOLD } from "../frames/landscape-of.js";
import { PAIR_COUNTS } from "./pair-counts.js";
import type { TableOptions } from "./table.js";

/** How each frame of Google's pages is written as a table: its caption, columns and headings. */

const WHICH = { company: "company", tool: "tool" };
const SEARCHED = { ...WHICH, name: "name searched", place: "where" };

export const googlePages: TableOptions = {
  caption: "Pages with both names, in the title and in the text, as Google estimates them",
  columns: {
    ...WHICH,
    kind: "whose tool",
    ...PAIR_COUNTS,
  },
};

export const overThreshold: TableOptions = {
  caption: `Tools over the threshold of ${LANDSCAPE_THRESHOLD} in the text, or perhaps over it: pages divided by the company's largest count`,
  columns: {
    ...WHICH,
    kind: "whose tool",
    textShare: "text, normalised",
    textShareLow: "text, at least",
    textShareHigh: "text, at most",
    titleShare: "title, normalised",
    titleShareLow: "title, at least",
    titleShareHigh: "title, at most",
    certain: "whatever the interval?",
  },
  decimals: {
    textShare: 3,
    textShareLow: 3,
    textShareHigh: 3,
    titleShare: 3,
    titleShareLow: 3,
    titleShareHigh: 3,
  },
};

export const ownAgainstPublic: TableOptions = {
  caption: "A company's own tool against the public tools together",
  columns: {
    company: "company",
    place: "where",
    ownTool: "own tool",
    value: "pages",
    low: "at least",
    high: "at most",
    publicValue: "public tools",
    publicLow: "public, at least",
    publicHigh: "public, at most",
    share: "own tool's share",
    shareLow: "share, at least",
    shareHigh: "share, at most",
    note: "why there is no share",
  },
  percent: ["share", "shareLow", "shareHigh"],
  dashes: ["share", "shareLow", "shareHigh"],
};

export const rankAgreement: TableOptions = {
  caption:
    "Whether texts and titles put the tools in the same order (1: the same, 0: no relation, −1: reversed)",
  columns: { company: "company", tools: "tools measured in both", rho: "Spearman's rank correlation" },
  decimals: { rho: 2 },
  missing: "cannot be told",
};

export const repeatedSearches: TableOptions = {
  caption: "Searches that were asked more than once",
  columns: {
    ...SEARCHED,
    days: "days",
    readings: "answers",
    measured: "with a number",
    median: "median",
    least: "least",
    greatest: "greatest",
    low: "at least",
    high: "at most",
  },
  mixed: ["median"],
};

export const correctedSearches: TableOptions = {
  caption: "Searches whose answer came with another spelling",
  columns: {
    ...SEARCHED,
    search: "as sent",
    correction: "as corrected",
    isApplied: "was it counted instead?",
    readings: "answers",
  },
};

export const precision: TableOptions = {
  caption: "What was looked up by hand, and how much of it was relevant",
  columns: {
    reviewer: "by",
    ...WHICH,
    reviewed: "looked up",
    relevant: "relevant",
    share: "share",
    low: "at least (95 %)",
    high: "at most (95 %)",
    waiting: "not looked at yet",
  },
  percent: ["share", "low", "high"],
  dashes: ["share"],
};
