/** Which part of the public data set is read: its sample, a tenth of it, or all files. */
export type GitHubTable = "sample" | "full";

export const DATA_SET = "bigquery-public-data.github_repos";

interface TableFacts {
  /** Name of the table that holds the contents. */
  readonly contents: string;
  /** Tables that a statement names. */
  readonly tables: number;
  /** What a file is there, a sentence. */
  readonly remark: string;
}

/** Source: Google's description of the data set, and its schema */
export const GITHUB_TABLES: Readonly<Record<GitHubTable, TableFacts>> = {
  sample: {
    contents: "sample_contents",
    tables: 1,
    remark: "A sample of the contents, each counted once, at one of the places where it occurs.",
  },
  full: {
    contents: "contents",
    tables: 2,
    remark: "Every file is counted at each of the places where it occurs, copies included.",
  },
};

/** How old the data are and what is in them: it goes beside every number. */
export const DATA_REMARK =
  "Google's copy of GitHub is of February 2023 and was not updated since: text files under 1 MiB of repositories with an open-source licence.";
