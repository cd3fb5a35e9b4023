import { type Count, differenceOfCounts, isMeasured, NOT_MEASURED, sumOfCounts } from "../census/count.js";
import { countOf } from "./count-columns.js";
import { PURPOSE_COLUMNS } from "./counts-by-purpose.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";

export const PART_COLUMNS = {
  tool: "text",
  part: "text",
  value: "number",
  low: "number",
  high: "number",
  share: "number",
  shareLow: "number",
  shareHigh: "number",
} as const;

const PARTS = ["logging", "metric", "tuning"] as const;

/**
 * What part of a tool's files each purpose is, and what the study left as "others".
 *
 * "others" is the global count minus the sum of the purposes measured. Purposes overlap, so it is no count of files: it
 * can be too small to be possible, even negative, and is left so; see remainderBounds.
 *
 * Input:   one row a tool and purpose: tool, purpose, value, low, high (files; NaN when not measured), reading
 * Returns: four rows a tool (logging, metric, tuning, others): tool, part, value, low, high (files),
 *          share, shareLow, shareHigh (of the tool's global count)
 * Missing: NaN where the purpose or, for shares and others, the global count was not measured, or it is 0;
 *          others is NaN too where no purpose was measured at all
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, "each tool, share"
 */
export function partsOfUse(byPurpose: Frame): Frame {
  const rows = checkedRows(byPurpose, PURPOSE_COLUMNS);
  const tools = [...new Set(rows.map((row) => row.tool))];
  const parts = tools.flatMap((tool) => {
    const counts = new Map(
      rows.filter((row) => row.tool === tool).map((row) => [row.purpose, countOf(row)] as const),
    );
    return partsOfTool(counts).map((part) => ({ tool, ...part }));
  });
  return frameOf(PART_COLUMNS, parts);
}

function partsOfTool(counts: ReadonlyMap<string, Count>) {
  const whole = counts.get("global") ?? NOT_MEASURED;
  const purposes = PARTS.map((part) => ({ part, count: counts.get(part) ?? NOT_MEASURED }));
  const sum = sumOfCounts(purposes.map(({ count }) => count));
  const explained = shareOf(sum, whole);
  const others = {
    part: "others",
    ...endsOf(differenceOfCounts(whole, sum)),
    share: 1 - explained.share,
    shareLow: 1 - explained.shareHigh,
    shareHigh: 1 - explained.shareLow,
  };
  return [
    ...purposes.map(({ part, count }) => ({ part, ...endsOf(count), ...shareOf(count, whole) })),
    others,
  ];
}

function endsOf({ value, low, high }: Count) {
  return { value, low, high };
}

function shareOf(part: Count, whole: Count) {
  if (!isMeasured(part) || !isMeasured(whole) || whole.value === 0) {
    return { share: Number.NaN, shareLow: Number.NaN, shareHigh: Number.NaN };
  }
  return {
    share: part.value / whole.value,
    shareLow: whole.high === Number.POSITIVE_INFINITY ? 0 : part.low / whole.high,
    shareHigh: part.high === 0 ? 0 : part.high / whole.low,
  };
}
