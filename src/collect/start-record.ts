import { baseVersions } from "./base-versions.js";
import type { CollectOptions } from "./collector.js";
import { configurationHash } from "./configuration-hash.js";
import { JOURNAL_VERSION, type RecordOf } from "./journal-records.js";

/** The record that begins a session: who is asked, what, and how fast. */
export function startRecord<Query, Fields extends object>({
  queries,
  kind,
  source,
  pace,
  repeats,
  clock,
}: Pick<
  CollectOptions<Query, Fields>,
  "queries" | "kind" | "source" | "pace" | "repeats" | "clock"
>): RecordOf<"run"> {
  return {
    kind: "run",
    v: JOURNAL_VERSION,
    time: clock.now().toISOString(),
    source: source.name,
    service: source.service,
    account: source.account,
    configuration: configurationHash(queries.map(kind.meaningOf), repeats),
    paceSeconds: { low: pace.lowMs / 1_000, high: pace.highMs / 1_000 },
    repeats,
    versions: baseVersions(),
  };
}
