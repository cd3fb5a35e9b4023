import type * as fs from "node:fs";

/** What a run needs of a disk; Node's own `node:fs` is one. Handed in, so that a test can have a full one. */
export type FileSystem = Pick<
  typeof fs,
  | "closeSync"
  | "fsyncSync"
  | "ftruncateSync"
  | "mkdirSync"
  | "openSync"
  | "readdirSync"
  | "readFileSync"
  | "renameSync"
  | "rmSync"
  | "writeSync"
>;
