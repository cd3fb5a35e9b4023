/** A query is no pattern that can be searched in linear time: nothing is searched. */
export class PatternError extends Error {
  override readonly name = "PatternError";
  readonly query: string;

  /** Input: reason, without its full stop */
  constructor(query: string, reason: string) {
    super(`${query}: ${reason}.`);
    this.query = query;
  }
}
