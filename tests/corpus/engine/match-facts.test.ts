import { expect, test } from "vitest";
import { compileQueries, type MatchOptions } from "../../../src/corpus/engine/compile-queries.js";

const CHAIN = "/(import wandb|from wandb)(\\s|\\S|\\w)*\\.log\\(/";

function isFound(query: string, content: string | readonly number[], options?: MatchOptions): boolean {
  const bytes = typeof content === "string" ? Buffer.from(content) : Uint8Array.from(content);
  return compileQueries([{ query }], options).matcher.match(bytes).length === 1;
}

test.each([
  ["a phrase is text", "a.b(c)*", "x a.b(c)* y", true],
  ["a phrase is no pattern", "a.b", "axb", false],
  ["a phrase may begin and end with a slash that is escaped", "/usr\\/", "/usr\\/", true],
  ["a circumflex matches at the first line", "/^import kfp/", "import kfp", true],
  ["a circumflex matches at every line", "/^import kfp/", "x\nimport kfp", true],
  ["a circumflex matches nowhere else", "/^import kfp/", "x import kfp", false],
  ["a circumflex never matches in a notebook's strings", "/^import kfp/", '"import kfp\\n"', false],
  ["a dollar sign matches before a newline", "/kfp$/", "import kfp\nx", true],
  ["a dollar sign matches at the end", "/kfp$/", "import kfp", true],
  ["a dollar sign does not match before a carriage return", "/kfp$/", "import kfp\r\n", false],
  ["a carriage return alone ends no line", "/^import kfp/", "x\rimport kfp", false],
  ["a line separator ends no line", "/^import kfp/", "x\u2028import kfp", false],
  ["a newline must be there", "/kfp\\n/", "import kfp", false],
  ["a newline before the first line is none", "/\\nkfp/", "kfp", false],
  ["an empty line is found", "/a\\n^$\\nb/", "a\n\nb", true],
  ["a newline can be the end of two lines", "/a$(\\s|\\S)*^b/", "a\nb", true],
  ["a newline can be used up, and the next line start there", "/\\n(\\s|\\S)*^b/", "x\nb", true],
  ["a dot matches no newline", "/a.*b/", "a\nb", false],
  ["a dot matches a carriage return", "/a.b/", "a\rb", true],
  ["a dot matches a newline where (?s) holds", "/(?s)a.*b/", "a\nb", true],
  ["a class without it matches a newline", "/a[^x]b/", "a\nb", true],
  ["space is ASCII: no no-break space", "/a\\sb/", "a\u00a0b", false],
  ["space is ASCII: no vertical tab", "/a\\sb/", "a\vb", false],
  ["a word's character is ASCII", "/(?-i)a\\wb/", "aéb", false],
  ["a chain spans lines", CHAIN, "import wandb\n\nwandb.log(1)", true],
  ["a chain keeps its order", CHAIN, "wandb.log(1)\nimport wandb", false],
  ["a chain's parts do not overlap", "/aba[\\s\\S]*bab/", "ababab", true],
  ["a chain's parts may not overlap", "/aba[\\s\\S]*bab/", "abab", false],
  ["anything may be nothing", "/ab[\\s\\S]*cd/", "abcd", true],
  ["anything may have to be something", "/ab[\\s\\S]+cd/", "abcd", false],
  [
    "what may be missing may be missing",
    "/import mlflow(?:\\s+as\\s+\\w+)?(\\s|\\S)*log_p/",
    "import mlflow;log_p",
    true,
  ],
  ["a word's end counts", "/import kfp\\b/", "import kfp_server_api", false],
  ["a word's end is found", "/import kfp\\b/", "import kfp.dsl", true],
  ["a class may begin with its bracket, and a range with that", "/[]-a]x/", "^x", true],
  ["a class may end with a dash", "/[a-]x/", "-x", true],
  ["a class may be of all but its bracket", "/[^]]x/", "]x", false],
  ["the text's start is not every line's", "/\\Aimport/", "x\nimport", false],
  ["a literal within another is found", "/bc(\\s|\\S)*x|abcd/", "abc abcd", true],
])("%s", (_, query, content, expected) => {
  expect(isFound(query, content)).toBe(expected);
});

test.each([
  ["letter case does not count", "/import WANDB/", "IMPORT wandb", true],
  ["letter case does not count in a phrase", "Import WANDB", "IMPORT wandb", true],
  ["(?-i) minds it", "/(?-i)import WANDB/", "import wandb", false],
  ["(?-i) finds what is the same", "/(?-i)import WANDB/", "import WANDB", true],
  ["(?-i:) minds it for a part", "/import (?-i:W)andb/", "IMPORT WANDB", true],
  ["the long s is an s", "/sweep/", "\u017fweep", true],
  ["an s is the long s", "/\u017fweep/", "SWEEP", true],
  ["the Kelvin sign is a k", "/kfp/", "\u212afp", true],
  ["a k is the Kelvin sign", "\u212aFP", "kfp", true],
  ["the long s is not an s where case counts", "/(?-i)sweep/", "\u017fweep", false],
  ["accents fold", "/ÉCOLE/", "école", true],
  ["an accent is no other letter", "/école/", "ecole", false],
  ["Greek folds, final sigma too", "/ΣΊΣΥΦΟΣ/", "σίσυφος", true],
  ["Cyrillic folds", "журнал", "ЖУРНАЛ", true],
  ["the Turkish dotted capital is no i", "/import/", "\u0130mport", false],
  ["the Turkish dotless i is no i", "/IMPORT/", "\u0131mport", false],
  ["the Turkish letters are themselves", "\u0130\u0131", "\u0130\u0131", true],
  ["sharp s folds to its capital, not to ss", "/straße/", "STRAẞE", true],
  ["sharp s is not ss", "/straße/", "STRASSE", false],
  ["the Angstrom sign is an å", "/å/", "\u212b", true],
  ["bytes of two letters are no letter: é is not the first byte of others", "/é/", "\u3a80", false],
  ["characters without case are found", "/日本(\\s|\\S)*語/", "日本 の 語", true],
  ["characters beyond 65,536 are found", "/😀+x/", "😀😀x", true],
])("without regard to case: %s", (_, query, content, expected) => {
  expect(isFound(query, content)).toBe(expected);
});

test.each([
  ["letters differ", "/import wandb/", "import WANDB", false],
  ["the same letters are found", "/import wandb/", "import wandb", true],
  ["accents differ", "/é/", "É", false],
  ["(?i) takes them for the same", "/(?i)import wandb/", "import WANDB", true],
  ["(?i:) does for a part", "/import (?i:w)andb/", "import WANDB", false],
])("with regard to case: %s", (_, query, content, expected) => {
  expect(isFound(query, content, { isCaseSensitive: true })).toBe(expected);
});

test.each([
  ["a byte order mark is left out", [0xef, 0xbb, 0xbf, ...Buffer.from("import kfp")], true],
  ["a file with a NUL byte is not text", [...Buffer.from("import kfp\n"), 0], false],
  ["a file that is not UTF-8 is not text", [...Buffer.from("import kfp\n"), 0xff], false],
  ["UTF-16 is not text", [...Buffer.from("\ufeffimport kfp", "utf16le")], false],
  ["an empty file holds nothing", [], false],
])("%s", (_, bytes, expected) => {
  expect(isFound("/^import kfp/", bytes)).toBe(expected);
  expect(isFound("/^import kf[p]+?|\\w{3}p$/", bytes)).toBe(expected);
});

test("a matcher for some of the queries reports them under their own indexes, and is kept", () => {
  const compiled = compileQueries([{ query: "a" }, { query: "/b/" }, { query: "/a*/" }]);
  const matcher = compiled.matcherFor([2, 1]);
  expect(matcher.match(Buffer.from("ab"))).toEqual([1, 2]);
  expect(compiled.matcherFor([1, 2])).toBe(matcher);
  expect(compiled.matcherFor([]).match(Buffer.from("ab"))).toEqual([]);
});

test("occurrences are counted from left to right, none over another", () => {
  const { countOccurrences } = compileQueries([{ query: "/ANA|^b/" }]);
  expect(countOccurrences(Buffer.from("banana\nBan ana"), 0)).toBe(4);
  expect(countOccurrences(Buffer.from("ana\0"), 0)).toBe(0);
});

test.each([
  ["look-ahead", "/a(?=b)/"],
  ["look-behind", "/(?<=a)b/"],
  ["a back-reference", "/(a)\\1/"],
  ["a broken pattern", "/a(/"],
  ["a repetition of more than a thousand", "/a{1001}/"],
  ["repetitions that make too many steps", "/(\\w{900}|\\d{900})(\\w{900}|\\d{900})(\\w{900}|\\d{900})/"],
  ["no pattern", "//"],
])("%s is refused with the reason", (_, query) => {
  expect(() => compileQueries([{ query }])).toThrow(expect.objectContaining({ name: "PatternError", query }));
  expect(() => compileQueries([{ query }])).toThrow(
    /\((?:invalid|missing|unterminated).*\)|too slow|found none/,
  );
});
