import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { maybeWhole, note, oneOf, text, wordList } from "../../src/data/cells.js";
import { readTable } from "../../src/data/read-table.js";
import { folderWith } from "./folder.js";

const FORM = {
  row: z.object({
    tool: text,
    words: wordList(["metric", "logging"]),
    count: maybeWhole,
    low: maybeWhole,
    high: maybeWhole,
    kind: oneOf(["own", "public"]),
    note,
  }),
  key: ["tool"],
  counts: [{ value: "count", low: "low", high: "high" }],
} as const;

const HEADER = "tool,words,count,low,high,kind,note";

const read = (content: string | Buffer) => readTable(join(folderWith({ "t.csv": content }), "t.csv"), FORM);
const table = (...lines: readonly string[]) => `${[HEADER, ...lines].join("\n")}\n`;

describe("a table", () => {
  test("gives typed rows; quoted cells keep commas, quotes and line ends", () => {
    expect(
      read(table('"/import (.|,|""x"")/",metric logging,5,4,6,own,"two\nlines"', "B,metric,0,0,0,public,")),
    ).toEqual([
      {
        tool: '/import (.|,|"x")/',
        words: "metric logging",
        count: 5,
        low: 4,
        high: 6,
        kind: "own",
        note: "two\nlines",
      },
      { tool: "B", words: "metric", count: 0, low: 0, high: 0, kind: "public", note: "" },
    ]);
  });

  test("reads an empty number as NaN, never as 0", () => {
    expect(read(table("A,metric,,,,own,"))[0]).toMatchObject({
      count: Number.NaN,
      low: Number.NaN,
      high: Number.NaN,
    });
  });

  test("may start with a byte order mark and end its lines as Windows does", () => {
    expect(read(`\uFEFF${table("A,metric,1,1,1,own,x").replaceAll("\n", "\r\n")}`)[0]).toMatchObject({
      tool: "A",
      note: "x",
    });
  });
});

describe("a broken table is refused:", () => {
  test.each([
    ["an empty file", "", "t.csv: expected data, found an empty file."],
    ["a header only", table(), "t.csv: expected at least one row, found the header only."],
    [
      "bytes that are not UTF-8",
      Buffer.from([0x74, 0xe9, 0x0a]),
      "expected text in UTF-8, found other bytes",
    ],
    [
      "an absent column",
      "tool,words\nA,metric\n",
      "line 1: expected the columns tool,words,count,low,high,kind,note",
    ],
    ["an absent column, by name", "tool,words\nA,metric\n", "(absent: count, low, high, kind, note)"],
    ["a column too many", `${HEADER},more\n`, "(not expected: more)"],
    ["columns in another order", "words,tool,count,low,high,kind,note\n", "(other order, or one twice)"],
    ["a row too short", table("A,metric,1,1,1,own,x", "B,metric"), "line 3: expected 7 cells, found 2."],
    [
      "an abbreviated number",
      table("A,metric,1.1k,1,1,own,x"),
      'line 2, column count: expected a whole number from 0 up, or nothing where not measured, found "1.1k"',
    ],
    [
      "a negative number",
      table("A,metric,-1,-1,-1,own,x"),
      "column count: expected a whole number from 0 up",
    ],
    ["an absent text", table(",metric,1,1,1,own,x"), 'line 2, column tool: expected a text, found ""'],
    [
      "an unknown word",
      table("A,metric,1,1,1,mine,x"),
      'column kind: expected one of own, public, found "mine"',
    ],
    [
      "an unknown word in a list",
      table("A,metric  logging,1,1,1,own,x"),
      "column words: expected words of metric, logging",
    ],
    [
      "ends that do not hold the value",
      table("A,metric,5,1,5,own,x", "B,metric,5,6,7,own,x"),
      "line 3, column count: expected low <= count <= high, or all three empty, found low 6, count 5, high 7.",
    ],
    ["a value without ends", table("A,metric,5,,,own,x"), "found low (empty), count 5, high (empty)"],
    [
      "a key that occurs twice, after a cell of two lines",
      table('A,metric,1,1,1,own,"x\ny"', "B,metric,1,1,1,own,x", "A,metric,2,2,2,own,x"),
      'line 5, column tool: expected a row that occurs once, found tool "A" as in line 3.',
    ],
    ["an open quote", table('A,metric,1,1,1,own,"x'), "expected comma-separated values, found a fault"],
  ])("%s", (_case, content, message) => {
    const error = expect.objectContaining({
      name: "DataFileError",
      message: expect.stringContaining(message),
    });
    expect(() => read(content)).toThrow(error);
  });

  test("no file, named with its place", () => {
    const path = join(folderWith(), "t.csv");
    expect(() => readTable(path, FORM)).toThrow(`${path}: expected a data file, found no such file.`);
  });

  test("every cell of a row that is wrong, at once", () => {
    expect(() => read(table(",metric,x,,,own,"))).toThrow(/column tool.*\n.*column count/);
  });
});
