import {
  type Item,
  itemsAt,
  maybeNameKey,
  maybeToolKey,
  type NamePath,
  type Once,
  repeated,
} from "./conf-items.js";
import { type Problem, valueAt, valueText } from "./problem.js";

const COMPANY: Once = { what: "company", field: "name", keyOf: maybeNameKey };
const TOOL: Once = { what: "tool", field: "name", keyOf: maybeToolKey };

/** What is wrong between the companies and tools of `dorking`, and what figures show of them. */
export function dorkingConflicts(root: unknown, named: NamePath): Problem[] {
  const list = (...path: string[]): Item[] => itemsAt(root, ["dorking", ...path]);
  const [companies, tools] = [list("companies"), list("tools")];
  return [
    ...repeated(companies, COMPANY, named),
    ...repeated(tools, TOOL, named),
    ...ownToolsSpeltOtherwise(companies, tools),
    ...usedToolsBesideOwn(companies),
    ...strangers(companies.map(fieldOf("usedTool")), { of: tools, what: "tools" }),
    ...strangers(list("figures", "companies"), { of: companies, what: "companies" }),
    ...strangers(list("figures", "tools"), { of: tools, what: "tools" }),
  ];
}

function ownToolsSpeltOtherwise(companies: readonly Item[], tools: readonly Item[]): Problem[] {
  const names = tools.map(({ value }) => valueAt(value, ["name"]));
  return companies.flatMap(({ path, value }) => {
    const ownTool = valueAt(value, ["ownTool"]);
    const key = maybeToolKey(ownTool);
    const name = key === undefined ? undefined : names.find((other) => maybeToolKey(other) === key);
    if (name === undefined || name === ownTool) return [];
    const expected = `${valueText(name)}, as it is written among the tools`;
    return [{ path: [...path, "ownTool"], expected, value: valueText(ownTool) }];
  });
}

function usedToolsBesideOwn(companies: readonly Item[]): Problem[] {
  return companies.flatMap(({ path, value }) => {
    const [own, used] = [valueAt(value, ["ownTool"]), valueAt(value, ["usedTool"])];
    if (typeof own !== "string" || typeof used !== "string") return [];
    const expected = "either ownTool or usedTool: the one stands in the other's stead";
    return [{ path: [...path, "usedTool"], expected, value: valueText(used) }];
  });
}

/** Names that none of the entries has, with the one that is meant where only its spelling differs. */
function strangers(items: readonly Item[], { of, what }: { of: readonly Item[]; what: string }): Problem[] {
  const names = of.map(({ value }) => valueAt(value, ["name"]));
  return items.flatMap(({ path, value }) => {
    if (typeof value !== "string" || names.length === 0 || names.includes(value)) return [];
    const meant = names.find((name) => maybeToolKey(name) === maybeToolKey(value));
    const hint = meant === undefined ? "" : ` (did you mean ${valueText(meant)}?)`;
    return [{ path, expected: `the name of one of the ${what}${hint}`, value: valueText(value) }];
  });
}

function fieldOf(name: string): (item: Item) => Item {
  return ({ path, value }) => ({ path: [...path, name], value: valueAt(value, [name]) });
}
