/** What was read of an answer's body. */
export interface Body {
  readonly text: string;
  /** Bytes read, as the answer was unpacked. */
  readonly bytes: number;
  /** Whether there was more. */
  readonly isCut: boolean;
}

/** The body of an answer, at most so many bytes of it; the rest is not fetched. Errors: those of the connection */
export async function readBody(response: Response, mostBytes: number): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of parts(response)) {
    chunks.push(chunk.subarray(0, mostBytes - bytes));
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return { text, bytes: Math.min(bytes, mostBytes), isCut: bytes > mostBytes };
}

/** Leaving the loop early lets go of the connection. */
async function* parts(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}
