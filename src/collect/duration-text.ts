import type { Duration } from "../census/pace.js";

const UNITS = [
  { name: "days", ms: 86_400_000, from: 172_800_000 },
  { name: "h", ms: 3_600_000, from: 5_400_000 },
  { name: "min", ms: 60_000, from: 60_000 },
  { name: "s", ms: 1_000, from: 0 },
] as const;

/** A time between two ends in words, one decimal at the most: `3.3 to 10 min`, `50 s to 2.5 min`, `no time`. */
export function durationText({ lowMs, highMs }: Duration): string {
  if (highMs === 0) return "no time";
  const [low, high] = [inItsUnit(lowMs, highMs), inItsUnit(highMs, highMs)];
  if (low.text === high.text && low.unit === high.unit) return `${high.text} ${high.unit}`;
  return low.unit === high.unit
    ? `${low.text} to ${high.text} ${high.unit}`
    : `${low.text} ${low.unit} to ${high.text} ${high.unit}`;
}

/** 0 is written in the unit of the other end. */
function inItsUnit(ms: number, otherMs: number): { text: string; unit: string } {
  const unit = UNITS.find(({ from }) => (ms === 0 ? otherMs : ms) >= from) ?? UNITS[3];
  return { text: String(Math.round((ms / unit.ms) * 10) / 10), unit: unit.name };
}
