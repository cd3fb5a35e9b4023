import { isAscii, isUtf8 } from "node:buffer";

const MARK = Buffer.from("\ufeff");
const LONG_S = latin1("\u017f");
const KELVIN_SIGN = latin1("\u212a");

/**
 * One file's content, in the forms that a search reads. A byte order mark is no part of it.
 *
 * What holds a NUL byte or is not UTF-8 is not text, and no query matches it: GitHub's code search leaves out both.
 */
export class FileText {
  readonly #bytes: Buffer;
  #whole: string | undefined;

  constructor(bytes: Uint8Array) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#bytes = all.subarray(0, 3).equals(MARK) ? all.subarray(3) : all;
  }

  /** One character a byte. */
  asLatin1(): string {
    return this.#bytes.toString("latin1");
  }

  isText(): boolean {
    return isUtf8(this.#bytes) && !this.#bytes.includes(0);
  }

  /** Its characters, as a regular expression sees them. */
  whole(): string {
    this.#whole ??= this.#bytes.toString("utf8");
    return this.#whole;
  }

  /** Whether it holds a character that equals an ASCII letter where case does not count, and is none. */
  hasAsciiAlike(): boolean {
    if (isAscii(this.#bytes)) return false;
    return this.#bytes.includes(LONG_S, 0, "latin1") || this.#bytes.includes(KELVIN_SIGN, 0, "latin1");
  }

  /** Between two newlines, so that a line's start and end are a newline everywhere. */
  asLines(latin1Text: string, isFolded: boolean): string {
    return `\n${isFolded ? this.#folded(latin1Text) : latin1Text}\n`;
  }

  /** JavaScript's lower case would change the bytes of other letters too. */
  #folded(latin1Text: string): string {
    if (isAscii(this.#bytes)) return latin1Text.toLowerCase();
    return asciiAlike(lowerAscii(this.#bytes).toString("latin1"));
  }
}

/**
 * A character as it stands in the text of a file. Where case does not count, ASCII letters are lower case, and so
 * are the two other characters that equal one of them; the variants of all others stay apart.
 */
export function codeText(code: number, isFolded: boolean): string {
  const character = String.fromCodePoint(code);
  if (code < 0x80) return isFolded ? character.toLowerCase() : character;
  const text = latin1(character);
  return isFolded ? asciiAlike(text) : text;
}

function asciiAlike(latin1Text: string): string {
  return latin1Text.replaceAll(LONG_S, "s").replaceAll(KELVIN_SIGN, "k");
}

function lowerAscii(bytes: Buffer): Buffer {
  const lower = Buffer.from(bytes);
  for (let index = 0; index < lower.length; index += 1) {
    const byte = lower[index] as number;
    if (byte >= 0x41 && byte <= 0x5a) lower[index] = byte + 0x20;
  }
  return lower;
}

function latin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}
