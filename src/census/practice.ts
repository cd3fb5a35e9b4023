/** The service that a practice run asks: sample files on this machine, in GitHub's place. */
export const PRACTICE = "practice";

/** What every table, file and figure of a practice run says. */
export const PRACTICE_NOTICE = "Practice: sample files on this machine were searched, not GitHub.";

/** What a practice run of searches for pages asks, in source lines. */
export const SAMPLE_PAGES = "sample pages on this machine, not Google";

/** What every table, file and figure of practised searches for pages says. */
export const PAGE_PRACTICE_NOTICE = "Practice: sample pages on this machine were searched, not Google.";
