import { SYSTEM_CLOCK } from "../census/clock.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { credentialRows, type PlanRow, warningRows } from "../collect/plan-rows.js";
import {
  correctionRows,
  evidenceRows,
  pageOutcomeRows,
  pagePlanRows,
  pageWarningRows,
} from "../dorking/page-rows.js";
import { pageWarnings } from "../dorking/page-warnings.js";
import { codeOutcomeRows, codePlanRows } from "../mining/code-rows.js";
import { repositoryOutcomeRows, repositoryPlanRows } from "../popularity/repository-rows.js";
import { costSentences, pageCostSentences } from "../sources/cost-sentences.js";
import { type Census, type CodePart, isOfPractice, openCensus } from "../sources/open-census.js";
import { type NotebookOutcome, type NotebookPart, notebookPart } from "./collection-part.js";
import { OUTCOME_TABLES, PLAN_TABLES } from "./collection-tables.js";
import { type ReviewView, reviewOf } from "./review-view.js";

type TablesOf<Part extends keyof typeof OUTCOME_TABLES> = ReturnType<(typeof OUTCOME_TABLES)[Part]>;
type CodeOutcome = NotebookOutcome<TablesOf<"code">>;
type RepositoryOutcome = NotebookOutcome<TablesOf<"repositories">>;

/** What came of the searches for pages, with the evidence. */
export interface PageOutcome extends NotebookOutcome<TablesOf<"pages">> {
  readonly evidence: readonly PlanRow[];
  readonly correctionsText: string;
  readonly corrections: readonly PlanRow[];
  /** Writes the review sheet, or adds to it, and reads what a person marked in it. */
  review(): ReviewView;
}

/** A collection as its notebook shows it. */
export interface NotebookCollection {
  readonly code: NotebookPart<CodeOutcome> & { readonly warnings: readonly PlanRow[] };
  /** Where conf.json has none, there is nothing to ask, and what comes of it is empty. */
  readonly pages: NotebookPart<PageOutcome> & { readonly warnings: readonly PlanRow[] };
  readonly repositories: NotebookPart<RepositoryOutcome>;
  readonly services: readonly PlanRow[];
  /** How the tables of the plan are written. */
  readonly tables: typeof PLAN_TABLES;
}

/**
 * The collection that `conf.json` and the settings make: of real services, or practice where no account is set. Nothing
 * is asked before a `collect`.
 *
 * Errors: ConfigurationError with everything that is wrong; DataFileError where the run's journal is broken
 */
export function openCollection(): NotebookCollection {
  const census = openCensus({ root: PROJECT_ROOT, env: process.env, clock: SYSTEM_CLOCK });
  const { dorking } = census.configuration;
  return {
    code: { ...codeView(census.code), warnings: warningRows(census.code.plan) },
    pages: { ...pagesView(census), warnings: pageWarningRows(dorking ? pageWarnings(dorking) : []) },
    repositories: repositoriesView(census),
    services: credentialRows(census.credentials),
    tables: PLAN_TABLES,
  };
}

function codeView(part: CodePart): NotebookPart<CodeOutcome> {
  return notebookPart(part, {
    searches: codePlanRows(part.plan),
    cost: costSentences(part),
    noun: "queries",
    outcomesOf: (rows) => codeOutcomeRows({ rows }),
    tablesOf: OUTCOME_TABLES.code,
    moreOf: () => ({}),
  });
}

function pagesView({ pages, configuration: { dorking } }: Census): NotebookPart<PageOutcome> {
  if (pages === undefined || dorking === undefined) {
    const nothing = { evidence: [], ...correctionsOf([]), review: () => reviewOf(undefined, false) };
    const about = "`conf.json` plans no searches on Google (it has no `dorking`).";
    return emptyPart(about, { tables: OUTCOME_TABLES.pages(false), ...nothing });
  }
  return notebookPart(pages, {
    searches: pagePlanRows(pages.plan),
    cost: pageCostSentences(pages, dorking.source),
    noun: "searches",
    outcomesOf: pageOutcomeRows,
    tablesOf: OUTCOME_TABLES.pages,
    moreOf: (rows) => ({
      evidence: evidenceRows(rows),
      ...correctionsOf(rows),
      review: () => reviewOf(pages.run, isOfPractice(pages, rows)),
    }),
  });
}

function correctionsOf(rows: Parameters<typeof correctionRows>[0]) {
  const corrections = correctionRows(rows);
  const correctionsText =
    corrections.length === 0
      ? "No: no search came with another spelling."
      : "Read the other text before you use these totals.";
  return { correctionsText, corrections };
}

function repositoriesView({ repositories }: Census): NotebookPart<RepositoryOutcome> {
  if (repositories === undefined) {
    const about = "`conf.json` names no repositories (it has no `popularity`).";
    return emptyPart(about, { tables: OUTCOME_TABLES.repositories(false) });
  }
  return notebookPart(repositories, {
    searches: repositoryPlanRows(repositories.plan),
    cost: costSentences(repositories),
    noun: "repositories",
    outcomesOf: repositoryOutcomeRows,
    tablesOf: OUTCOME_TABLES.repositories,
    moreOf: () => ({}),
  });
}

/** What there is to show of a kind of question that conf.json does not ask. */
function emptyPart<More extends { readonly tables: unknown }>(about: string, more: More) {
  const nothing = { outcomes: [], remarksText: "", remarks: [], problemsText: "", problems: [] };
  return { about, searches: [], cost: "", collect: async () => ({ summary: about, ...nothing, ...more }) };
}
