import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import type { Clock } from "../../src/census/clock.js";

/** A request as it came: what was asked, by which headers, with which body. */
export interface Came {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface StandIn {
  readonly url: string;
  readonly requests: readonly Came[];
  close(): Promise<void>;
}

export type Given = RequestListener;

interface Form {
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

export function json(body: unknown, { status = 200, headers = {} }: Form = {}): Given {
  return text(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

export function text(body: string, { status = 200, headers = {} }: Form = {}): Given {
  return (_, response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** A server on loopback that gives every request the same, and keeps what it was asked. */
export async function startStandIn(given: Given): Promise<StandIn> {
  const requests: Came[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const { method = "", headers } = request;
    requests.push({ method, url, headers, body: Buffer.concat(parts).toString() });
    given(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

/** A clock that stands still, and on which nobody waits. */
export function clockAt(time: string): Clock {
  return {
    now: () => new Date(time),
    sleep: () => Promise.reject(new Error("A source of pages waits for nothing.")),
  };
}

export const never = () => new AbortController().signal;

/** Everything that can be seen of a value, an error's stack and cause included. */
export function allOf(value: unknown): string {
  const stack = value instanceof Error ? `${value.stack} ${inspect(value.cause)}` : "";
  return `${inspect(value, { depth: 12, showHidden: true })} ${JSON.stringify(value)} ${stack}`;
}
