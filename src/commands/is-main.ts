import { existsSync, realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Is this module the one that node was started with? Input: the module's `import.meta.url`. */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1];
  return (
    started !== undefined && existsSync(started) && pathToFileURL(realpathSync(started)).href === moduleUrl
  );
}
