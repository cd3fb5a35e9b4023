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

type WriteDisplay = (message: DisplayMessage, isUpdate: boolean) => void;

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
  if (write === null) {
    throw new Error("There is no notebook cell to show this in: run it in a notebook on the tslab kernel.");
  }
  write({ data, metadata, transient: {} }, false);
}
