import type { Search } from "./search-options.js";

/** Says stop where an archive unpacks to far more than it has: a bomb. */
export class UnpackedSize {
  readonly search: Pick<Search, "largestRatio" | "leastSuspiciousBytes">;
  #unpacked = 0;

  constructor(search: Pick<Search, "largestRatio" | "leastSuspiciousBytes">) {
    this.search = search;
  }

  /** Errors: Error where `packedBytes` should not give so much */
  add(unpackedBytes: number, packedBytes: number): void {
    this.#unpacked += unpackedBytes;
    const { largestRatio, leastSuspiciousBytes } = this.search;
    if (this.#unpacked <= leastSuspiciousBytes || this.#unpacked <= largestRatio * packedBytes) return;
    throw new Error(`it unpacks to more than ${largestRatio} times its bytes`);
  }
}
