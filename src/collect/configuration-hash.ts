import { createHash } from "node:crypto";
import type { MiningQuery } from "../census/query.js";

/**
 * One text for all that a configuration asks, whatever the layout of its file: `sha256:` and 64 digits.
 *
 * Queries count in their order, since they are asked in it; purposes do not.
 */
export function configurationHash(queries: readonly MiningQuery[], repeats: number): string {
  const meaning = queries.map(({ tool, query, extensions, purposes }) => [
    tool,
    query,
    extensions,
    purposes.toSorted(),
  ]);
  const digest = createHash("sha256")
    .update(JSON.stringify([repeats, meaning]))
    .digest("hex");
  return `sha256:${digest}`;
}
