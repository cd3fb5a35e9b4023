import { type ParseError, parseTree, printParseErrorCode, stripComments } from "jsonc-parser";
import type { Finding } from "../census/errors.js";
import { valueText } from "./problem.js";
import { positionAt } from "./text-position.js";

/** What JSON wants, by the parser's own name of the error. */
const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: "a text in double quotes, a number, true, false, null, a list or an object",
  InvalidNumberFormat: "a number such as 10 or 0.5",
  PropertyNameExpected: "a name in double quotes",
  ValueExpected: "a value: a text in double quotes, a number, true, false, null, a list or an object",
  ColonExpected: "a colon between name and value",
  CommaExpected: "a comma between two entries",
  CloseBraceExpected: "a closing brace }",
  CloseBracketExpected: "a closing bracket ]",
  EndOfFileExpected: "nothing after the first value",
  InvalidCommentToken: "no comment (JSON has none)",
  UnexpectedEndOfComment: "no comment (JSON has none)",
  UnexpectedEndOfString: "a closing double quote on the same line",
  UnexpectedEndOfNumber: "a number such as 10 or 0.5",
  InvalidUnicode: "four hexadecimal digits after \\u",
  InvalidEscapeCharacter:
    'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after a backslash (write \\\\ for a backslash)',
  InvalidCharacter: "no bare control character in a text (write \\n, \\t or \\u…)",
};

const NO_TRAILING_COMMA = "no comma before a closing bracket";

/** After these the parser stumbles over the rest of the line: what it says there is no error of its own. */
const STUMBLES = new Set(["InvalidSymbol", "UnexpectedEndOfString"]);

/**
 * Every place where a text is not JSON, first to last; none where it is.
 *
 * Input: `name`, the file's name in findings
 */
export function syntaxFindings(text: string, name: string): Finding[] {
  if (text.trim() === "") return [{ place: name, expected: "a JSON object or list", value: "an empty file" }];
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const findings = withoutEchoes(errors, text).map((error) => finding(error, text, name));
  return findings.length > 0 ? findings : whatElseIsWrong(text, name);
}

/** One mistake often makes several errors: at one place, or in what follows on its line. */
function withoutEchoes(errors: readonly ParseError[], text: string): readonly ParseError[] {
  return errors.filter((error, index) => {
    const stumble = errors
      .slice(0, index)
      .findLast((earlier) => STUMBLES.has(printParseErrorCode(earlier.error)));
    const isEcho = stumble !== undefined && !text.slice(stumble.offset, error.offset).includes("\n");
    const isAtSamePlace = errors.slice(0, index).some((earlier) => earlier.offset === error.offset);
    return !isEcho && !isAtSamePlace;
  });
}

function finding({ error, offset, length }: ParseError, text: string, name: string): Finding {
  const found = text.slice(offset, offset + length);
  const code = printParseErrorCode(error);
  const isAfterComma =
    /,\s*$/.test(stripComments(text.slice(0, offset), " ")) && /^[}\]]/.test(text.slice(offset));
  return {
    place: name,
    ...positionAt(text, offset),
    expected: isAfterComma ? NO_TRAILING_COMMA : (EXPECTED[code] ?? code),
    value: found === "" ? "the end of the file" : valueText(found),
  };
}

/** The parser above is a little more lenient than JSON: what it lets pass stops here. */
function whatElseIsWrong(text: string, name: string): Finding[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [{ place: name, expected: "JSON", value: (error as Error).message }];
  }
}
