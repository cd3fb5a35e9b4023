import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../project-copy.js";

const folder = mkdtempSync(join(tmpdir(), "census-npm-"));
const module = pathToFileURL(join(ROOT, "scripts/bootstrap/end-with-npm.mjs")).href;

/** Says when it is there, and that it is told to end. */
const PROGRAM = `
import { endWithNpm } from ${JSON.stringify(module)};
endWithNpm();
process.on("SIGTERM", () => {
  console.log("told to end");
  process.exit();
});
setInterval(() => {}, 1_000);
console.log("started", process.pid);
`;

beforeAll(() => {
  writeFileSync(join(folder, "program.mjs"), PROGRAM);
  // A starter that goes at once, and leaves its program.
  writeFileSync(
    join(folder, "leaves.mjs"),
    `import { spawn } from "node:child_process";
     spawn(process.execPath, ["program.mjs"], { stdio: "inherit" }).unref();`,
  );
  // With a second command the shell stays, whichever it is; without one, some shells become the program.
  const scripts = { alone: "node program.mjs", shell: "node program.mjs && node --version" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** At SIGINT npm itself does not end: it takes it for the terminal's, which all get. */
const ENDS = (["SIGTERM", "SIGHUP", "SIGKILL"] as const).flatMap((signal) => [
  [signal, "alone"] as const,
  [signal, "shell"] as const,
]);

it.runIf(process.platform !== "win32").each(ENDS)(
  "%s to npm alone ends in order what it started: %s",
  async (signal, script) => {
    const npm = spawn("npm", ["run", script], { cwd: folder });
    const said = saidBy(npm);
    await said.until(/started \d+/);
    npm.kill(signal);
    await said.until(/told to end/);
  },
);

it.each([
  ["without npm", {}],
  ["by what npm had started", { npm_lifecycle_script: "node scripts/lab.mjs" }],
])("a process that was started %s outlives its starter", async (_, more) => {
  const { npm_lifecycle_script: __, ...others } = process.env;
  const env = { ...others, ...more };
  const starter = spawn(process.execPath, ["leaves.mjs"], { cwd: folder, env });
  const said = saidBy(starter);
  const pid = Number((await said.until(/started (\d+)/))[1]);
  // Longer than it takes to look at the parent twice.
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  process.kill(pid, "SIGKILL");
  await said.ended;
  expect(said.text()).not.toContain("told to end");
});

function saidBy(child: ChildProcess) {
  let text = "";
  const lookers = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
    for (const look of lookers) look();
  });
  const until = (words: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = words.exec(text);
        if (found === null) return;
        lookers.delete(look);
        resolve(found);
      };
      lookers.add(look);
      look();
    });
  return { text: () => text, until, ended: new Promise((resolve) => child.stdout?.once("close", resolve)) };
}
