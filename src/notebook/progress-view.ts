import type { Count } from "../census/count.js";
import { durationText } from "../collect/duration-text.js";
import type { Progress, Waiting } from "../collect/progress.js";
import { countText, intervalText } from "../figures/number-text.js";
import type { Bundle } from "./display.js";
import { escapeHtml } from "./table-text.js";

export interface ProgressView {
  /** Is said in the live display. */
  readonly isPractice: boolean;
  /** The last count of this session; absent before there is one. */
  readonly last?: Count | undefined;
}

/** What the live display of a collection says now: a bar, and one line. */
export function progressBundle(progress: Progress, view: ProgressView): Bundle {
  const line = `${view.isPractice ? "Practice: " : ""}${progressLine(progress, view)}`;
  const bar = `<progress value="${progress.done}" max="${progress.total}" aria-label="searches done"></progress>`;
  return { data: { "text/html": `${bar} ${escapeHtml(line)}`, "text/plain": line } };
}

/** What the live display says once the collection was stopped. */
export function stoppedBundle({ done, total }: Progress): Bundle {
  const line = `Stopped: ${done} of ${total} searches done, and kept. Run this cell again, and it goes on.`;
  return { data: { "text/html": escapeHtml(line), "text/plain": line } };
}

/** `5 of 21 searches done, 1 failed (last count: 12); MLflow: waiting 23 s (until 12:00:23 UTC; the pace)`. */
export function progressLine(progress: Progress, { last }: Pick<ProgressView, "last"> = {}): string {
  const { done, total, failures, refused, current, waiting } = progress;
  const failed = failures === 0 ? "" : `, ${failures} failed`;
  const left = refused === undefined ? "" : `; ${refused} cannot be asked this way`;
  const state = `${done} of ${total} searches done${failed}${left}`;
  if (current === undefined) return state;
  const count = last === undefined ? "" : ` (last count: ${intervalText(last) || countText(last.value)})`;
  return `${state}${count}; ${current.label}: ${waiting === undefined ? "asking" : waitingText(waiting)}`;
}

function waitingText({ ms, until, why }: Waiting): string {
  const wholeMs = Math.ceil(ms / 1_000) * 1_000;
  return `waiting ${durationText({ lowMs: wholeMs, highMs: wholeMs })} (until ${clockText(until)}; ${why})`;
}

/** The time of day in an ISO time in UTC. */
function clockText(time: string): string {
  return `${time.slice("2026-01-31T".length, "2026-01-31T12:00:00".length)} UTC`;
}
