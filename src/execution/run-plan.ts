import { join } from "node:path";
import { runInForeground } from "./run-in-foreground.js";

/** The command `npm run plan`: prints what a collection would ask, and its findings. Returns its exit status. */
export function runPlan({ root, args }: { root: string; args: readonly string[] }): Promise<number> {
  const program = join(root, "dist", "commands", "plan.js");
  return runInForeground({ command: process.execPath, args: [program, ...args], cwd: root });
}
