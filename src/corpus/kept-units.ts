import { createHash } from "node:crypto";
import { z } from "zod";
import type { Search } from "./search-options.js";
import { type Tally, tallySchema } from "./tally.js";
import type { Unit } from "./unit.js";

/** Where results of units are kept, so that a scan that was stopped does not begin anew. */
export interface UnitStore {
  /** Missing: undefined where nothing is kept under this key */
  load(key: string): unknown;
  save(key: string, result: KeptUnit): void;
}

const keptUnit = z.object({ mark: z.string(), tally: tallySchema });

/** A unit's result, as plain JSON. */
export type KeptUnit = z.infer<typeof keptUnit>;

/** To be raised where a tally, or what a query means, changes. */
const FORM_VERSION = 1;

/** The same for the same unit, queries and options. */
export function unitKey(unit: Unit, search: Search): string {
  return createHash("sha1")
    .update(JSON.stringify([FORM_VERSION, unit, search]))
    .digest("hex");
}

/** Missing: undefined where nothing is kept, it is broken, or the unit has changed since */
export function maybeKeptTally(store: UnitStore, key: string, mark: () => string): Tally | undefined {
  const read = keptUnit.safeParse(store.load(key));
  return read.success && read.data.mark === mark() ? read.data.tally : undefined;
}
