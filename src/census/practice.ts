/** The service that a practice run asks: sample files on this machine, in GitHub's place. */
export const PRACTICE = "practice";

/** What every table, file and figure of a practice run says. */
export const PRACTICE_NOTICE = "Practice: sample files on this machine were searched, not GitHub.";

/** What a practice run of searches for pages asks, in source lines. */
export const SAMPLE_PAGES = "sample pages on this machine, not Google";

/** What every table, file and figure of practised searches for pages says. */
export const PAGE_PRACTICE_NOTICE = "Practice: sample pages on this machine were searched, not Google.";

/** What a practice run of repositories asks for, in source lines. */
export const SAMPLE_REPOSITORIES = "made-up repositories";

/** What every table, file and figure of practised repositories says. */
export const REPOSITORY_PRACTICE_NOTICE = "Practice: the repositories are made up, not GitHub's.";

/** The notice for what a source line says of practice. */
export function practiceNotice(source: string): string {
  if (source.includes(SAMPLE_PAGES)) return PAGE_PRACTICE_NOTICE;
  return source.includes(SAMPLE_REPOSITORIES) ? REPOSITORY_PRACTICE_NOTICE : PRACTICE_NOTICE;
}
