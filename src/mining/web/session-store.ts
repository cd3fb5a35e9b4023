import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { onDisk } from "../../census/disk-error.js";
import { makeFolders } from "../../census/make-folder.js";
import { type SavedSession, savedSessionSchema } from "./saved-session.js";

/** Where the cookies of somebody signed in are kept between two runs. */
export interface SessionStore {
  /** Whether something is kept; not whether it still lets anybody in. */
  isKept(): boolean;
  /** Missing: undefined where nothing is kept, or what is kept cannot be read; never an error. */
  maybeLoad(): SavedSession | undefined;
  /** Errors: RunError with what to do where the disk refuses */
  save(session: SavedSession): void;
}

/** Keeps a session while the program runs: for practice and tests. */
export function memorySessions(): SessionStore {
  let kept: SavedSession | undefined;
  return {
    isKept: () => kept !== undefined,
    maybeLoad: () => kept,
    save: (session) => {
      kept = session;
    },
  };
}

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
const RIGHTS_OF_OTHERS = 0o077;

/** The folder for everything that must not leave this machine: kept sessions, and browsers that run. */
export function sessionFolder(root: string): string {
  return join(root, ".session");
}

/**
 * Makes a folder that only its owner may look into, and takes the rights of others from one that is there.
 *
 * Errors: RunError with what to do where the disk refuses
 */
export function makeOwnFolder(folder: string): void {
  makeFolders(folder, { mode: OWNER_ONLY_FOLDER });
  onDisk(folder, () => takeRightsOfOthers(folder, OWNER_ONLY_FOLDER));
}

/** The file of one site's session, in a folder of the site. */
export function sessionPath(root: string, url: string): string {
  return join(sessionFolder(root), folderName(url), "session.json");
}

/** Keeps the session of one site in a file of its own under `.session/`, readable by its owner only. */
export function fileSessions({ root, url }: { root: string; url: string }): SessionStore {
  const path = sessionPath(root, url);
  const maybeLoad = (): SavedSession | undefined => maybeRead(path);
  return {
    isKept: () => maybeLoad() !== undefined,
    maybeLoad,
    save: (session) => {
      makeOwnFolder(sessionFolder(root));
      makeOwnFolder(dirname(path));
      onDisk(path, () => writeWhole(path, `${JSON.stringify(session, null, 2)}\n`));
    },
  };
}

/** Host and port: `github.com`, `127.0.0.1_3210`. */
function folderName(url: string): string {
  return new URL(url).host.replaceAll(/[^a-z0-9.-]/gi, "_");
}

function maybeRead(path: string): SavedSession | undefined {
  try {
    takeRightsOfOthers(path, OWNER_ONLY_FILE);
    return savedSessionSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    // Whoever has no session signs in: that is all that a broken file means.
    return undefined;
  }
}

/** Windows keeps no such bits: there the folder's own protection counts. */
function takeRightsOfOthers(path: string, mode: number): void {
  if (process.platform !== "win32" && (statSync(path).mode & RIGHTS_OF_OTHERS) !== 0) chmodSync(path, mode);
}

/** The old file is there until the new one is whole. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    const file = openSync(draft, "w", OWNER_ONLY_FILE);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
