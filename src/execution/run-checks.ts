import { join } from "node:path";
import { runInForeground } from "./run-in-foreground.js";

const CHECKS = [
  { name: "lint", program: "@biomejs/biome/bin/biome", args: ["check", "."] },
  { name: "types", program: "typescript/bin/tsc", args: ["-p", "tests/tsconfig.json"] },
] as const;

/**
 * The command `npm test`: lint, types of the tests, then every test (or those that `args` name, as vitest takes them).
 *
 * Returns: 0 when all is well, else 1. The last line says how many tests passed, failed and were left out
 */
export async function runChecks({ root, args }: { root: string; args: readonly string[] }): Promise<number> {
  const failed: string[] = [];
  for (const check of CHECKS) {
    if ((await runProgram(root, check)) !== 0) failed.push(check.name);
  }
  if (failed.length > 0) console.error(`Failed before the tests: ${failed.join(" and ")} (see above).`);
  const reporters = ["--reporter=default", "--reporter=./tests/reporter.ts"];
  const tests = { program: "vitest/vitest.mjs", args: ["run", ...reporters, ...args] };
  const status = await runProgram(root, tests);
  return failed.length === 0 && status === 0 ? 0 : 1;
}

function runProgram(
  root: string,
  { program, args }: { program: string; args: readonly string[] },
): Promise<number> {
  const path = join(root, "node_modules", program);
  return runInForeground({ command: process.execPath, args: [path, ...args], cwd: root });
}
