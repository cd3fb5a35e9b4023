import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Command, CommandResult } from "../../src/setup/command-runner.js";
import type { Machine } from "../../src/setup/machine.js";

/** What a command line gives: a result, with `status` 0 when left out. Absent: status 1. */
export type Answer = (line: string, command: Command) => Partial<CommandResult> | undefined;

export interface FakeMachine extends Machine {
  /** The command lines that were run, in order; the project's folder is written as ROOT. */
  readonly lines: readonly string[];
  readonly said: readonly string[];
  /** An executable file in a folder of the PATH; returns its path. */
  readonly install: (name: string) => string;
}

/** A machine with an empty project and an empty PATH, whose commands give what `answer` says. */
export function fakeMachine(answer: Answer = () => undefined, changes: Partial<Machine> = {}): FakeMachine {
  const home = mkdtempSync(join(tmpdir(), "census-machine-"));
  const root = join(home, "project");
  const bin = join(home, "bin");
  writeProgram(join(root, "scripts", "requirements.txt"), "jupyterlab==1\n");
  const lines: string[] = [];
  const said: string[] = [];
  return {
    root,
    home,
    platform: "linux",
    isRoot: false,
    lines,
    said,
    install: (name) => writeProgram(join(bin, name)),
    run: async (command) => {
      const line = [command.command, ...command.args]
        .join(" ")
        .replaceAll(root, "ROOT")
        .replaceAll(home, "HOME");
      lines.push(line);
      return { stdout: "", stderr: "", status: 1, ...resultOf(answer(line, command)) };
    },
    say: (line) => void said.push(line),
    ...changes,
    env: { PATH: [bin, join(home, "bin2")].join(delimiter), ...changes.env },
  };
}

/** Writes an executable file, and its folder; returns its path. */
export function writeProgram(path: string, text = ""): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

function resultOf(answer: Partial<CommandResult> | undefined): Partial<CommandResult> {
  return answer === undefined ? {} : { status: 0, ...answer };
}
