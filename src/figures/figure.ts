/**
 * A Vega-Lite 5 specification. Its own type has thousands of lines that a notebook would check at every start; a test
 * holds every figure against Vega-Lite's schema instead.
 */
export type VegaLiteSpec = Readonly<Record<string, unknown>>;

/** A figure before it is drawn: everything that its three files and its readers need. */
export interface Figure {
  /** File name without ending, such as `total-usage`. */
  readonly name: string;
  /** What it shows, for those who cannot see it: the kind of chart, the axes, the main values. */
  readonly description: string;
  /** With the data inside. */
  readonly spec: VegaLiteSpec;
}
