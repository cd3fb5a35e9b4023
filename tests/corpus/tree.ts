import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { MiningQuery } from "../../src/census/query.js";

/** Makes a folder with these files, by path. */
export function tree(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "census-corpus-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export function asked(query: string, ...extensions: readonly string[]): MiningQuery {
  return { tool: "a tool", query, extensions, purposes: ["global"] };
}

export const WANDB = asked("import wandb", "py", "ipynb");
