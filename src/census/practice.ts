/** The service that a practice run asks: sample files on this machine, in GitHub's place. */
export const PRACTICE = "practice";

/** What every table, file and figure of a practice run says. */
export const PRACTICE_NOTICE = "Practice: sample files on this machine were searched, not GitHub.";
