/** How far a scan has come. Bytes are those of searched files, or of archives. */
export interface ScanProgress {
  readonly files: number;
  readonly bytes: number;
  /** Bytes to be read, as far as the corpus is listed. */
  readonly knownBytes: number;
  /** Whether all of it is listed, so that `knownBytes` is all there is. */
  readonly isListed: boolean;
  readonly filesASecond: number;
  /** Absent where nobody can know yet. */
  readonly leftMs?: number;
}

/** Keeps count of a scan, and tells whoever watches. */
export class ProgressCount {
  readonly #began: number;
  readonly #now: () => number;
  readonly #tell: ((progress: ScanProgress) => void) | undefined;
  #files = 0;
  #bytes = 0;
  #knownBytes = 0;
  #isListed = false;

  constructor(now: () => number, tell: ((progress: ScanProgress) => void) | undefined) {
    this.#now = now;
    this.#began = now();
    this.#tell = tell;
  }

  /** All that there is to read. */
  knowAll(bytes: number): void {
    this.#knownBytes = bytes;
    this.#isListed = true;
  }

  /** Some more that there is to read, where not all is known. */
  know(bytes: number): void {
    if (!this.#isListed) this.#knownBytes += bytes;
  }

  /** Nothing more will come. */
  listed(): void {
    this.#isListed = true;
  }

  done(files: number, bytes: number): void {
    this.#files += files;
    this.#bytes += bytes;
    this.#tell?.(this.#progress());
  }

  #progress(): ScanProgress {
    const tookMs = this.#now() - this.#began;
    const leftBytes = this.#knownBytes - this.#bytes;
    return {
      files: this.#files,
      bytes: this.#bytes,
      knownBytes: this.#knownBytes,
      isListed: this.#isListed,
      filesASecond: tookMs > 0 ? (this.#files / tookMs) * 1_000 : 0,
      ...(this.#isListed && this.#bytes > 0 && { leftMs: (tookMs / this.#bytes) * leftBytes }),
    };
  }
}
