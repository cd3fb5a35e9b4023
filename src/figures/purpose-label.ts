import type { Purpose } from "../census/purpose.js";

/** The study's purposes in words that a reader of a figure understands. */
const LABELS: Readonly<Record<Purpose | "others", string>> = {
  global: "any use",
  logging: "logging",
  metric: "metrics",
  tuning: "tuning",
  others: "none of these",
};

export function purposeLabel(purpose: Purpose | "others"): string {
  return LABELS[purpose];
}

/** What a reader must know of the counts by purpose: two searches may find the same file. */
export const ADDED_UP = "Where several searches serve a purpose, their counts are added up.";
