import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";

/** What every collection depends on, by name: this program, Node.js, the system and its processor. */
export function baseVersions(): Readonly<Record<string, string>> {
  const { name, version } = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8"));
  return { [name]: version, node: process.versions.node, platform: `${process.platform} ${process.arch}` };
}
