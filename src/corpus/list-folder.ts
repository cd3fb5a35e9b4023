import { isUtf8 } from "node:buffer";
import { type Dirent, readdirSync } from "node:fs";

export interface FolderList {
  /** In the order of their names, which is the same on every machine. */
  readonly items: readonly Dirent[];
  /** Names that are not UTF-8, their odd bytes as `\xe9`. */
  readonly oddNames: readonly string[];
}

/** What is in a folder. Errors: the system's own where it cannot be read */
export function listFolder(folder: string): FolderList {
  const items = readdirSync(folder, { withFileTypes: true });
  items.sort((one, other) => (one.name < other.name ? -1 : 1));
  if (!items.some(({ name }) => name.includes("\ufffd"))) return { items, oddNames: [] };
  const names = readdirSync(folder, { encoding: "buffer" });
  const good = new Set(names.filter((name) => isUtf8(name)).map((name) => name.toString()));
  const oddNames = names.filter((name) => !isUtf8(name)).map(shownName);
  return { items: items.filter(({ name }) => good.has(name)), oddNames: oddNames.sort() };
}

/** A name with each byte beyond ASCII as `\xe9`. */
export function shownName(name: Uint8Array): string {
  return Buffer.from(name)
    .toString("latin1")
    .replaceAll(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
}
