/**
 * Starts the TypeScript kernel, and sees to it that nobody else gets its ports meanwhile.
 *
 * Jupyter chooses the ports, and gives them free again before the kernel takes them, which is seconds later. A kernel
 * that misses one goes on without it and never answers. So they are taken at once, and given back as the kernel asks for
 * them. Where one is gone all the same, the kernel ends: Jupyter then starts it again with other ports.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer, type Server } from "node:net";

interface Connection {
  readonly ip: string;
  readonly transport: string;
  readonly ports: readonly number[];
}

const require = createRequire(import.meta.url);

const held = await holdPorts(readConnection(process.argv.at(-1) ?? ""));
process.on("unhandledRejection", (reason) => {
  if (isTakenPort(reason)) process.exit(1);
});
giveBackAtInit(held);
require("tslab/dist/main.js").main();

function readConnection(path: string): Connection {
  const { ip, transport, ...rest } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const ports = Object.entries(rest).flatMap(([name, port]) => (/_port$/.test(name) ? [Number(port)] : []));
  return { ip: String(ip), transport: String(transport), ports };
}

async function holdPorts({ ip, transport, ports }: Connection): Promise<readonly Server[]> {
  if (transport !== "tcp") return [];
  try {
    return await Promise.all(ports.map((port) => listening(port, ip)));
  } catch {
    process.exit(1);
  }
}

function listening(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.resetAndDestroy());
    server.once("error", reject).listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

/** By the kernel's inside: there is no other moment between its loading and its listening. */
function giveBackAtInit(servers: readonly Server[]): void {
  const { ZmqServer } = require("tslab/dist/jupyter.js") as {
    ZmqServer: { prototype: { init(): Promise<void> } };
  };
  const { init } = ZmqServer.prototype;
  ZmqServer.prototype.init = async function () {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    return init.call(this);
  };
}

/** As the kernel's sockets tell it; a cell's own server names no such address. */
function isTakenPort(reason: unknown): boolean {
  const { code, address } = (reason ?? {}) as { code?: unknown; address?: unknown };
  return code === "EADDRINUSE" && typeof address === "string" && address.startsWith("tcp://");
}
