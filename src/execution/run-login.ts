import { join } from "node:path";
import { runInForeground } from "./run-in-foreground.js";

/** The command `npm run login`: opens a browser to sign in to GitHub by hand. Returns its exit status. */
export function runLogin({ root, args }: { root: string; args: readonly string[] }): Promise<number> {
  const program = join(root, "dist", "commands", "login.js");
  return runInForeground({ command: process.execPath, args: [program, ...args], cwd: root });
}
