import { createHash } from "node:crypto";
import { addProblem, addSearched, addSeen } from "./add-to-tally.js";
import { type FolderEntry, folderEntries } from "./folder-entries.js";
import type { SearchedExtensions } from "./searched-extensions.js";
import { emptyTally, type Tally } from "./tally.js";
import type { Task } from "./task.js";
import { archiveState, maybeArchiveKind, type Unit } from "./unit.js";

/** A task, with what was seen when it was listed. */
export interface ListedTask {
  readonly task: Task;
  readonly listed: Tally;
  /** Bytes to be read for it. */
  readonly bytes: number;
}

/** Enough work to be worth a message, and little enough to share it evenly. */
const FILES_A_TASK = 64;
const BYTES_A_TASK = 4 * 1_024 * 1_024;

/**
 * The tasks of a unit, one after another: no list of all its files is kept.
 *
 * Returns: in the end, a mark that changes where an archive or the name, length or time of a file does
 */
export function* listTasks(unit: Unit, extensions: SearchedExtensions): Generator<ListedTask, string> {
  const { kind, root } = unit;
  if (kind === "folder" || kind === "files") return yield* folderTasks(unit, extensions);
  const { bytes, mark } = archiveState(root);
  yield { task: { kind, root }, listed: emptyTally(), bytes };
  return mark;
}

/** The mark alone. */
export function markOf(unit: Unit, extensions: SearchedExtensions): string {
  const tasks = listTasks(unit, extensions);
  for (let step = tasks.next(); ; step = tasks.next()) if (step.done) return step.value;
}

/** How much there is to read, looked at until it is more than `enoughBytes`. */
export function listAhead(
  units: readonly Unit[],
  extensions: SearchedExtensions,
  enoughBytes: number,
): { readonly bytes: number; readonly isAll: boolean } {
  let sum = 0;
  for (const unit of units) {
    for (const { bytes } of listTasks(unit, extensions)) {
      sum += bytes;
      if (sum > enoughBytes) return { bytes: sum, isAll: false };
    }
  }
  return { bytes: sum, isAll: true };
}

function* folderTasks(unit: Unit, extensions: SearchedExtensions): Generator<ListedTask, string> {
  const mark = createHash("sha1");
  const isWanted = (path: string) => extensions.maybeExtension(path) !== undefined;
  let next = newTask(unit.root);
  for (const entry of folderEntries({ ...unit, isDeep: unit.kind === "folder" }, isWanted)) {
    if (isOtherUnit(unit, entry)) continue;
    mark.update(markText(entry));
    addEntry(next, entry, extensions);
    if (!isFull(next)) continue;
    yield next;
    next = newTask(unit.root);
  }
  yield next;
  return mark.digest("hex");
}

function markText(entry: FolderEntry): string {
  const state = entry.kind === "file" ? ` ${entry.bytes} ${entry.changedMs}` : "";
  return `${entry.kind} ${entry.path}${state}\0`;
}

function addEntry(to: NewTask, entry: FolderEntry, extensions: SearchedExtensions): void {
  if (entry.kind === "repository") to.listed.repositories.push(entry.path);
  else if (entry.kind === "problem") addProblem(to.listed, entry);
  else addSeen(to.listed, entry.path);
  if (entry.kind !== "file") return;
  const { path, bytes } = entry;
  addSearched(to.listed, extensions.maybeExtension(path) ?? "", bytes);
  to.task.files.push({ path, bytes });
  to.bytes += bytes;
}

/** An archive among a folder's own files is read as such. */
function isOtherUnit({ kind }: Unit, entry: FolderEntry): boolean {
  return (
    kind === "files" &&
    (entry.kind === "file" || entry.kind === "other") &&
    maybeArchiveKind(entry.path) !== undefined
  );
}

type NewTask = ReturnType<typeof newTask>;

function newTask(root: string) {
  const files: { path: string; bytes: number }[] = [];
  return { task: { kind: "files" as const, root, files }, listed: emptyTally(), bytes: 0 };
}

/** Whoever waits for a sign of life gets it among other files too. */
function isFull({ task, bytes, listed }: NewTask): boolean {
  return task.files.length >= FILES_A_TASK || bytes >= BYTES_A_TASK || listed.files >= 64 * FILES_A_TASK;
}
