import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../census/clock.js";
import type { CountSource } from "../census/count-source.js";
import type { RunFolder } from "./open-run.js";

/** Writes down what the source depends on, once it is known and whenever it is not what this session wrote last. */
export function keepVersions<Query>({
  run,
  source,
  clock,
}: {
  run: RunFolder;
  source: CountSource<Query>;
  clock: Clock;
}): void {
  const versions = { ...source.versions };
  const last = run.records.findLast(({ kind }) => kind === "versions" || kind === "run");
  const known = last?.kind === "versions" ? last.versions : {};
  if (isDeepStrictEqual(versions, known)) return;
  run.append({ kind: "versions", time: clock.now().toISOString(), versions });
}
