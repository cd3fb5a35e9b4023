import { join } from "node:path";
import { runInForeground } from "./run-in-foreground.js";

interface Call {
  readonly root: string;
  readonly args: readonly string[];
}

type Program = (call: Call) => Promise<number>;

/** The command `npm run login`: opens a browser to sign in to GitHub by hand. Returns its exit status. */
export const runLogin = programOf("login");

/** The command `npm run plan`: prints what a collection would ask, and its findings. Returns its exit status. */
export const runPlan = programOf("plan");

/** The command `npm run practice`: serves the practice services until Ctrl-C. Returns its exit status. */
export const runPractice = programOf("practice");

/** Runs one of `src/commands` as a process of its own. */
function programOf(name: string): Program {
  return ({ root, args }) => {
    const program = join(root, "dist", "commands", `${name}.js`);
    return runInForeground({ command: process.execPath, args: [program, ...args], cwd: root });
  };
}
