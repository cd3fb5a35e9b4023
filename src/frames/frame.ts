/**
 * A danfo data frame, by the part of it that notebooks and figures use.
 *
 * It is a danfo `DataFrame` with all of its methods. Their own types bring in hundreds of files, against which every
 * cell of a notebook would be checked: whoever needs them casts, `frame as DataFrame`.
 */
export interface Frame {
  readonly columns: string[];
  readonly dtypes: string[];
  /** Rows and columns. */
  readonly shape: number[];
  /** The rows, each with its cells in the order of the columns. */
  readonly values: unknown;
  head(rows?: number): Frame;
  tail(rows?: number): Frame;
  column(name: string): Column;
  sortValues(by: string, options?: { ascending?: boolean }): Frame;
  print(): void;
}

/** One column of a frame: a danfo `Series`. */
export interface Column {
  readonly values: unknown;
  readonly shape: number[];
  sum(): number;
  mean(): number;
  median(): number;
  min(): number;
  max(): number;
}
