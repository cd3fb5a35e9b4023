/** What is particular to one kind of question when it is collected and written down. */
export interface QuestionKind<Query, Fields extends object> {
  /** A few words for whoever watches. */
  labelOf(query: Query): string;
  /** What a result file says of it, before its number. */
  fieldsOf(query: Query): Fields;
  /** All that makes it this question and no other, as JSON has it: for the hash of a configuration. */
  meaningOf(query: Query): unknown;
  /** Whether two readings of one question lie on different days: what is repeated then is whether a number lasts. */
  readonly isRepeatedByDay: boolean;
}
