import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { makeFolders } from "../census/make-folder.js";

/** What a header may carry back: anything else was never a mark of GitHub's. */
const MARK = /^(W\/)?"[\x21\x23-\x7e]{1,200}"$/;

const keptAnswerSchema = z.object({ etag: z.string().regex(MARK), body: z.string() });
const keptFileSchema = z.record(z.string(), keptAnswerSchema);

/** An answer that is asked for again only where it has changed: the service's mark for it, and what was read of it. */
export type KeptAnswer = z.infer<typeof keptAnswerSchema>;

/** Answers by their address, from one run to the next. */
export interface KeptAnswers {
  /** Missing: undefined where nothing is kept, or what is kept cannot be read; never an error. */
  maybe(url: string): KeptAnswer | undefined;
  /** A disk that refuses costs a longer answer the next time, and is no error. */
  save(url: string, answer: KeptAnswer): void;
}

/** Keeps answers while the program runs: for practice and tests. */
export function memoryAnswers(): KeptAnswers {
  const kept = new Map<string, KeptAnswer>();
  return {
    maybe: (url) => kept.get(url),
    save: (url, answer) => {
      if (MARK.test(answer.etag)) kept.set(url, answer);
    },
  };
}

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/** Where answers are kept, in the project's folder; git leaves it alone. */
const KEPT_FOLDER = join(".cache", "repositories");

/** Keeps the answers of one service in a file of its own, readable by its owner only. Input: root, the project's folder */
export function fileAnswers({ root, service }: { root: string; service: string }): KeptAnswers {
  const folder = join(root, KEPT_FOLDER);
  const path = join(folder, `${service.replaceAll(/[^a-z0-9.-]+/gi, "_")}.json`);
  return {
    maybe: (url) => keptIn(path).get(url),
    save: (url, answer) => {
      if (!MARK.test(answer.etag)) return;
      const all = keptIn(path).set(url, answer);
      saveIfPossible(folder, path, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
    },
  };
}

function keptIn(path: string): Map<string, KeptAnswer> {
  try {
    return new Map(Object.entries(keptFileSchema.parse(JSON.parse(readFileSync(path, "utf8")))));
  } catch {
    // Whoever has nothing kept asks for all of it: that is all that a broken file means.
    return new Map();
  }
}

/** The old file is there until the new one is whole. */
function saveIfPossible(folder: string, path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    makeFolders(folder, { mode: OWNER_ONLY_FOLDER });
    writeFileSync(draft, text, { mode: OWNER_ONLY_FILE });
    chmodSync(draft, OWNER_ONLY_FILE);
    renameSync(draft, path);
  } catch {
    removeIfPossible(draft);
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays, and is read by nobody.
  }
}
