/** A program to start, without a shell. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** After this long the program and all that it started are ended; no limit when absent. */
  readonly timeoutMs?: number;
  /** Called with each line that the program writes to stderr, as it comes, besides what is collected. */
  readonly onStderrLine?: (line: string) => void;
}

export interface CommandResult {
  /** The exit status; undefined when the program could not be started or was ended by a signal. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Why there is no status, as a clause: "could not be started (ENOENT)", "took longer than 60 s". */
  readonly failure?: string;
}

/** Runs a program to its end; it never rejects, since a program that fails is an answer too. */
export type CommandRunner = (command: Command) => Promise<CommandResult>;

const TAIL_LINES = 15;

/** The last lines that a failed program wrote, indented, for a message to the person; with its failure, if any. */
export function tailOf({ stdout, stderr, status, failure }: CommandResult): string {
  const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
  const end = failure ?? (status === 0 ? undefined : `ended with status ${status}`);
  return [...lines.slice(-TAIL_LINES), ...(end === undefined ? [] : [`(${end})`])]
    .map((line) => `    ${line}`)
    .join("\n");
}
