import * as fs from "node:fs";
import { join } from "node:path";
import type { FileSystem } from "../collect/file-system.js";
import { makeFolder, saveWhole } from "../collect/write-bytes.js";
import type { UnitStore } from "./kept-units.js";

/**
 * Keeps results of units as JSON files in a folder, each whole or not at all. The folder can be removed at any time: what
 * is not kept is counted anew.
 *
 * Errors: RunError where the disk refuses to write
 */
export function unitsInFolder(folder: string, files: FileSystem = fs): UnitStore {
  const pathOf = (key: string): string => join(folder, `${key}.json`);
  return {
    load: (key) => maybeJson(pathOf(key), files),
    save: (key, result) => {
      makeFolder(files, folder);
      saveWhole(files, pathOf(key), JSON.stringify(result));
    },
  };
}

/** Missing: undefined where it is not there or broken */
function maybeJson(path: string, files: FileSystem): unknown {
  try {
    return JSON.parse(files.readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
