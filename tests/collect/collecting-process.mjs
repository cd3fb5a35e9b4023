// Collects into a folder from a server on this machine, until it is done or killed. Says "ready" before it asks.

import { collect } from "../../dist/collect/collector.js";
import { openRun } from "../../dist/collect/open-run.js";
import { CODE_QUESTIONS } from "../../dist/mining/code-questions.js";
import { fetchSource } from "./fetch-source.mjs";

const [folder = "", service = "", queries = "0", repeats = "0"] = process.argv.slice(2);
const time = "2026-11-03T12:00:00.000Z";
const clock = { now: () => new Date(time), sleep: async () => {} };
const source = fetchSource(service, time);
const run = await openRun({ folder, identity: { source: source.name, service }, clock });
process.stdout.write("ready\n");
await collect({
  kind: CODE_QUESTIONS,
  queries: Array.from({ length: Number(queries) }, (_, index) => ({
    tool: "A",
    query: `query ${index + 1}`,
    extensions: ["py"],
    purposes: ["global"],
  })),
  source,
  run,
  pace: { lowMs: 0, highMs: 0 },
  repeats: Number(repeats),
  clock,
  random: Math.random,
  signal: new AbortController().signal,
});
