import { join } from "node:path";
import { runInForeground } from "./run-in-foreground.js";

/** The command `npm run practice`: serves the practice GitHub until Ctrl-C. Returns its exit status. */
export function runPractice({ root, args }: { root: string; args: readonly string[] }): Promise<number> {
  const program = join(root, "dist", "commands", "practice.js");
  return runInForeground({ command: process.execPath, args: [program, ...args], cwd: root });
}
