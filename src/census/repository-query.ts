/** One question to GitHub: how many stars has this repository? */
export interface RepositoryQuery {
  readonly tool: string;
  /** `OWNER/NAME`. */
  readonly repository: string;
}
