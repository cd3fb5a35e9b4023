import { RE2JS } from "re2js";
import { maybePattern } from "../census/pattern.js";
import { patternTokens } from "../census/pattern-tokens.js";
import { syntaxProblem, unchecked } from "./syntax-problem.js";

/**
 * What is expected in place of a query that cannot be asked, or undefined where it can.
 *
 * A pattern must be of the linear-time dialect that code search speaks: no look-around, no back-references.
 */
export function maybeQueryProblem(query: string): string | undefined {
  if (query.trim() === "") return "a phrase to search, or a regular expression between slashes";
  if (/\p{Cc}/u.test(query)) {
    return "a query on one line, without control characters (in a regular expression write \\n, \\t or \\s)";
  }
  if (/\p{Cs}/u.test(query)) return "a query of whole characters, without half a surrogate pair";
  const pattern = maybePattern(query);
  if (pattern !== undefined) return maybePatternProblem(pattern);
  return query.trim().startsWith("/") ? unclosed(query) : undefined;
}

function unclosed(query: string): string {
  if (query !== query.trim()) return "no space before or after a regular expression";
  if (hasFlags(query)) {
    return (
      "a slash without a backslash as the regular expression's last character, and no letters after it " +
      "((?-i) at its start minds upper and lower case); a phrase that begins with a slash is written /\\/like this/"
    );
  }
  return (
    "a closing slash without a backslash at the end of the regular expression; " +
    "a phrase that begins with a slash is written /\\/like this/"
  );
}

/** `/a/i`: a whole regular expression and, after it, letters that other programs read as its flags. */
function hasFlags(query: string): boolean {
  const end = query.lastIndexOf("/") + 1;
  const isLetters = /^[dgimsuvy]+$/.test(query.slice(end));
  return isLetters && !query.startsWith("//") && maybePattern(query.slice(0, end)) !== undefined;
}

function maybePatternProblem(pattern: string): string | undefined {
  if (pattern === "") return "a regular expression between the slashes";
  let expression: RE2JS;
  try {
    expression = RE2JS.compile(pattern);
  } catch (error) {
    return syntaxProblem(syntaxError(error));
  }
  const brace = maybeBraceProblem(pattern);
  if (brace !== undefined) return brace;
  if (expression.matcher("").find()) {
    return "a regular expression that needs at least one character (this one matches every file)";
  }
  return undefined;
}

/** The engine's message without its own opening words. */
function syntaxError(error: unknown): string {
  if (!(error instanceof Error) || error.name !== "RE2JSSyntaxException") throw error;
  return error.message.replace(/^error parsing regexp: /, "").replaceAll("`", "");
}

/** The engine here takes a lone brace as itself; the one of code search calls it an unclosed repetition. */
function maybeBraceProblem(pattern: string): string | undefined {
  const tokens = patternTokens(pattern);
  const index = tokens.findIndex(({ text, where }) => text === "{" && where === "outside");
  if (index < 0) return undefined;
  const edge = /^\{(?:start|end)(?:-half)?\}/.exec(pattern.slice(tokens[index]?.start))?.[0];
  const before = tokens[index - 1]?.text;
  if (edge !== undefined && before === "\\b") return unchecked(`${before}${edge}`, before);
  return "a closed repetition such as {2,3}, or \\{ for the brace itself";
}
