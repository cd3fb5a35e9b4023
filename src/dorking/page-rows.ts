import type { Evidence } from "../census/evidence.js";
import type { PageFields, PageSearch } from "../census/page-search.js";
import { endsOf } from "../collect/outcome-rows.js";
import { askedEntries, type Plan, type PlanEntry } from "../collect/plan.js";
import type { PlanRow } from "../collect/plan-rows.js";
import type { ResultRow } from "../collect/result-row.js";
import type { PageWarning } from "./page-warnings.js";

type PageRow = ResultRow<PageFields>;

/**
 * One row a company and a name of a tool: company, name, what the tool is to the company, and the searches in the title and in the text, each
 * with its number in the order of asking.
 */
export function pagePlanRows(plan: Plan<PageSearch>): readonly PlanRow[] {
  return [...searchesByPair(askedEntries(plan)).values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { company, name, kind } = first.query;
    const numbers = entries.map(({ position }) => position);
    return [
      {
        numbers: `${Math.min(...numbers)}–${Math.max(...numbers)}`,
        company,
        name,
        kind,
        searches: entries.map(({ text }) => text).join("; "),
      },
    ];
  });
}

/** One row a weak point of the searches: the names that it is about, and what to know. */
export function pageWarningRows(warnings: readonly PageWarning[]): readonly PlanRow[] {
  return warnings.map(({ names, message }) => ({ names: names.join(", "), "what to know": message }));
}

/**
 * One row a company and a name of a tool, in the order of asking: company, tool, kind, and the pages with both in the title
 * and in the text, each with its ends. Missing: NaN
 */
export function pageOutcomeRows(rows: readonly PageRow[]): readonly PlanRow[] {
  return pairsOf(rows).map(({ company, name, kind, ...places }) => {
    const [title, text] = [endsOf(places.title ?? NOT_ASKED), endsOf(places.text ?? NOT_ASKED)];
    return {
      ...{ company, name, kind },
      ...{ title: title.value, titleLow: title.low, titleHigh: title.high },
      ...{ text: text.value, textLow: text.low, textHigh: text.high },
    };
  });
}

/** One row a pair that has pages with both names in the title: the first of them, and how many are kept. */
export function evidenceRows(rows: readonly PageRow[]): readonly PlanRow[] {
  return rows
    .filter(({ place }) => place === "title")
    .flatMap((row) => {
      const [first, ...others] = lastEvidence(row)?.pages ?? [];
      if (first === undefined) return [];
      const { company, name } = row;
      return [{ company, name, first: first.title, address: first.address, kept: others.length + 1 }];
    });
}

/** One row a search that the service would rather have, or has, answered for another text. */
export function correctionRows(rows: readonly PageRow[]): readonly PlanRow[] {
  return rows.flatMap((row) => {
    const correction = lastEvidence(row)?.correction;
    if (correction === undefined) return [];
    return [
      {
        search: row.search,
        instead: correction.text,
        answered: correction.isApplied ? "the other" : "as asked",
      },
    ];
  });
}

/** What came with the last answer. */
function lastEvidence({ readings }: Pick<PageRow, "readings">): Evidence | undefined {
  return readings.at(-1)?.evidence;
}

const NOT_ASKED = { number: null };

interface Pair {
  readonly company: string;
  readonly name: string;
  readonly kind: string;
  title?: PageRow;
  text?: PageRow;
}

function pairsOf(rows: readonly PageRow[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const row of rows) {
    const { company, name, kind, place } = row;
    const key = JSON.stringify([company, row.tool, name]);
    const pair = pairs.get(key) ?? { company, name, kind };
    pair[place] = row;
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

function searchesByPair(entries: readonly PlanEntry<PageSearch>[]): Map<string, PlanEntry<PageSearch>[]> {
  const groups = new Map<string, PlanEntry<PageSearch>[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.query.company, entry.query.name]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}
