/** The way from a file's root to a value in it: `["mining", "queries", 3, "purpose"]`. */
export type ValuePath = readonly (string | number)[];

/** Something wrong with a value of the configuration, before it is known where in the file that stands. */
export interface Problem {
  readonly path: ValuePath;
  /** Point at the value's name, not at the value. */
  readonly isAboutName?: boolean;
  readonly expected: string;
  /** As text; absent where nothing can be shown. */
  readonly value?: string;
}

/** A path as code writes it: `mining.queries[3].purpose`. */
export function pathText(path: ValuePath): string {
  return path
    .map((step) =>
      typeof step === "number" ? `[${step}]` : /^[\w$-]+$/.test(step) ? `.${step}` : `["${step}"]`,
    )
    .join("")
    .replace(/^\./, "");
}

const LONGEST_SHOWN = 80;

/** A value as JSON writes it, cut when long; "nothing" where it is absent. */
export function valueText(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)`;
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}
