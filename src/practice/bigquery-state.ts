import type { BigQueryFailure } from "./bigquery-failure.js";

/** How the practice BigQuery behaves. */
export interface BigQueryBehaviour {
  /** What every query reads. Default: the bytes of the sample files. */
  readonly bytes?: number;
  /** Answers about a job, the first included, before it is finished. Default: 0. */
  readonly unfinished?: number;
  /** A step that is always refused, and how; `job`: the job itself fails, and whoever asks for its result is told so. */
  readonly failure?: {
    readonly step: "dry run" | "query" | "result" | "job";
    readonly name: BigQueryFailure;
  };
}

/** A query that was run, and how often it still looks unfinished. */
export interface PracticeJob {
  readonly id: string;
  readonly bytes: number;
  readonly names: readonly string[];
  readonly numbers: readonly number[];
  unfinished: number;
}

export interface BigQueryState extends BigQueryBehaviour {
  /** By id, and by the id of the request that began it. */
  readonly jobs: Map<string, PracticeJob>;
}
