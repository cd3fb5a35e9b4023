import { homedir } from "node:os";
import type { CommandRunner } from "./command-runner.js";
import { runCommand } from "./run-command.js";

/** What the set-up knows of the machine and may do on it; a test hands in another one. */
export interface Machine {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  readonly run: CommandRunner;
  /** Tells the person of a step, one line each. */
  readonly say: (line: string) => void;
}

export function thisMachine({ root, say }: Pick<Machine, "root" | "say">): Machine {
  return {
    root,
    home: homedir(),
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    run: runCommand,
    say,
  };
}
