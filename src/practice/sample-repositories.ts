import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";

/** A repository as the sample file describes it, with the names of GitHub's interface. Its numbers are invented. */
export interface SampleRepository {
  readonly id: number;
  /** `OWNER/NAME`. */
  readonly full_name: string;
  /** Names that lead here. */
  readonly formerly: readonly string[];
  readonly description: string;
  readonly stargazers_count: number;
  readonly forks_count: number;
  readonly subscribers_count: number;
  readonly open_issues_count: number;
  /** ISO 8601, in UTC; `pushed_at` alike. */
  readonly created_at: string;
  readonly pushed_at: string;
  readonly archived: boolean;
  readonly default_branch: string;
  /** SPDX identifier. */
  readonly license: string;
}

const SAMPLE_REPOSITORIES = join(PROJECT_ROOT, "samples", "repositories.json");

let loaded: readonly SampleRepository[] | undefined;

/** The sample repositories. They are read once, when first asked for. */
export function sampleRepositories(): readonly SampleRepository[] {
  loaded ??= JSON.parse(readFileSync(SAMPLE_REPOSITORIES, "utf8")) as readonly SampleRepository[];
  return loaded;
}
