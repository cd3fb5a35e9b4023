import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ApiServer {
  readonly url: string;
  readonly requests: { readonly url: URL; readonly headers: IncomingMessage["headers"] }[];
  close(): Promise<void>;
}

/** What the server gives, one each request; the last again when there are more. */
export type Given = RequestListener;

/** A JSON answer with status and headers. */
export function json(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Given {
  return text(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

export function text(
  body: string | Buffer,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Given {
  return (_, response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };
}

/** The answer of a search that was made to its end. */
export function total(count: number, headers: Record<string, string> = {}): Given {
  return json({ total_count: count, incomplete_results: false, items: [] }, { headers });
}

/** A server on loopback that keeps what it was asked. */
export async function startApiServer(given: readonly Given[]): Promise<ApiServer> {
  const requests: { url: URL; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    requests.push({ url: new URL(request.url ?? "/", "http://127.0.0.1"), headers: request.headers });
    given[Math.min(requests.length, given.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
}
