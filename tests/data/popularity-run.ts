import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectCopy } from "./folder.js";

const CODE = { tool: "A", query: "a", extensions: "py", purpose: "global", number: 1 };

const FACTS = { fullName: "wandb/wandb", forks: 700, created: "2017-03-24T05:46:23Z", archived: false };

/** One tool's repository as a run keeps it. */
export function repositoryRow(part: Readonly<Record<string, unknown>> = {}, facts: object = {}) {
  return {
    tool: "W&B",
    repository: "wandb/wandb",
    number: 10_355,
    low: 10_355,
    high: 10_355,
    reading: "exact",
    time: "2026-11-25T10:00:00.000Z",
    readings: [{ repeat: 1, evidence: { repository: { ...FACTS, ...facts } } }],
    ...part,
  };
}

/** A project with a run named may, whose stars are these rows. */
export function rootWithStars(rows: unknown, parent = "runs"): { root: string; folder: string } {
  const root = projectCopy();
  const folder = join(root, "data", parent, "may");
  write(join(folder, "output.json"), [CODE]);
  write(join(folder, "popularity", "output.json"), rows);
  return { root, folder };
}

function write(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}
