import nodeFiles from "node:fs";
import { join } from "node:path";
import type { KeptStore } from "../bigquery/kept-job.js";
import { DataFileError } from "../census/errors.js";
import { maybeJson } from "../census/json.js";
import { saveWhole } from "../collect/write-bytes.js";

/** The job of a run at BigQuery, in the run's folder: whoever takes the run up again need not pay twice. */
export const JOB_FILE = "bigquery-job.json";

/**
 * Keeps a run's job in its folder, which must be there when the job is saved.
 *
 * Errors: DataFileError where the file is broken, since a new job could cost the same again; RunError where the disk refuses
 */
export function jobStore(folder: string): KeptStore {
  const path = join(folder, JOB_FILE);
  return {
    load: () => {
      if (!nodeFiles.existsSync(path)) return undefined;
      const kept = maybeJson(nodeFiles.readFileSync(path, "utf8"));
      if (kept !== undefined) return kept;
      throw new DataFileError(
        `${path} is no JSON. It names the job at BigQuery that was paid: mend it, or remove it to begin a new one.`,
      );
    },
    save: (value) => saveWhole(nodeFiles, path, `${JSON.stringify(value, undefined, 2)}\n`),
  };
}
