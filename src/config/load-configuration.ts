import { basename, join } from "node:path";
import { ConfigurationError, type Finding } from "../census/errors.js";
import { maybePace, type Pace } from "../census/pace.js";
import type { ShownPairs } from "../census/page-search.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { shownPath } from "../census/shown-path.js";
import { PAGE_SOURCE_NAMES, SOURCE_NAMES } from "../census/source-name.js";
import { confConflicts } from "./conf-conflicts.js";
import { type ConfObject, confArraySchema, confObjectSchema } from "./conf-schema.js";
import {
  type Company,
  type Configuration,
  DORKING_PACE,
  type DorkingConfiguration,
  MINING_PACE,
  POPULARITY_PACE,
  type SearchedTool,
} from "./configuration.js";
import { type JsonDocument, jsonDocument } from "./json-document.js";
import type { QueryEntry } from "./mining-schema.js";
import { type Problem, pathText, type ValuePath } from "./problem.js";
import { readText } from "./read-text.js";
import { schemaProblems } from "./schema-problems.js";

/**
 * Reads what the census asks.
 *
 * Input:  a JSON file: the object with `mining`, `dorking` and `popularity`, or the study's bare list of queries
 * Errors: ConfigurationError with everything that is wrong, each with place, line and column, value and what is expected
 */
export function loadConfiguration(path: string = join(PROJECT_ROOT, "conf.json")): Configuration {
  const name = basename(path);
  const reading = readText(path, name);
  if (reading.kind === "missing") throw wrong(path, [missingFile(path, name)]);
  if (reading.kind === "wrong") throw wrong(path, [reading.finding]);
  const document = jsonDocument(reading.text, name);
  const findings = document.isReadable
    ? [...document.findings, ...contentFindings(document, name)]
    : document.findings;
  if (findings.length > 0) throw wrong(path, inOrder(findings));
  return configurationOf(document.value);
}

function wrong(path: string, findings: readonly Finding[]): ConfigurationError {
  return new ConfigurationError(`${shownPath(path)} cannot be used:`, findings);
}

function missingFile(path: string, name: string): Finding {
  return { place: name, expected: `a file at ${path} (git keeps the study's)`, value: "no file" };
}

function contentFindings(document: JsonDocument, name: string): Finding[] {
  const { value } = document;
  const named = (path: ValuePath) => `${pathText(path)} (line ${document.positionOf(path)?.line})`;
  const problems = [
    ...schemaProblems(Array.isArray(value) ? confArraySchema : confObjectSchema, value),
    ...confConflicts(value, named),
  ];
  return problems.map(({ path, isAboutName, ...rest }: Problem) => ({
    place: path.length === 0 ? name : `${name}: ${pathText(path)}`,
    ...document.positionOf(path, isAboutName),
    ...rest,
  }));
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** The checked value in the words of the program. */
function configurationOf(value: unknown): Configuration {
  if (Array.isArray(value)) {
    return { mining: miningOf({ queries: confArraySchema.parse(value) }) };
  }
  const { mining, dorking, popularity } = confObjectSchema.parse(value);
  return {
    mining: miningOf(mining),
    ...(dorking && { dorking: dorkingOf(dorking) }),
    ...(popularity && { popularity: popularityOf(popularity) }),
  };
}

function miningOf({ queries, pace, repeats = 1, source = SOURCE_NAMES[0] }: ConfObject["mining"]) {
  return { queries: queries.map(queryOf), pace: paceOr(MINING_PACE, pace), repeats, source };
}

function queryOf({ tool, query, extensions, purpose }: QueryEntry) {
  return { tool, query, extensions: [extensions].flat(), purposes: [purpose].flat() };
}

function dorkingOf(dorking: NonNullable<ConfObject["dorking"]>): DorkingConfiguration {
  const companies = dorking.companies.map(({ name, ownTool, usedTool }) => ({
    name,
    ...(typeof ownTool === "string" && { ownTool }),
    ...(typeof usedTool === "string" && { usedTool }),
  }));
  const tools = dorking.tools.map((tool) => ({
    name: tool.name,
    search: [tool.search ?? tool.name].flat(),
    with: [tool.with ?? []].flat(),
    without: [tool.without ?? []].flat(),
  }));
  return {
    companies,
    tools,
    asStudied: dorking.asStudied ?? false,
    figures: dorking.figures ?? everyPair(companies, tools),
    pace: paceOr(DORKING_PACE, dorking.pace),
    repeats: dorking.repeats ?? 1,
    source: dorking.source ?? PAGE_SOURCE_NAMES[0],
  };
}

function everyPair(companies: readonly Company[], tools: readonly SearchedTool[]): ShownPairs {
  const own = new Set(companies.map(({ ownTool }) => ownTool));
  return {
    companies: companies.map(({ name }) => name),
    tools: tools.map(({ name }) => name).filter((name) => !own.has(name)),
  };
}

function popularityOf({ repositories, pace }: NonNullable<ConfObject["popularity"]>) {
  return { repositories, pace: paceOr(POPULARITY_PACE, pace) };
}

function paceOr(otherwise: Pace, written: string | number | undefined): Pace {
  return (written === undefined ? undefined : maybePace(written)) ?? otherwise;
}
