import { type Count, countShownByGitHub, NOT_MEASURED } from "../../src/census/count.js";
import { type Frame, frameOf } from "../../src/frames/data-frame.js";
import { GITHUB_COLUMNS } from "../../src/frames/study-data.js";

export interface ShortRow {
  readonly tool: string;
  readonly purposes: string;
  /** As GitHub's page showed it; absent: not measured. */
  readonly shown?: number;
  readonly count?: Count;
  readonly query?: string;
  readonly extensions?: string;
}

/** A frame of GitHub counts, with what a test does not care about filled in. */
export function githubTable(rows: readonly ShortRow[]): Frame {
  const full = rows.map(({ tool, purposes, shown = Number.NaN, count, query, extensions = "py" }, place) => ({
    row: place + 1,
    tool,
    query: query ?? `query ${place + 1}`,
    extensions,
    purposes,
    ...(count ?? countShownByGitHub(shown)),
  }));
  return frameOf(GITHUB_COLUMNS, full);
}

export const MISSING = { ...NOT_MEASURED };
