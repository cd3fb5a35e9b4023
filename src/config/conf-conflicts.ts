import type { MiningQuery } from "../census/query.js";
import { LONGEST_SEARCH_TEXT, searchText } from "../census/search-text.js";
import {
  type Item,
  itemsAt,
  laterAlike,
  maybeToolKey,
  type NamePath,
  type Once,
  repeated,
} from "./conf-items.js";
import { dorkingConflicts } from "./dorking-conflicts.js";
import { queryEntrySchema } from "./mining-schema.js";
import { type Problem, valueAt, valueText } from "./problem.js";

/**
 * What is wrong between entries that are each well formed, and what only shows once the search text is made.
 * Each check looks only at the fields it needs, so that one wrong field does not hide what else is wrong.
 */
export function confConflicts(root: unknown, named: NamePath): Problem[] {
  const queries = itemsAt(root, Array.isArray(root) ? [] : ["mining", "queries"]);
  const repositories = itemsAt(root, ["popularity", "repositories"]);
  return [
    ...longSearches(queries),
    ...equalEntries(queries, named),
    ...alikeTools(queries, named),
    ...dorkingConflicts(root, named),
    ...repeated(repositories, STARRED_TOOL, named),
    ...repeated(repositories, REPOSITORY, named),
  ];
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
  return laterAlike(spellings, ({ value }) => maybeToolKey(value)).map(({ item, first }) => ({
    path: item.path,
    expected: `${valueText(first.value)} as in ${named(first.path)}, or the name of another tool: both names stand for one`,
    value: valueText(item.value),
  }));
}

const STARRED_TOOL: Once = { what: "tool", field: "tool", keyOf: maybeToolKey };
const REPOSITORY: Once = { what: "repository", field: "repository", keyOf: maybeLowerCase };

/** GitHub tells no repositories apart by letter case. */
function maybeLowerCase(value: unknown): string | undefined {
  return typeof value === "string" ? value.toLowerCase() : undefined;
}
