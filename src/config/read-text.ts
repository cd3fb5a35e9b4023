import { readFileSync } from "node:fs";
import type { Finding } from "../census/errors.js";
import { type Position, positionAt } from "./text-position.js";

/** What came of reading a file: its text, or that there is none, or what is wrong with it. */
export type TextReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "wrong"; readonly finding: Finding };

/** Reads a text file in UTF-8; a byte order mark is dropped. `place` names the file in a finding. */
export function readText(path: string, place: string): TextReading {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return whyNotRead(error, place);
  }
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "wrong", finding: { place, ...firstBadPosition(bytes), ...NOT_UTF8 } };
  }
}

const NOT_UTF8 = { expected: "a text in UTF-8 (save the file in that encoding)", value: "other bytes" };

function whyNotRead(error: unknown, place: string): TextReading {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
  if (code === "EISDIR") return { kind: "wrong", finding: { place, expected: "a file", value: "a folder" } };
  if (code === "EACCES" || code === "EPERM") {
    return { kind: "wrong", finding: { place, expected: "a file that you may read", value: code } };
  }
  if (code === "ELOOP") {
    return { kind: "wrong", finding: { place, expected: "a file", value: "a link that leads to itself" } };
  }
  if (code === undefined) throw error;
  return { kind: "wrong", finding: { place, expected: "a file that can be read", value: code } };
}

/** The lenient decoder puts U+FFFD where the bytes are wrong, so the first of them is the place. */
function firstBadPosition(bytes: Uint8Array): Position {
  const text = new TextDecoder().decode(bytes);
  return positionAt(text, text.indexOf("\uFFFD"));
}
