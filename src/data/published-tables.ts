import { z } from "zod";
import { READINGS } from "../census/count.js";
import { PURPOSES } from "../census/purpose.js";
import { decimal, maybeDecimal, maybeWhole, note, oneOf, text, whole, wordList } from "./cells.js";
import type { TableForm } from "./read-table.js";

const reading = oneOf(READINGS);

/** The tables of a published data set, by their names in datapackage.json; units and sources stand there. */
export const PUBLISHED_TABLES = {
  "github-counts": {
    row: z.object({
      row: whole,
      tool: text,
      query: text,
      extensions: wordList(),
      purposes: wordList(PURPOSES),
      count: maybeWhole,
      low: maybeWhole,
      high: maybeWhole,
      reading,
      shown: note,
    }),
    key: ["row"],
    counts: [{ value: "count", low: "low", high: "high" }],
  },
  "google-counts": {
    row: z.object({
      company: text,
      tool: text,
      own_tool: oneOf(["own", "public"]),
      text: maybeWhole,
      text_low: maybeWhole,
      text_high: maybeWhole,
      title: maybeWhole,
      title_low: maybeWhole,
      title_high: maybeWhole,
      reading,
    }),
    key: ["company", "tool"],
    counts: [
      { value: "text", low: "text_low", high: "text_high" },
      { value: "title", low: "title_low", high: "title_high" },
    ],
  },
  "company-software": {
    row: z.object({ company: text, software: text, kind: oneOf(["custom", "public"]), note }),
    key: ["company"],
  },
  "tool-years": {
    row: z.object({
      tool: text,
      by: oneOf(["company", "open source"]),
      report_year: maybeWhole,
      timeline_year: maybeWhole,
      sheet_year: maybeWhole,
    }),
    key: ["tool"],
  },
  stars: {
    row: z.object({ tool: text, stars: maybeWhole, low: maybeWhole, high: maybeWhole, reading }),
    key: ["tool"],
    counts: [{ value: "stars", low: "low", high: "high" }],
  },
  "platform-capabilities": {
    row: z.object({
      platform: text,
      capability: text,
      verdict: oneOf(["yes", "with subscription", "limited", "no"]),
      detail: note,
    }),
    key: ["platform", "capability"],
  },
  landscape: {
    row: z.object({
      company: text,
      tool: text,
      text: maybeWhole,
      title: maybeWhole,
      name_in_text_list: note,
      name_in_title_list: note,
      note,
    }),
    key: ["company", "tool"],
  },
  "landscape-found": {
    row: z.object({ company: text, tool: text, found: oneOf(["0", "1"]).transform(Number) }),
    key: ["company", "tool"],
  },
  "reported-values": {
    row: z.object({
      id: text,
      description: text,
      value: maybeDecimal,
      unit: text,
      tolerance: decimal,
      source: text,
    }),
    key: ["id"],
  },
  slips: {
    row: z.object({ id: text, what: text, place: text, as_published: text, explanation: text }),
    key: ["id"],
  },
} as const satisfies Record<string, TableForm>;

export type PublishedTable = keyof typeof PUBLISHED_TABLES;

export type RowOfTable<Name extends PublishedTable> = z.output<(typeof PUBLISHED_TABLES)[Name]["row"]>;
