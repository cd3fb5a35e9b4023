import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";

/** One output of a cell in several forms: each reader shows the richest that it knows. */
export interface Bundle {
  readonly data: Readonly<Record<string, string | object>>;
  /** By media type, such as the size at which a picture is shown. */
  readonly metadata?: Readonly<Record<string, object>>;
}

interface DisplayMessage {
  readonly data: object;
  readonly metadata: object;
  readonly transient: object;
}

export type WriteDisplay = (message: DisplayMessage, isUpdate: boolean) => void;

/** The kernel's own writer: its public `display` sends one media type a call, and strings only. */
function kernelWriter(): WriteDisplay | null {
  const require = createRequire(import.meta.url);
  return (require("tslab/dist/jupyter.js") as { lastWriteDisplayData: WriteDisplay | null })
    .lastWriteDisplayData;
}

/**
 * Shows one output below the running cell.
 *
 * Errors: an Error outside a notebook, where there is no cell to show it in
 */
export function display({ data, metadata = {} }: Bundle, write = kernelWriter()): void {
  requireWriter(write)({ data, metadata, transient: {} }, false);
}

/**
 * One output of the running cell that shows a new state in the place of the last. It stays with its cell when another
 * one runs.
 *
 * Errors: an Error outside a notebook, where there is no cell to show it in
 */
export function liveDisplay(write = kernelWriter()): (bundle: Bundle) => void {
  const writeHere = requireWriter(write);
  const transient = { display_id: randomUUID() };
  let isUpdate = false;
  return ({ data, metadata = {} }) => {
    writeHere({ data, metadata, transient }, isUpdate);
    isUpdate = true;
  };
}

function requireWriter(write: WriteDisplay | null): WriteDisplay {
  if (write !== null) return write;
  throw new Error("There is no notebook cell to show this in: run it in a notebook on the tslab kernel.");
}
