/** A search text that the practice server does not understand; the message says why, for the person who wrote it. */
export class SearchError extends Error {
  override readonly name = "SearchError";
  /** What kind of error a search answers with. */
  readonly type: string;

  constructor(reason: string, type = "ERROR_TYPE_QUERY_PARSING_FATAL") {
    super(`unable to parse query! ${reason}`);
    this.type = type;
  }
}
