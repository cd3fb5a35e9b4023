import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { setUpFolder } from "../../src/setup/set-up-folder.js";

const SERVED_MS = 180_000;
const LOOK_AGAIN_MS = 250;
const LAST_LINES = 40;

/** A Jupyter server on loopback that serves a copy of the project, as `npm run lab` starts it. */
export interface JupyterServer {
  readonly process: ChildProcess;
  /** An address of it for who may use it; `path` starts with a slash. */
  addressOf(path: string): string;
  /** The last lines that it wrote. */
  lastLines(): string;
  close(): Promise<void>;
}

/** Starts one, on a port that it chooses itself. Errors: an Error with its last lines when it is not served */
export async function startJupyterServer(folder: string, env: NodeJS.ProcessEnv): Promise<JupyterServer> {
  const token = randomUUID();
  const output = join(folder, "jupyter-output.txt");
  const child = started(folder, { output, env: { ...process.env, ...env, JUPYTER_TOKEN: token } });
  const lastLines = () => readFileSync(output, "utf8").trimEnd().split("\n").slice(-LAST_LINES).join("\n");
  try {
    const url = await untilServed(child, { folder, token });
    return {
      process: child,
      addressOf: (path) => `${url}${path}?token=${token}`,
      lastLines,
      close: () => ended(child),
    };
  } catch (error) {
    await ended(child);
    throw new Error(`${(error as Error).message} It wrote last:\n${lastLines()}`);
  }
}

/** Into a file: a pipe that nobody reads would hold the server up. */
function started(folder: string, { output, env }: { output: string; env: NodeJS.ProcessEnv }): ChildProcess {
  const file = openSync(output, "w");
  const args = ["scripts/lab.mjs", "--no-browser", "--port=0"];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", file, file] });
  closeSync(file);
  return child;
}

async function untilServed(
  child: ChildProcess,
  { folder, token }: { folder: string; token: string },
): Promise<string> {
  for (let waitedMs = 0; waitedMs < SERVED_MS; waitedMs += LOOK_AGAIN_MS) {
    if (child.exitCode !== null) throw new Error(`Jupyter ended with status ${child.exitCode}.`);
    const url = maybeUrl(folder);
    if (url !== undefined && (await isServed(`${url}/api?token=${token}`))) return url;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error(`Jupyter did not answer within ${SERVED_MS / 1_000} s.`);
}

async function isServed(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => undefined);
  return answer?.ok === true;
}

/** What the server wrote about itself, Lab's or the classic notebook's. Missing: undefined before it did */
function maybeUrl(folder: string): string | undefined {
  const runtime = setUpFolder(folder, "jupyter-home", "runtime");
  if (!existsSync(runtime)) return undefined;
  const file = readdirSync(runtime).find((name) => /^(?:jp|nb)server-\d+\.json$/.test(name));
  if (file === undefined) return undefined;
  try {
    const { port } = JSON.parse(readFileSync(join(runtime, file), "utf8")) as { port: number };
    return `http://127.0.0.1:${port}`;
  } catch {
    // Half written.
    return undefined;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await Promise.race([exit, sleep(30_000, undefined, { ref: false })]);
  child.kill("SIGKILL");
}
