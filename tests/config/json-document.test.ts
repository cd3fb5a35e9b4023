import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingText } from "../../src/census/errors.js";
import { jsonDocument } from "../../src/config/json-document.js";

function wrongIn(text: string): string[] {
  return jsonDocument(text, "conf.json").findings.map(findingText);
}

describe("a text that is not JSON", () => {
  it.each([
    ['{"a": 1,}', ['conf.json (line 1, column 9): expected no comma before a closing bracket, found "}"']],
    ["[1,\n 2,\n]", ['conf.json (line 3, column 1): expected no comma before a closing bracket, found "]"']],
    [
      '{"a": 1\n "b": 2}',
      ['conf.json (line 2, column 2): expected a comma between two entries, found "\\"b\\""'],
    ],
    [
      "[1, // why\n]",
      [
        'conf.json (line 1, column 5): expected no comment (JSON has none), found "// why"',
        'conf.json (line 2, column 1): expected no comma before a closing bracket, found "]"',
      ],
    ],
    ['{"a" 1}', ['conf.json (line 1, column 6): expected a colon between name and value, found "1"']],
    ['{"a": 1', ["conf.json (line 1, column 8): expected a closing brace }, found the end of the file"]],
    ["[1", ["conf.json (line 1, column 3): expected a closing bracket ], found the end of the file"]],
    ["// why\n[1]", ['conf.json (line 1, column 1): expected no comment (JSON has none), found "// why"']],
    ["[1]]", ['conf.json (line 1, column 4): expected nothing after the first value, found "]"']],
    [
      '["a\nb"]',
      ['conf.json (line 1, column 2): expected a closing double quote on the same line, found "\\"a"'],
    ],
  ])("%j is told with line and column", (text, expected) => {
    expect(wrongIn(text).slice(0, expected.length)).toEqual(expected);
  });

  it.each(["{a: 1}", "{'a': 1}", '{"a": 01}', '{"a": nul}', '["\\q"]', "\u0000", "[1,,2]", "\u00a0[1]"])(
    "%j is told",
    (text) => {
      expect(wrongIn(text)).not.toEqual([]);
    },
  );

  it("is told of every mistake, each once", () => {
    expect(wrongIn('{"a": [1 2],\n "b": {c: 1},\n // why\n "d": 1,\n}')).toEqual([
      expect.stringContaining("line 1, column 10"),
      expect.stringContaining("line 2, column 8"),
      expect.stringContaining("line 3, column 2"),
      expect.stringContaining("line 5, column 1"),
    ]);
  });

  it("is read all the same past comments and trailing commas", () => {
    const { isReadable, value, findings } = jsonDocument('{"a": ["//", ",]",], // why\n}', "conf.json");
    expect(isReadable).toBe(true);
    expect(value).toEqual({ a: ["//", ",]"] });
    expect(findings).toHaveLength(3);
  });
});

describe("a text that is nested too deeply", () => {
  it.each([
    ["lists", "[".repeat(20_000), 101],
    ["closed lists", "[".repeat(20_000) + "]".repeat(20_000), 101],
    ["objects", `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, 501],
  ])("is told once, where it is, and not read: %s", (_, text, column) => {
    const document = jsonDocument(text, "conf.json");
    expect(document).toMatchObject({ isReadable: false, value: undefined });
    expect(document.findings.map(findingText)).toEqual([
      `conf.json (line 1, column ${column}): expected lists and objects at most 100 deep in one another, found a text that is nested too deeply`,
    ]);
    expect(document.positionOf([0])).toBeUndefined();
  });

  it("is not one with brackets in a text, or with many beside each other", () => {
    expect(wrongIn(JSON.stringify("[{".repeat(5_000)))).toEqual([]);
    expect(wrongIn(JSON.stringify(Array.from({ length: 5_000 }, () => [{}])))).toEqual([]);
    expect(wrongIn("[".repeat(100) + "]".repeat(100))).toEqual([]);
  });
});

describe("a text that is JSON", () => {
  it("has no finding and the value that JSON gives it, whatever it holds", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const { value, findings } = jsonDocument(text, "conf.json");
        expect(findings).toEqual([]);
        expect(value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is accepted only where JSON accepts it too", () => {
    const characters = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "a",
      "1",
      "0",
      "-",
      ".",
      " ",
      "\n",
      "\\",
      "/",
    );
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        const accepts = () => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        };
        expect(jsonDocument(text, "conf.json").findings.length === 0).toBe(accepts());
      }),
      { numRuns: 500 },
    );
  });

  it("knows where a value, a name and a missing value stand", () => {
    const document = jsonDocument('{\r\n  "a": [\r\n    1, 22\r\n  ]\r\n}', "conf.json");
    expect(document.positionOf(["a", 1])).toEqual({ line: 3, column: 8 });
    expect(document.positionOf(["a"], true)).toEqual({ line: 2, column: 3 });
    expect(document.positionOf(["a", 1, "b"])).toEqual({ line: 3, column: 8 });
    expect(document.positionOf(["x"])).toEqual({ line: 1, column: 1 });
  });
});
