import { addProblem } from "./add-to-tally.js";
import { archiveEntries } from "./archive-entries.js";
import { problem } from "./corpus-entry.js";
import type { FileSearcher } from "./file-searcher.js";
import { readWhole } from "./read-whole.js";
import { emptyTally, type Tally } from "./tally.js";
import type { ArchiveTask, FilesTask, Task } from "./task.js";
import { unreadableReason } from "./unreadable-reason.js";

export interface RunTaskOptions {
  readonly signal?: AbortSignal;
  /** Called with bytes of an archive that were read since the last call. */
  readonly onBytes?: (bytes: number) => void;
}

/** Does one task. Errors: AbortError when the signal is aborted; what cannot be read is told in the tally. */
export async function runTask(
  task: Task,
  searcher: FileSearcher,
  options: RunTaskOptions = {},
): Promise<Tally> {
  const tally = emptyTally();
  if (task.kind === "files") await searchFiles(task, searcher, tally, options);
  else await searchArchive(task, searcher, tally, options);
  return tally;
}

/** The listing counted them already. */
async function searchFiles(
  { root, files }: FilesTask,
  searcher: FileSearcher,
  tally: Tally,
  { signal }: RunTaskOptions,
): Promise<void> {
  for (const { path, bytes } of files) {
    signal?.throwIfAborted();
    const read = () => readWhole(`${root}/${path}`, searcher.buffer, bytes);
    await searcher.look({ kind: "file", path, bytes, read }, tally);
  }
}

async function searchArchive(
  { kind, root }: ArchiveTask,
  searcher: FileSearcher,
  tally: Tally,
  { signal, onBytes = () => {} }: RunTaskOptions,
): Promise<void> {
  try {
    for await (const entry of archiveEntries(kind, root, searcher.search, onBytes)) {
      signal?.throwIfAborted();
      if (entry.kind === "file") await searcher.add(entry, tally);
      else if (entry.kind === "problem") addProblem(tally, entry);
      else tally.repositories.push(entry.path);
    }
  } catch (error) {
    signal?.throwIfAborted();
    // Empty, the path is that of the archive itself.
    addProblem(tally, problem("", `${unreadableReason(error)}; what stands before that is counted`, "more"));
  }
}
