import { nameKey } from "../census/name-key.js";
import type { MiningQuery } from "../census/query.js";
import { LONGEST_SEARCH_TEXT, searchText } from "../census/search-text.js";
import { toolKey } from "../census/tool-key.js";
import { queryEntrySchema } from "./mining-schema.js";
import { type Problem, type ValuePath, valueAt, valueText } from "./problem.js";

/** How a path is named to the person, with its line. */
type NamePath = (path: ValuePath) => string;

interface Item {
  readonly path: ValuePath;
  readonly value: unknown;
}

/**
 * What is wrong between entries that are each well formed, and what only shows once the search text is made.
 * Each check looks only at the fields it needs, so that one wrong field does not hide what else is wrong.
 */
export function confConflicts(root: unknown, named: NamePath): Problem[] {
  const queries = itemsAt(root, Array.isArray(root) ? [] : ["mining", "queries"]);
  const [companies, tools] = ["companies", "tools"].map((list) => itemsAt(root, ["dorking", list]));
  return [
    ...longSearches(queries),
    ...equalEntries(queries, named),
    ...alikeTools(queries, named),
    ...repeated(companies ?? [], "company", named),
    ...repeated(tools ?? [], "tool", named),
    ...ownToolsSpeltOtherwise(companies ?? [], tools ?? []),
  ];
}

function itemsAt(root: unknown, path: ValuePath): Item[] {
  const list = valueAt(root, path);
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ path: [...path, index], value })) : [];
}

/** The entry's query where its text can be made; other fields may be wrong. */
function maybeQuery({ value }: Item): Omit<MiningQuery, "purposes"> | undefined {
  const { success, data } = queryEntrySchema.omit({ purpose: true }).loose().safeParse(value);
  return success ? { ...data, extensions: [data.extensions].flat() } : undefined;
}

function longSearches(queries: readonly Item[]): Problem[] {
  return queries.flatMap((item) => {
    const query = maybeQuery(item);
    const length = query === undefined ? 0 : searchText(query).length;
    if (length <= LONGEST_SEARCH_TEXT) return [];
    const expected = `a search text of at most ${LONGEST_SEARCH_TEXT} characters, files included`;
    return [{ path: [...item.path, "query"], expected, value: `${length} characters` }];
  });
}

function equalEntries(queries: readonly Item[], named: NamePath): Problem[] {
  const keyOf = (item: Item) => {
    const [tool, query, extensions] = ["tool", "query", "extensions"].map((name) =>
      valueAt(item.value, [name]),
    );
    const isWhole = tool !== undefined && query !== undefined && extensions !== undefined;
    return isWhole ? JSON.stringify([tool, query, [extensions].flat().toSorted()]) : undefined;
  };
  return laterAlike(queries, keyOf).map(({ item, first }) => ({
    path: item.path,
    expected: `another tool, query or extensions than ${named(first.path)}: a count asked twice would be added twice`,
    value: "an equal entry",
  }));
}

/** One finding for each other spelling, at its first use. */
function alikeTools(queries: readonly Item[], named: NamePath): Problem[] {
  const tools = queries.map(({ path, value }) => ({
    path: [...path, "tool"],
    value: valueAt(value, ["tool"]),
  }));
  const spellings = tools.filter(
    ({ value }, index) => tools.findIndex((other) => other.value === value) === index,
  );
  const keyOf = ({ value }: Item) => (maybeNameKey(value) === undefined ? undefined : toolKey(String(value)));
  return laterAlike(spellings, keyOf).map(({ item, first }) => ({
    path: item.path,
    expected: `${valueText(first.value)} as in ${named(first.path)}, or the name of another tool: both names stand for one`,
    value: valueText(item.value),
  }));
}

function repeated(items: readonly Item[], what: string, named: NamePath): Problem[] {
  const names = items.map(({ path, value }) => ({
    path: [...path, "name"],
    value: valueAt(value, ["name"]),
  }));
  return laterAlike(names, ({ value }) => maybeNameKey(value)).map(({ item, first }) => ({
    path: item.path,
    expected: `each ${what} once: ${named(first.path)} is ${valueText(first.value)}`,
    value: valueText(item.value),
  }));
}

function ownToolsSpeltOtherwise(companies: readonly Item[], tools: readonly Item[]): Problem[] {
  const names = tools.map(({ value }) => valueAt(value, ["name"]));
  return companies.flatMap(({ path, value }) => {
    const ownTool = valueAt(value, ["ownTool"]);
    const key = maybeNameKey(ownTool);
    const name = key === undefined ? undefined : names.find((other) => maybeNameKey(other) === key);
    if (name === undefined || name === ownTool) return [];
    const expected = `${valueText(name)}, as it is written among the tools`;
    return [{ path: [...path, "ownTool"], expected, value: valueText(ownTool) }];
  });
}

function maybeNameKey(value: unknown): string | undefined {
  return typeof value === "string" && nameKey(value) !== "" ? nameKey(value) : undefined;
}

/** Each item whose key an earlier one has, with the first that has it; items without a key are like no other. */
function laterAlike(items: readonly Item[], keyOf: (item: Item) => string | undefined) {
  const firsts = new Map<string, Item>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    const first = key === undefined ? undefined : firsts.get(key);
    if (key !== undefined && first === undefined) firsts.set(key, item);
    return first === undefined ? [] : [{ item, first }];
  });
}
