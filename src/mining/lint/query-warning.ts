/**
 * What a warning is about:
 * `slash` an unescaped one; `literal text` a phrase that is meant as more; `lines` a gap that stops at a line's end;
 * `method` a name that any object can have; `anchor` the start or end of a line; `word end` a name that is the
 * beginning of others; `repetition` a roundabout way to say the same; `dialect` what GitHub's engine reads otherwise.
 */
export type WarningKind =
  | "slash"
  | "literal text"
  | "lines"
  | "method"
  | "anchor"
  | "word end"
  | "repetition"
  | "dialect";

/** Something about a query that can be asked, yet may count other files than its author means. */
export interface QueryWarning {
  readonly kind: WarningKind;
  /** Where in the query, in characters from 0; absent where it is about the whole. */
  readonly place?: number;
  /** A sentence or two: what happens, and what to write instead. */
  readonly message: string;
}
