import { nameKey } from "../census/name-key.js";
import { toolKey } from "../census/tool-key.js";
import { type Problem, type ValuePath, valueAt, valueText } from "./problem.js";

/** How a path is named to the person, with its line. */
export type NamePath = (path: ValuePath) => string;

/** A value of the configuration, and where it stands. */
export interface Item {
  readonly path: ValuePath;
  readonly value: unknown;
}

/** The entries of the list at a path; none where there is no list. */
export function itemsAt(root: unknown, path: ValuePath): Item[] {
  const list = valueAt(root, path);
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ path: [...path, index], value })) : [];
}

export function maybeNameKey(value: unknown): string | undefined {
  return typeof value === "string" && nameKey(value) !== "" ? nameKey(value) : undefined;
}

/** One key for all names of a tool, where that is what the value is. */
export function maybeToolKey(value: unknown): string | undefined {
  return maybeNameKey(value) === undefined ? undefined : toolKey(String(value));
}

/** Each item whose key an earlier one has, with the first that has it; items without a key are like no other. */
export function laterAlike(items: readonly Item[], keyOf: (item: Item) => string | undefined) {
  const firsts = new Map<string, Item>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    const first = key === undefined ? undefined : firsts.get(key);
    if (key !== undefined && first === undefined) firsts.set(key, item);
    return first === undefined ? [] : [{ item, first }];
  });
}

/** What a list holds once: the field that says so, and what is the same there however it is written. */
export interface Once {
  readonly what: string;
  readonly field: string;
  readonly keyOf: (value: unknown) => string | undefined;
}

/** What comes a second time in a list that holds it once. */
export function repeated(items: readonly Item[], { what, field, keyOf }: Once, named: NamePath): Problem[] {
  const names = items.map(({ path, value }) => ({ path: [...path, field], value: valueAt(value, [field]) }));
  return laterAlike(names, ({ value }) => keyOf(value)).map(({ item, first }) => ({
    path: item.path,
    expected: `each ${what} once: ${named(first.path)} is ${valueText(first.value)}`,
    value: valueText(item.value),
  }));
}
