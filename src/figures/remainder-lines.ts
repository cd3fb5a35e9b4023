/** One row of the frame of remainders: the study's "others", and the range in which it can lie. */
export interface RemainderRow {
  readonly tool: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly possible: boolean;
  readonly unbounded: string;
}

const OVERLAP = "Searches of a purpose are added up, and parts overlap.";

/** What the subtitle of a figure with a remainder says: the assumption of its range, or why it has no upper end. */
export function remainderLines(range: RemainderRow | undefined): string[] {
  if (range?.unbounded) return unboundedLines(range);
  return [
    `Per cent of the tool's files. ${OVERLAP}`,
    "Grey: what no purpose explains, by the study's subtraction, and the range in which it can lie,",
    "if every file of a purpose is also among the files of any use.",
    ...(isImpossible(range)
      ? ["The subtraction falls outside that range: it takes some files off more than once."]
      : []),
  ];
}

function unboundedLines(range: RemainderRow): string[] {
  const { low, high, unbounded } = range;
  return [
    `Per cent of the files of any use. ${OVERLAP}`,
    `Grey: what no purpose explains, by the study's subtraction${low > 0 ? ", and what it is at least" : ""}.`,
    `Not bounded${low > 0 ? " above" : ""}: ${unbounded}.`,
    ...(Number.isNaN(high)
      ? []
      : ["“If within”: if every file of a purpose were also among the files of any use."]),
    ...(isImpossible(range)
      ? [
          "The subtraction is impossible: it takes off files more than once, or files that are not of any use.",
        ]
      : []),
  ];
}

function isImpossible(range: RemainderRow | undefined): boolean {
  return range !== undefined && !range.possible && !Number.isNaN(range.share);
}
