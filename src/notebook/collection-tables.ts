import { PAIR_COUNTS } from "./pair-counts.js";
import { countTables } from "./practice-tables.js";
import type { TableOptions } from "./table.js";

const searches: TableOptions = { caption: "Searches on GitHub, in the order in which they are asked" };

const warnings: TableOptions = { caption: "Weak points of the queries" };

const pages: TableOptions = {
  caption: "Searches on Google, the most important first",
  columns: {
    numbers: "no.",
    company: "company",
    name: "tool, as pages write it",
    kind: "whose tool",
    searches: "searches",
  },
};

const pageWarnings: TableOptions = {
  caption: "Weak points of the searches for pages",
  columns: { names: "names", "what to know": "what to know" },
};

const repositories: TableOptions = { caption: "Repositories that GitHub is asked for" };

const services: TableOptions = { caption: "What is set, and what is missing" };

const outcomes: TableOptions = { caption: "What came of each query" };
const remarks: TableOptions = { caption: "What to know about single counts" };
const problems: TableOptions = { caption: "Queries without a count, and what to do" };

const pageTables = {
  outcomes: {
    caption: "Pages that name a company and a tool, in the title and in the text",
    columns: {
      company: "company",
      name: "tool, as pages write it",
      kind: "whose tool",
      ...PAIR_COUNTS,
    },
  },
  evidence: {
    caption: "The first page of each pair that stands in a title",
    columns: {
      company: "company",
      name: "tool, as pages write it",
      first: "title of the first page",
      address: "its address",
      kept: "pages kept as evidence",
    },
  },
  corrections: {
    caption: "Searches for which another text was suggested, or answered",
    columns: { search: "search", instead: "the other text", answered: "answered" },
  },
  reviews: {
    caption: "Share of the pages that are relevant, as far as they were reviewed",
    columns: {
      company: "company",
      tool: "tool",
      reviewer: "reviewed in",
      reviewed: "reviewed",
      relevant: "relevant",
      share: "share",
      low: "at least",
      high: "at most",
    },
    percent: ["share", "low", "high"],
    dashes: ["share", "low", "high"],
  },
} satisfies Readonly<Record<string, TableOptions>>;

const repositoryTables = {
  outcomes: {
    caption: "Repositories of the tools, as GitHub has them",
    columns: {
      tool: "tool",
      repository: "repository",
      stars: "stars",
      forks: "forks",
      created: "created",
      archived: "archived",
    },
  },
} satisfies Readonly<Record<string, TableOptions>>;

/** How the tables of what will be asked are written. */
export const PLAN_TABLES = { searches, warnings, pages, pageWarnings, repositories, services };

/** How the tables of what came are written, by what was asked; those of practice say so. */
export const OUTCOME_TABLES = {
  code: (isPractice: boolean) => countTables({ outcomes, remarks, problems }, isPractice),
  pages: (isPractice: boolean) =>
    countTables({ ...pageTables, remarks, problems }, isPractice, "sample pages, not the web"),
  repositories: (isPractice: boolean) =>
    countTables({ ...repositoryTables, remarks, problems }, isPractice, "made-up repositories, not GitHub's"),
} as const;
