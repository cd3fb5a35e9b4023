import { closeSync, constants, openSync, readSync } from "node:fs";
import type { ReadBuffer } from "./read-buffer.js";

/** A file may have become a link or a pipe since it was listed: neither is followed or waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The content of a file on the disk.
 *
 * Errors: the system's own; Error where it is not as long as it was when it was listed
 */
export function readWhole(path: string, buffer: ReadBuffer, bytes: number): Uint8Array {
  // One byte more shows a file that grew.
  const into = buffer.ofSize(bytes + 1);
  const file = openSync(path, FLAGS);
  try {
    let filled = 0;
    for (let read = -1; read !== 0 && filled <= bytes; filled += read) {
      read = readSync(file, into, filled, bytes + 1 - filled, null);
    }
    if (filled !== bytes) throw new Error("it changed while it was read");
    return into.subarray(0, bytes);
  } finally {
    closeSync(file);
  }
}
