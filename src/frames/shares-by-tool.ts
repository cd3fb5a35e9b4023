import { isMeasured } from "../census/count.js";
import { countOf } from "./count-columns.js";
import { checkedRows, type Frame, frameOf } from "./data-frame.js";
import { TOTAL_COLUMNS } from "./totals-by-tool.js";

export const SHARE_COLUMNS = { tool: "text", share: "number", low: "number", high: "number" } as const;

/**
 * Share of each tool in the files of all tools together.
 *
 * A share is smallest where the tool's count is at its low end and all others are at their high ends, largest the other
 * way round. A file that uses two tools counts for both.
 *
 * Input:   one row a tool: tool, value, low, high (files; NaN when not measured), reading
 * Returns: one row a tool: tool, share, low, high (0–1); the shares sum to 1 over the tools measured
 * Missing: NaN stays NaN and has no part in the whole; where nothing was found at all, every share is NaN
 * Errors:  DataShapeError when a column is absent or a cell is not what it should be
 * Source:  study 2025, "tool by tool comparison"
 */
export function sharesByTool(totals: Frame): Frame {
  const tools = checkedRows(totals, TOTAL_COLUMNS).map((row) => ({ tool: row.tool, count: countOf(row) }));
  const measured = tools.filter(({ count }) => isMeasured(count));
  const whole = measured.reduce((sum, { count }) => sum + count.value, 0);
  const shares = tools.map(({ tool, count }) => {
    if (!isMeasured(count) || whole === 0)
      return { tool, share: Number.NaN, low: Number.NaN, high: Number.NaN };
    const others = measured.filter((other) => other.tool !== tool).map((other) => other.count);
    const sumOf = (end: "low" | "high") => others.reduce((sum, other) => sum + other[end], 0);
    return {
      tool,
      share: count.value / whole,
      low: partOf(count.low, sumOf("high")),
      high: partOf(count.high, sumOf("low")),
    };
  });
  return frameOf(SHARE_COLUMNS, shares);
}

/** What `part` is of itself and the rest together, in 0–1; either may be Infinity, where only a lower bound is known. */
function partOf(part: number, rest: number): number {
  if (part === 0) return 0;
  return part === Number.POSITIVE_INFINITY ? 1 : part / (part + rest);
}
