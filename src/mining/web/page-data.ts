import { z } from "zod";
import { maybeJson } from "../../census/json.js";

const errorSchema = z.union([
  z.string().transform((message) => ({ message, type: "" })),
  z.looseObject({ message: z.string().default(""), type: z.string().default("") }),
]);

const searchSchema = z.looseObject({
  type: z.string().optional(),
  result_count: z.int().nonnegative().nullish(),
  page_count: z.int().nonnegative().nullish(),
  results: z.array(z.unknown()).nullish(),
  errors: z.array(errorSchema).nullish(),
  logged_in: z.boolean().nullish(),
  warn_limited_results: z.boolean().nullish(),
  protected_org_logins: z.array(z.unknown()).nullish(),
});

export interface SearchError {
  readonly message: string;
  readonly type: string;
}

/** What the data inside the search page say, in the project's words. */
export interface SearchData {
  /** Undefined where the page gives none. */
  readonly count: number | undefined;
  /** Whether everything is there by which a failed search with a 0 differs from a search that found nothing. */
  readonly isWhole: boolean;
  /** The service leaves the number of pages empty when a search failed. */
  readonly lacksPages: boolean;
  /** Whether they list files, or more than one page of them, whatever the count is. */
  readonly listsFiles: boolean;
  readonly errors: readonly SearchError[];
  readonly isSignedIn: boolean;
  readonly isSignedOut: boolean;
  readonly isLimited: boolean;
  /** Organisations whose results are hidden from this account. */
  readonly hiddenOrganisationCount: number;
}

/** `absent`: the page has no data of a search. `unknown`: it has, and they are of no known form. */
export type PageData =
  | { readonly kind: "search"; readonly search: SearchData }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" };

/** A script of the page that holds JSON. */
export interface DataText {
  readonly text: string;
  /** Whether it belongs to the part of the page that draws the search. */
  readonly isOfSearch: boolean;
}

/**
 * The search in the page's data. Two forms are known: the fields stand in `payload`, or in `payload.blackbirdSearchRoute`.
 *
 * Source: public clients of the search, 2026
 */
export function readPageData(texts: readonly DataText[]): PageData {
  const readings = texts.map(readOne);
  const searches = readings.flatMap((reading) => (reading.kind === "search" ? [reading] : []));
  const [first] = searches;
  if (first === undefined) return readings.find(({ kind }) => kind === "unknown") ?? { kind: "absent" };
  const isOne = searches.every(({ search }) => search.count === first.search.count);
  return isOne ? first : { kind: "unknown" };
}

function readOne({ text, isOfSearch }: DataText): PageData {
  const document = maybeJson(text);
  const fields = maybeSearchFields(document);
  if (fields === undefined)
    return isOfSearch || namesACount(document) ? { kind: "unknown" } : { kind: "absent" };
  const search = maybeSearch(fields);
  return search === undefined ? { kind: "unknown" } : { kind: "search", search };
}

function maybeSearchFields(document: unknown): unknown {
  const payload = fieldOf(document, "payload");
  return [fieldOf(payload, "blackbirdSearchRoute"), payload].find(isSearch);
}

function isSearch(value: unknown): boolean {
  return ["result_count", "logged_in"].some((name) => fieldOf(value, name) !== undefined);
}

function fieldOf(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return isObject ? (value as Record<string, unknown>)[name] : undefined;
}

/** A count that has moved to another place of the data, under its name; however deep the data are. */
function namesACount(document: unknown): boolean {
  for (const open = [document]; open.length > 0; ) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "result_count")) return true;
    for (const field of Object.values(value)) open.push(field);
  }
  return false;
}

function maybeSearch(fields: unknown): SearchData | undefined {
  const parsed = searchSchema.safeParse(fields);
  if (!parsed.success) return undefined;
  const { type = "code", result_count: count, page_count: pages, errors, ...rest } = parsed.data;
  const isSignedOut = rest.logged_in === false;
  const saysSomething = typeof count === "number" || isSignedOut || (errors ?? []).length > 0;
  if (type !== "code" || !saysSomething) return undefined;
  return {
    count: count ?? undefined,
    isWhole: Array.isArray(errors) && typeof pages === "number",
    lacksPages: pages === null,
    listsFiles: (rest.results ?? []).length > 0 || (pages ?? 0) > 1,
    errors: errors ?? [],
    isSignedIn: rest.logged_in === true,
    isSignedOut,
    isLimited: rest.warn_limited_results === true,
    hiddenOrganisationCount: rest.protected_org_logins?.length ?? 0,
  };
}
