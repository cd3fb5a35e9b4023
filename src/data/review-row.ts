import { z } from "zod";
import { PLACES, type Place } from "../census/page-search.js";
import { note, oneOf, text, whole } from "./cells.js";
import type { TableForm } from "./read-table.js";

/** One of the first results of a search, and whether a person found that the company uses the tool there. */
export interface ReviewRow {
  readonly company: string;
  readonly tool: string;
  readonly place: Place;
  /** As it was sent. */
  readonly search: string;
  /** Among the results, from 1. */
  readonly rank: number;
  readonly title: string;
  readonly address: string;
  /** "" where nobody looked yet. */
  readonly relevant: "yes" | "no" | "";
  /** The person's own words. */
  readonly note: string;
}

const MARKS: Readonly<Record<string, ReviewRow["relevant"]>> = {
  "": "",
  yes: "yes",
  y: "yes",
  1: "yes",
  no: "no",
  n: "no",
  0: "no",
};

/** A cell that a spreadsheet would take for a formula is written with this before it, and read without. */
const APOSTROPHE = /^'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const plain = (cell: string) => cell.replace(APOSTROPHE, "");

const mark = z
  .string()
  .transform((cell) => cell.trim().toLowerCase())
  .refine((cell) => Object.hasOwn(MARKS, cell), "yes, no, 1, 0, y, n or nothing")
  .transform((cell) => MARKS[cell] ?? "");

/** The table `review.csv`, also as a spreadsheet program saves it. */
export const REVIEW_FORM = {
  row: z.object({
    company: text.transform(plain),
    tool: text.transform(plain),
    place: oneOf(PLACES),
    search: text.transform(plain),
    rank: whole,
    title: note.transform(plain),
    address: text.transform(plain),
    relevant: mark,
    note: note.transform(plain),
  }),
  key: ["search", "address"],
  delimiters: [",", ";", "\t"],
  mayBeEmpty: true,
} as const satisfies TableForm;

export const REVIEW_FIELDS: readonly (keyof ReviewRow)[] = [
  "company",
  "tool",
  "place",
  "search",
  "rank",
  "title",
  "address",
  "relevant",
  "note",
];
