import type { Reading } from "../census/count.js";
import type { Outcome, ReadFrom } from "../census/outcome.js";
import type { Purpose } from "../census/purpose.js";

/** One reading in a result file. `high` is absent where only a lower bound is known. */
export interface ResultReading {
  readonly repeat: number;
  /** Files. */
  readonly number: number;
  readonly low: number;
  readonly high?: number;
  readonly reading: Reading;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly readFrom: readonly ReadFrom[];
  readonly remarks: readonly string[];
}

/**
 * One query in a result file, `output.json`: the study's own five fields, and beside them how the number came about.
 *
 * Missing: `number` is null where nothing was counted; `low` and `high` are then absent. `high` is absent too where only
 *          a lower bound is known, `time` where nothing was asked.
 */
export interface ResultRow {
  readonly tool: string;
  readonly query: string;
  readonly extensions: readonly string[];
  readonly purpose: readonly Purpose[];
  /** Files. */
  readonly number: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly reading: Reading;
  /** "counted" where there is one reading at least. */
  readonly outcome: Outcome["kind"] | "not asked";
  /** As sent, and its address for a person. */
  readonly search: string;
  readonly address: string;
  /** Of the last reading, or else of the last failure: ISO 8601, UTC. */
  readonly time?: string;
  readonly source: string;
  readonly service: string;
  readonly readFrom: readonly ReadFrom[];
  readonly remarks: readonly string[];
  readonly readings: readonly ResultReading[];
  /** Why a reading is missing. */
  readonly reason?: string;
  readonly advice?: string;
  /** Pages that were kept, from the run's folder. */
  readonly pages?: readonly string[];
  /** The numbers are those of a sample, not of GitHub. */
  readonly practice?: true;
}
