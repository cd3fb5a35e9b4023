import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { writeKernel } from "../../src/setup/write-kernel.js";
import { ROOT } from "../project-copy.js";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Takes so many ports, and gives their numbers. */
async function takePorts(count: number): Promise<number[]> {
  const taken = Array.from({ length: count }, () => createServer());
  servers.push(...taken);
  await Promise.all(taken.map((server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done))));
  return taken.map((server) => (server.address() as AddressInfo).port);
}

/** What Jupyter gives a kernel to start with. */
function connectionFile([shell, iopub, stdin, control, hb]: readonly number[]): string {
  const path = join(mkdtempSync(join(tmpdir(), "census-ports-")), "connection.json");
  const ports = {
    shell_port: shell,
    iopub_port: iopub,
    stdin_port: stdin,
    control_port: control,
    hb_port: hb,
  };
  const rest = { ip: "127.0.0.1", transport: "tcp", key: "k", signature_scheme: "hmac-sha256" };
  writeFileSync(path, JSON.stringify({ ...ports, ...rest }));
  return path;
}

it("a kernel whose port another program has taken ends at once, so that it can be started again", async () => {
  const { argv } = JSON.parse(readFileSync(writeKernel(ROOT), "utf8")) as { argv: string[] };
  const [taken = 0, ...free] = await takePorts(5);
  for (const server of servers.splice(1)) server.close();
  const file = connectionFile([free[0] ?? 0, taken, ...free.slice(1)]);
  const [command = "", ...args] = argv.map((part) => (part === "{connection_file}" ? file : part));
  const kernel = spawn(command, args, { stdio: "ignore" });
  const status = await new Promise((resolve) => kernel.once("exit", resolve));
  expect(status).toBe(1);
});
