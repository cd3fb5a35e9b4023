import { statSync } from "node:fs";
import { parse } from "dotenv";
import type { Finding } from "../census/errors.js";
import { shownPath } from "../census/shown-path.js";
import { maybeNameProblem } from "./own-names.js";
import { readText } from "./read-text.js";

/** What a file of variables holds, and on which line each stands. */
export interface EnvFile {
  readonly isThere: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly lines: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/**
 * Reads a file of `NAME=value` lines. What a line holds never gets into a finding: it may be a secret.
 *
 * Input: `place`, the file's name in findings
 */
export function readEnvFile(path: string, place: string): EnvFile {
  const reading = readText(path, place);
  if (reading.kind === "missing") return { isThere: false, values: {}, lines: {}, findings: [] };
  if (reading.kind === "wrong") return { isThere: true, values: {}, lines: {}, findings: [reading.finding] };
  const values: Record<string, string> = {};
  const lines: Record<string, number> = {};
  const findings: Finding[] = accessFindings(path, place);
  for (const [index, text] of reading.text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    if (/^\s*(?:#|$)/.test(text)) continue;
    const [name, value] = Object.entries(parse(text))[0] ?? [];
    const expected = maybeLineProblem(text, name, lines);
    if (expected !== undefined) findings.push({ place: name ? `${place}: ${name}` : place, line, expected });
    if (name === undefined || value === undefined || Object.hasOwn(lines, name)) continue;
    lines[name] = line;
    values[name] = value;
  }
  return { isThere: true, values, lines, findings };
}

/** What is expected of a line that is neither blank nor a comment; undefined where it is as expected. */
function maybeLineProblem(
  text: string,
  name: string | undefined,
  lines: Readonly<Record<string, number>>,
): string | undefined {
  if (name === undefined) return "NAME=value, a comment that begins with #, or an empty line";
  const afterName = text.replace(/^[^=:]*[=:]/, "");
  const written = afterName.trimStart();
  if (/^["'`]/.test(written) && !/^(["'`]).*\1\s*(?:#.*)?$/.test(written)) {
    return "the closing quote on the same line, and nothing after it";
  }
  const withoutComment = afterName.replace(/\s#.*$/, "");
  if (!/^["'`]/.test(written) && /^#.|\S#/.test(withoutComment)) {
    return 'quotes around a value that holds # (what follows it is a comment else), as in NAME="a#b"';
  }
  if (Object.hasOwn(lines, name)) return `each name once (it is on line ${lines[name]} already)`;
  return maybeNameProblem(name);
}

const READ_OR_WRITE_FOR_OTHERS = 0o066;

/** Windows keeps no such bits: there the folder's own protection counts. */
function accessFindings(path: string, place: string): Finding[] {
  if (process.platform === "win32") return [];
  const mode = statSync(path).mode & 0o777;
  if ((mode & READ_OR_WRITE_FOR_OTHERS) === 0) return [];
  const expected = `a file that only you may read (run: chmod 600 ${shownPath(path)})`;
  return [{ place, expected, value: `mode ${mode.toString(8)}` }];
}
