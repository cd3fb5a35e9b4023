import type { TopLevelSpec } from "vega-lite";

/** A figure before it is drawn: everything that its three files and its readers need. */
export interface Figure {
  /** File name without ending, such as `total-usage`. */
  readonly name: string;
  /** What it shows, for those who cannot see it: the kind of chart, the axes, the main values. */
  readonly description: string;
  /** Vega-Lite 5, with the data inside. */
  readonly spec: TopLevelSpec;
}
