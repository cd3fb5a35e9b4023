import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { ConfigurationError, findingText } from "../../src/census/errors.js";

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "census-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a folder of its own and gives its path. */
export function writtenFile(name: string, content: string | Uint8Array, mode = 0o600): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

/** What is wrong, one line a finding, without the temporary folder's name. */
export function findingsOf(load: () => unknown, path: string): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.findings.map((finding) =>
        findingText(finding).replaceAll(path, path.replace(/^.*[\\/]/, "")),
      );
    }
    throw error;
  }
  return [];
}

export const ENTRY = { tool: "wandb", query: "/import wandb/", extensions: ["py"], purpose: ["global"] };

/** A whole configuration with these queries and, where given, this dorking part. */
export function conf(queries: unknown, dorking?: unknown): string {
  return JSON.stringify({ mining: { queries }, ...(dorking === undefined ? {} : { dorking }) }, null, 2);
}
