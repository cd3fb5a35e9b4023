import { countTables } from "./practice-tables.js";
import type { TableOptions } from "./table.js";

const searches: TableOptions = { caption: "Searches on GitHub, in the order in which they are asked" };

const warnings: TableOptions = { caption: "Weak points of the queries" };

const pages: TableOptions = {
  caption: "Searches on Google, in the order in which they are asked",
  missing: "",
};

const services: TableOptions = { caption: "What is set, and what is missing" };

const counts = {
  outcomes: { caption: "What came of each query" },
  remarks: { caption: "What to know about single counts" },
  problems: { caption: "Queries without a count, and what to do" },
};

/** How the tables of the collection notebook are written; those of practice say so. */
export function collectionTables(isPractice: boolean) {
  return { searches, warnings, pages, services, ...countTables(counts, isPractice) };
}
