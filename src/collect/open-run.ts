import nodeFiles from "node:fs";
import { basename, join } from "node:path";
import type { Clock, Random } from "../census/clock.js";
import { RunError } from "../census/errors.js";
import type { FailurePage } from "../census/outcome.js";
import { saveFailurePage } from "./failure-pages.js";
import type { FileSystem } from "./file-system.js";
import type { JournalRecord } from "./journal-records.js";
import { JOURNAL_FILE, type Journal, openJournal } from "./open-journal.js";
import { takeLock } from "./take-lock.js";
import { makeFolder, saveWhole } from "./write-bytes.js";

/** Whose numbers a run holds: never those of two. */
export interface RunIdentity {
  readonly source: string;
  /** Address of the service, or "practice". */
  readonly service: string;
}

/** A run's folder, held by this process alone until it is closed. What is saved is on the disk when a call returns. */
export interface RunFolder extends RunIdentity {
  readonly folder: string;
  readonly name: string;
  /** All that happened so far, this session included. */
  readonly records: readonly JournalRecord[];
  /** What was mended when the run was opened, a sentence each. */
  readonly remarks: readonly string[];
  append(...records: readonly JournalRecord[]): void;
  /** Returns the names of the files, from the run's folder. */
  savePage(position: number, page: FailurePage): string[];
  /** Writes `NAME` as JSON, whole or not at all. */
  saveJson(name: string, value: unknown): void;
  /** Gives the folder back; may be called twice. */
  close(): void;
}

export interface OpenRunOptions {
  /** Made when missing. */
  readonly folder: string;
  /** What the run is called. Default: the folder's name. */
  readonly name?: string;
  readonly identity: RunIdentity;
  readonly clock: Clock;
  readonly random?: Random;
  readonly files?: FileSystem;
}

/**
 * Opens a run, or begins one, and takes it for this process.
 *
 * Errors: RunError where another process has it, it is one of another source or service, or the disk refuses;
 *         DataFileError where its journal is broken. Nothing is changed then.
 */
export async function openRun(options: OpenRunOptions): Promise<RunFolder> {
  const {
    folder,
    name = basename(folder),
    identity,
    clock,
    random = Math.random,
    files = nodeFiles,
  } = options;
  makeFolder(files, folder);
  const release = await takeLock({ folder, files, clock, random });
  let journal: Journal | undefined;
  try {
    journal = openJournal(files, join(folder, JOURNAL_FILE));
    requireIdentity(journal.records, identity, name);
    return runFolder({ folder, name, identity, files, journal, release });
  } catch (error) {
    journal?.close();
    release();
    throw error;
  }
}

function runFolder({
  folder,
  name,
  identity,
  files,
  journal,
  release,
}: {
  folder: string;
  name: string;
  identity: RunIdentity;
  files: FileSystem;
  journal: Journal;
  release: () => void;
}): RunFolder {
  return {
    source: identity.source,
    service: identity.service,
    folder,
    name,
    records: journal.records,
    remarks: journal.remark === undefined ? [] : [journal.remark],
    append: journal.append,
    savePage: (position, page) => saveFailurePage(files, folder, { position, page }),
    saveJson: (name, value) =>
      saveWhole(files, join(folder, name), `${JSON.stringify(value, undefined, 2)}\n`),
    close() {
      journal.close();
      release();
    },
  };
}

/** Errors: RunError where a run's records are those of another source or service */
export function requireIdentity(
  [first]: readonly JournalRecord[],
  { source, service }: RunIdentity,
  name: string,
): void {
  if (first?.kind !== "run" || (first.source === source && first.service === service)) return;
  throw new RunError(
    `The run "${name}" was begun with ${first.source} at ${first.service}, not with ${source} at ${service}: ` +
      "their numbers do not belong into one run. Name another with CENSUS_RUN.",
  );
}
