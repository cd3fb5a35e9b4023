import { frameOf } from "../frames/data-frame.js";
import { COMPANY_COLUMNS, type StudyData } from "../frames/study-data.js";
import type { CountedPages } from "./counted-pages.js";

/**
 * Which companies and tools figures show of a run's pages, and what each company runs, as its configuration said when it
 * was collected; the study's where a run's file does not say.
 */
export function companyOptionsOf(
  searches: readonly CountedPages[],
  { companyOptions }: Pick<StudyData, "companyOptions">,
): StudyData["companyOptions"] {
  const shown = searches.filter(({ isShown }) => isShown);
  const run = searches.filter(({ kind, isUsed }) => kind === "own" || isUsed);
  const companies = frameOf(
    COMPANY_COLUMNS,
    run.map(({ company, tool, isUsed }) => ({
      company,
      software: tool,
      kind: isUsed ? "public" : "custom",
      note: "",
    })),
  );
  return {
    ...(shown.length > 0 && {
      shown: {
        companies: distinct(shown.map(({ company }) => company)),
        tools: distinct(shown.filter(isBeside).map(({ tool }) => tool)),
      },
    }),
    companies: searches.some(({ isShown, isUsed }) => isShown || isUsed)
      ? companies
      : companyOptions.companies,
  };
}

/** A tool that one company runs is drawn first at that company, and is no tool to set it beside. */
function isBeside({ kind, isUsed }: CountedPages): boolean {
  return kind !== "own" && !isUsed;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
