import { readFileSync, statSync } from "node:fs";
import { setUpFolder, writeWhole } from "./set-up-folder.js";

interface Verdict {
  readonly path: string;
  /** The file's time of change: another one is another program. */
  readonly mtimeMs: number;
  /** What is told of it: a version, or where it comes from. */
  readonly detail: string;
}

/**
 * The program that was found to work last, so that it need not be started at every set-up.
 *
 * Missing: undefined when there is none, or when its file is gone or was changed since
 */
export function maybeLastFound(root: string, tool: string): Pick<Verdict, "path" | "detail"> | undefined {
  const { path, mtimeMs, detail } = readVerdict(verdictPath(root, tool)) ?? {};
  if (path === undefined || detail === undefined) return undefined;
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs === mtimeMs ? { path, detail } : undefined;
}

/** Remembers that this program works. Only good news is kept: what does not work is tried again next time. */
export function saveFound(
  root: string,
  tool: string,
  { path, detail }: Pick<Verdict, "path" | "detail">,
): void {
  const verdict: Verdict = { path, mtimeMs: statSync(path).mtimeMs, detail };
  writeWhole(verdictPath(root, tool), `${JSON.stringify(verdict)}\n`);
}

function verdictPath(root: string, tool: string): string {
  return setUpFolder(root, `${tool}.json`);
}

/** A file that is not there or was spoilt is no verdict: the program is tried again. */
function readVerdict(path: string): Partial<Verdict> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
