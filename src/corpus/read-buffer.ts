const SMALLEST_BYTES = 64 * 1_024;

/** Memory for one file at a time. It grows to twice what the largest file so far needed, and never further. */
export class ReadBuffer {
  #bytes = Buffer.allocUnsafe(SMALLEST_BYTES);
  #grown = 0;

  /** How often it had to grow. */
  get grown(): number {
    return this.#grown;
  }

  get capacityBytes(): number {
    return this.#bytes.length;
  }

  /** At least this long; what it held is gone. */
  ofSize(bytes: number): Buffer {
    if (bytes > this.#bytes.length) {
      this.#bytes = Buffer.allocUnsafe(Math.max(bytes, 2 * this.#bytes.length));
      this.#grown += 1;
    }
    return this.#bytes;
  }

  /** Errors: Error where the stream does not give as many bytes as it should */
  async fill(stream: AsyncIterable<Uint8Array>, bytes: number): Promise<Buffer> {
    const buffer = this.ofSize(bytes);
    let filled = 0;
    for await (const piece of stream) {
      if (filled + piece.length > bytes) throw new Error("it is longer than it says");
      buffer.set(piece, filled);
      filled += piece.length;
    }
    if (filled < bytes) throw new Error("it is shorter than it says");
    return buffer.subarray(0, bytes);
  }
}
