import { startProcess } from "../setup/run-command.js";

/** Runs a program whose output the person sees as it comes. Returns its exit status; 1 where a signal ended it. */
export function runInForeground({
  command,
  args,
  cwd,
  env,
}: {
  command: string;
  args: readonly string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = startProcess({ command, args, cwd, env, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
}
