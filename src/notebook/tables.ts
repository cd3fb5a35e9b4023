import { LANDSCAPE_THRESHOLD } from "../frames/landscape-of.js";
import type { TableOptions } from "./table.js";

/** How each frame of the visualization notebook is written as a table: its caption, columns and headings. */

const FILES = { value: "files", low: "at least", high: "at most" };

export const shownCounts: TableOptions = {
  caption: "What an abbreviated count stands for",
  columns: { shown: "on the page", low: "at least", high: "at most", reading: "reading" },
};

export const searches: TableOptions = {
  caption: "Files found by each search",
  columns: {
    row: "no.",
    tool: "tool",
    purposes: "purposes",
    extensions: "extensions",
    ...FILES,
    query: "search",
  },
};

export const totals: TableOptions = {
  caption: "Files that use each tool",
  columns: { tool: "tool", ...FILES, reading: "reading" },
};

export const shares: TableOptions = {
  caption: "Share of each tool in the files found",
  columns: { tool: "tool", share: "share", low: "at least", high: "at most" },
  percent: ["share", "low", "high"],
};

export const byPurpose: TableOptions = {
  caption: "Files by tool and purpose: the counts of the searches that serve it, added up",
  columns: { tool: "tool", purpose: "purpose", ...FILES },
};

export const parts: TableOptions = {
  caption: "Parts of each tool's use",
  columns: {
    tool: "tool",
    part: "part",
    value: "files",
    share: "share of the tool's files",
    shareLow: "at least",
    shareHigh: "at most",
  },
  percent: ["share", "shareLow", "shareHigh"],
};

export const remainder: TableOptions = {
  caption: "Use that no purpose explains, if every file of a purpose is also among the files of any use",
  columns: {
    tool: "tool",
    share: "by subtraction",
    low: "at least",
    high: "at most, if so",
    possible: "is the subtraction possible?",
    unbounded: "not bounded above, since",
  },
  percent: ["share", "low", "high"],
  dashes: ["high"],
};

export const companies: TableOptions = {
  caption: "Software that each company runs, by the study (custom: its own; public: anybody can use it)",
  columns: { company: "company", software: "software", kind: "kind", note: "note" },
  missing: "",
};

export const landscape: TableOptions = {
  caption:
    "Tools tried: pages, pages divided by the company's largest, and what was found by hand (1 in use, 0 not)",
  columns: {
    tool: "tool",
    text: "text",
    title: "title",
    textShare: "text, normalised",
    titleRatio: "title, normalised",
    titleShare: "title / 150, as in the sheet",
    kept: `over ${LANDSCAPE_THRESHOLD} (1) or not (0)`,
    found: "found by hand",
  },
  decimals: { textShare: 3, titleRatio: 3, titleShare: 2, kept: 0 },
  missing: "–",
};

export const years: TableOptions = {
  caption: "First year of each tool",
  columns: {
    tool: "tool",
    by: "made by",
    year: "year in the table",
    low: "earliest record",
    high: "latest record",
    differs: "do the records differ?",
    repositoryYear: "repository created",
  },
  decimals: { year: 0, low: 0, high: 0, repositoryYear: 0 },
  optional: ["repositoryYear"],
  missing: "not known",
};

export const stars: TableOptions = {
  caption: "Stars of each candidate's repository",
  columns: {
    tool: "tool",
    value: "stars",
    reading: "reading",
    forks: "forks",
    createdYear: "created",
    archived: "archived?",
    repository: "repository",
    asked: "asked on",
  },
  decimals: { createdYear: 0 },
  optional: ["forks", "createdYear", "archived", "repository", "asked"],
};

export const platforms: TableOptions = {
  caption: "What the platforms let one do",
  columns: { platform: "platform", capability: "capability", verdict: "verdict", detail: "detail" },
  missing: "",
};

export const platformsNow: TableOptions = {
  caption:
    "What platforms let one count, November 2026: read in their pages, not tried (no day: from memory, unchecked)",
  columns: {
    platform: "platform",
    capability: "capability",
    verdict: "verdict",
    detail: "detail",
    source: "source",
    checked: "checked on",
  },
  missing: "",
};

export const slips: TableOptions = {
  caption: "Slips of the published study, and what the same data give",
  columns: {
    what: "what",
    place: "where",
    asPublished: "as published",
    corrected: "corrected",
    explanation: "why",
  },
};

export const checks: TableOptions = {
  caption: "Values that the published study reports, and the same values computed from its data",
  columns: { description: "value", unit: "unit", reported: "reported", computed: "computed", holds: "holds" },
  mixed: ["reported", "computed"],
};

export const growth: TableOptions = {
  caption: "The published study and this run, search by search",
  columns: {
    row: "no.",
    tool: "tool",
    purposes: "purposes",
    query: "search",
    before: "published",
    beforeLow: "published, at least",
    beforeHigh: "published, at most",
    after: "this run",
    afterLow: "this run, at least",
    afterHigh: "this run, at most",
    ratio: "factor",
    ratioLow: "factor, at least",
    ratioHigh: "factor, at most",
  },
  factors: ["ratio", "ratioLow", "ratioHigh"],
  dashes: ["ratio", "ratioLow", "ratioHigh"],
};
