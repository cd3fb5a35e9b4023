import { toolKey } from "../census/tool-key.js";
import { countText, isLowerBound, percentIntervalText, percentText } from "../figures/number-text.js";
import { purposeLabel } from "../figures/purpose-label.js";
import type { PurposeRow } from "../figures/purposes.js";
import { toolName } from "../figures/tool-style.js";
import { type Frame, rowsOf } from "../frames/data-frame.js";
import { LANDSCAPE_THRESHOLD } from "../frames/landscape-of.js";
import { inWords } from "./in-words.js";

/** The sentences that read a frame to the notebook's reader. Every number in them is computed. */

interface ShareRow {
  readonly tool: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

interface RemainderRow extends ShareRow {
  readonly possible: boolean;
  readonly unbounded: string;
}

interface YearRow {
  readonly tool: string;
  readonly by: "company" | "open source";
  readonly year: number;
  readonly repositoryYear: number;
}

interface StarRow extends CountRow {
  readonly archived: string;
}

interface CountRow {
  readonly tool: string;
  readonly value: number;
}

/** What a sentence must know of where its files were counted. */
interface Counted {
  readonly isPractice: boolean;
}

const OF_GITHUB: Counted = { isPractice: false };

/** Who leads, and by how much. Input: tool, value; tool, share, low, high. */
export function adoption(totals: Frame, shares: Frame, counted = OF_GITHUB): string {
  const total = sum(rowsOf<CountRow>(totals).map((row) => row.value));
  const rows = rowsOf<ShareRow>(shares);
  const ranked = rows.filter((row) => !Number.isNaN(row.share)).toSorted((a, b) => b.share - a.share);
  if (ranked.length === 0) {
    const isCounted = rowsOf<CountRow>(totals).some((row) => !Number.isNaN(row.value));
    return isCounted ? "No file was found of any tool that was measured." : "No tool was measured.";
  }
  const absent = rows.filter((row) => Number.isNaN(row.share)).map((row) => toolName(row.tool));
  const parts = ranked.map(
    (row) => `${toolName(row.tool)} ${percentText(row.share)}${bracketed(percentIntervalText(row))}`,
  );
  const missing = absent.length === 0 ? "" : ` Not measured: ${inWords(absent)}.`;
  const found = counted.isPractice ? "found in the sample files" : "found";
  return `Of ${countText(total)} files ${found}, **${parts[0]}**${ranked.length > 1 ? `, then ${inWords(parts.slice(1))}` : ""}.${missing}`;
}

/** For how many tools each purpose is the largest. Input: tool, purpose, value. */
export function uses(byPurpose: Frame, counted = OF_GITHUB): string {
  const rows = rowsOf<PurposeRow>(byPurpose).filter(
    (row) => row.purpose !== "global" && !Number.isNaN(row.value),
  );
  const tools = [...new Set(rows.map((row) => row.tool))];
  const leaders = tools.map((tool) => largestPurposes(rows.filter((row) => row.tool === tool)));
  const firstFor = (purpose: string) =>
    tools.filter((_, i) => leaders[i]?.length === 1 && leaders[i]?.[0] === purpose);
  const clear = ["metric", "logging", "tuning"].flatMap((purpose) => {
    const of = firstFor(purpose);
    return of.length === 0
      ? []
      : [`**${purposeLabel(purpose as "metric")}** for ${inWords(of.map(toolName))}`];
  });
  const tied = tools.filter((_, i) => (leaders[i]?.length ?? 0) > 1).map(toolName);
  const where = counted.isPractice ? " in the sample files" : "";
  const untold = tools.filter((_, i) => leaders[i] === undefined).map(toolName);
  return [
    clear.length > 0 ? `By these sums, the largest measured purpose${where} is ${inWords(clear)}.` : "",
    clear.length + untold.length + tied.length === 0 ? `No purpose leads${where}.` : "",
    tied.length > 0 ? `No purpose leads for ${inWords(tied)}${where}.` : "",
    untold.length > 0
      ? `The largest purpose of ${inWords(untold)} cannot be told: a count is only a lower bound.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Where the study's "others" is possible at all. Input: tool, share, low, high, possible, unbounded. */
export function remainder(remainder: Frame, counted = OF_GITHUB): string {
  const rows = rowsOf<RemainderRow>(remainder).filter((row) => !Number.isNaN(row.share));
  const where = counted.isPractice ? " in the sample files" : "";
  if (rows.length === 0)
    return `What no purpose explains cannot be told${where}: it takes a count of any use and one of a purpose.`;
  const ranges = rows.filter((row) => row.unbounded === "").map(rangeText);
  const reasons = [...new Set(rows.map((row) => row.unbounded))].filter(Boolean);
  const wrong = rows
    .filter((row) => !row.possible)
    .map((row) => `${toolName(row.tool)} (${percentText(row.share)})`);
  return [
    ranges.length === 0
      ? ""
      : `If every file of a purpose is also among the files of any use, the part that no purpose explains${where} is ${inWords(ranges)}.`,
    ...reasons.map((reason) => unboundedText(rows, reason)),
    wrong.length === 0 ? "" : `The subtraction gives an impossible value for ${inWords(wrong)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function rangeText(row: RemainderRow): string {
  return `${percentIntervalText(row) || percentText(row.low)} for ${toolName(row.tool)}`;
}

function unboundedText(rows: readonly RemainderRow[], reason: string): string {
  const tools = rows
    .filter((row) => row.unbounded === reason)
    .map((row) => `${toolName(row.tool)}${row.low > 0 ? ` (at least ${percentText(row.low)})` : ""}`);
  return `For ${inWords(tools)} it is not bounded above: ${reason}.`;
}

/** How many of the companies' tools are older than the oldest open-source tool, and how many repositories are younger than their tool. Input: tool, by, year, repositoryYear. */
export function timeline(years: Frame, counted = OF_GITHUB): string {
  const rows = rowsOf<YearRow>(years).filter((row) => !Number.isNaN(row.year));
  const [own, open] = (["company", "open source"] as const).map((by) =>
    rows.filter((row) => row.by === by).toSorted((a, b) => a.year - b.year),
  );
  const first = open?.[0];
  if (own === undefined || first === undefined) return "There are not both kinds of tool to compare.";
  const older = own.filter((row) => row.year < first.year);
  return `**${older.length} of ${own.length}** companies' tools are older than the first open-source tool (${toolName(first.tool)}, ${first.year}); the oldest is ${own[0]?.tool} (${own[0]?.year}).${repositoryText(rows, counted)}`;
}

/** Empty where no repository's year is known. */
function repositoryText(rows: readonly YearRow[], { isPractice }: Counted): string {
  const known = rows.filter((row) => !Number.isNaN(row.repositoryYear));
  if (known.length === 0) return "";
  if (isPractice) return " The years of the repositories are those of practice, made up.";
  const younger = known.filter((row) => row.repositoryYear > row.year);
  const names = younger.map((row) => `${toolName(row.tool)} (${row.year}, repository ${row.repositoryYear})`);
  const named = names.length === 0 ? "" : `: ${inWords(names)}`;
  return ` Of the ${known.length} whose repository was asked for, **${younger.length}** had it created after the tool's first year${named}.`;
}

/** Whether stars rank the tools as their files do, and which are archived. Input: tool, value, archived; tool, value. */
export function popularity(stars: Frame, totals: Frame, counted = OF_GITHUB): string {
  if (counted.isPractice) return "Practice counts sample files, so the stars have nothing to stand beside.";
  return [orders(stars, totals), archivedText(stars)].filter(Boolean).join(" ");
}

/** Empty where nobody asked whether they are. */
function archivedText(stars: Frame): string {
  const known = rowsOf<StarRow>(stars).filter((row) => row.archived !== "");
  const archived = known.filter((row) => row.archived === "yes").map((row) => toolName(row.tool));
  if (known.length === 0) return "";
  if (archived.length === 0) return `None of the ${known.length} repositories is archived.`;
  return `Archived, of the ${known.length} repositories: ${inWords(archived)}.`;
}

function orders(stars: Frame, totals: Frame): string {
  const ranked = (frame: Frame) =>
    rowsOf<CountRow>(frame)
      .filter((row) => !Number.isNaN(row.value))
      .toSorted((a, b) => b.value - a.value);
  const files = ranked(totals);
  const starred = ranked(stars).filter((row) =>
    files.some((other) => toolKey(other.tool) === toolKey(row.tool)),
  );
  const [byStars, byFiles] = [starred[0], files[0]];
  if (byStars === undefined || byFiles === undefined) return "No tool has both stars and files.";
  const place = starred.findIndex((row) => toolKey(row.tool) === toolKey(byFiles.tool)) + 1;
  const among = `Among the ${starred.length} tools with both stars and files`;
  if (place === 0) return `${toolName(byFiles.tool)}, first by files, has no stars on record.`;
  if (place === 1) return `${among}, ${toolName(byFiles.tool)} leads by stars as by files.`;
  return `${among}, the two orders differ: ${toolName(byFiles.tool)}, first by files, is number ${place} by stars, where ${toolName(byStars.tool)} leads.`;
}

interface LandscapeRow {
  readonly tool: string;
  readonly kept: number;
  readonly found: number;
}

/** How well being named on the same pages predicts being found in use. Input: tool, kept, found. */
export function landscape(rowsOfCompany: Frame, company: string): string {
  const rows = rowsOf<LandscapeRow>(rowsOfCompany);
  const counted = rows.filter((row) => !Number.isNaN(row.kept));
  const kept = counted.filter((row) => row.kept === 1);
  const checked = kept.filter((row) => !Number.isNaN(row.found));
  const inUse = checked.filter((row) => row.found === 1);
  const missed = counted.filter((row) => row.kept === 0 && row.found === 1).map((row) => row.tool);
  const below = missed.length === 0 ? "" : ` In use but under the threshold: ${inWords(missed)}.`;
  return `${company}: the threshold of ${LANDSCAPE_THRESHOLD} keeps ${kept.length} of the ${counted.length} tools whose texts were counted; of the ${checked.length} of these that were looked up by hand, ${inUse.length} were found in use.${below}`;
}

/** Undefined where another purpose's lower bound says nothing of whether it is larger. */
function largestPurposes(rows: readonly PurposeRow[]): string[] | undefined {
  const largest = Math.max(0, ...rows.map((row) => row.value));
  const leaders = rows.filter((row) => row.value > 0 && row.value === largest).map((row) => row.purpose);
  const isUntold = rows.some((row) => isLowerBound(row) && (row.value < largest || leaders.length > 1));
  return isUntold ? undefined : leaders;
}

function bracketed(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
}
