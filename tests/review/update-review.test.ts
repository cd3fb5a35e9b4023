import * as fs from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { loadReviewIn, REVIEW_FILE } from "../../src/data/load-review.js";
import { updateReview } from "../../src/review/update-review.js";
import { folderWith } from "../data/folder.js";
import { pageAnswer, pageRow } from "../data/page-rows.js";

const HEADER = "company,tool,place,search,rank,title,address,relevant,note";
const page = (number: number, title = `Page ${number}`) => ({
  title,
  address: `https://a.example/${number}`,
});

/** A run whose first search listed these pages. */
function runWith(pages: readonly object[], files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ "google/output.json": outputOf(pages), ...files });
  return { folder, isPractice: false };
}

function outputOf(...answers: readonly (readonly object[])[]): string {
  const readings = answers.map((pages, place) => pageAnswer({ repeat: place + 1, evidence: { pages } }));
  return JSON.stringify([pageRow({ readings })]);
}

const sheetOf = ({ folder }: { folder: string }) => fs.readFileSync(join(folder, REVIEW_FILE), "utf8");

describe("the review sheet", () => {
  test("has a row for each of the first results, once for all days", () => {
    const run = runWith([]);
    fs.writeFileSync(
      join(run.folder, "google", "output.json"),
      outputOf([page(1), page(2)], [page(2), page(3)]),
    );
    expect(updateReview(run)).toMatchObject({ added: 3, path: join(run.folder, REVIEW_FILE) });
    const same = { company: "Netflix", tool: "MLflow", place: "title", search: "allintitle: Netflix MLflow" };
    expect(loadReviewIn(run)).toEqual([
      { ...same, rank: 1, ...page(1), relevant: "", note: "" },
      { ...same, rank: 2, ...page(2), relevant: "", note: "" },
      { ...same, rank: 2, ...page(3), relevant: "", note: "" },
    ]);
  });

  test("is not there where the run has no searches for pages", () => {
    const folder = folderWith();
    expect(updateReview({ folder, isPractice: false })).toBeUndefined();
    expect(loadReviewIn({ folder })).toBeUndefined();
  });

  test("keeps every mark and note when results are added, and rows that are listed no more", () => {
    const search = "allintitle: Netflix MLflow";
    const marked = `Netflix,MLflow,title,${search},1,Old title,https://a.example/1,Y,"two\nlines"`;
    const gone = `Netflix,MLflow,title,${search},2,Gone,https://a.example/9,0,`;
    const run = runWith([page(1), page(2)], { "google/review.csv": `${HEADER}\n${marked}\n${gone}\n` });
    expect(updateReview(run)?.added).toBe(1);
    expect(loadReviewIn(run)?.map((row) => [row.title, row.relevant, row.note])).toEqual([
      ["Old title", "yes", "two\nlines"],
      ["Gone", "no", ""],
      ["Page 2", "", ""],
    ]);
  });

  test("may have rows that somebody emptied: a spreadsheet program keeps their separators", () => {
    const run = runWith([page(1)]);
    updateReview(run);
    fs.appendFileSync(join(run.folder, REVIEW_FILE), ",,,,,,,,\n,,,,,,,,\n");
    expect(updateReview(run)).toMatchObject({ added: 0, rows: [{ title: "Page 1" }] });
  });

  test("is written only where something is new", () => {
    const run = runWith([page(1)]);
    updateReview(run);
    const files = { ...fs, openSync: () => expect.fail("the sheet was opened for writing") };
    expect(updateReview(run, files)?.added).toBe(0);
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    " \r\n=1+1",
    "\uFF1D1+1",
    'a";=1+1',
    "a;=cmd|' /C calc'!A0",
  ])("makes no formula of the title %j, whatever stands between the cells", (title) => {
    const run = runWith([page(1, title)]);
    updateReview(run);
    const text = sheetOf(run).replace("\uFEFF", "");
    for (const delimiter of [",", ";", "\t"]) {
      const options = { delimiter, relax_quotes: true, relax_column_count: true };
      const cells = (parse(text, options) as string[][]).flat();
      expect(cells.filter((cell) => /^\s*[=+\-@\uFF1D]/.test(cell))).toEqual([]);
    }
    expect(text.trim().split("\n")).toHaveLength(2);
    expect(updateReview(run)?.added).toBe(0);
  });

  test("knows an address again that it had to write otherwise", () => {
    const run = runWith([{ title: "Map", address: "https://a.example/;=1,-2,@3" }]);
    updateReview(run);
    expect(loadReviewIn(run)?.[0]?.address).toBe("https://a.example/;%3D1,%2D2,%403");
    expect(updateReview(run)?.added).toBe(0);
  });
});

describe("a sheet that a spreadsheet program saved", () => {
  const cells = ["Netflix", "MLflow", "title", "s", "1", "Größe; 2", "https://a.example/1", "YES", "'-good"];
  const saved = (separator: string) =>
    `\uFEFF${[HEADER.split(","), cells].map((row) => row.map((cell) => `"${cell}"`).join(separator)).join("\r\n")}\r\n`;

  test.each([[","], [";"], ["\t"]])("with %j between the cells is read, and keeps it", (separator) => {
    const run = runWith([page(7)], { "google/review.csv": saved(separator) });
    const row = { title: "Größe; 2", relevant: "yes", note: "-good" };
    expect(loadReviewIn(run)?.[0]).toMatchObject(row);
    expect(updateReview(run)?.added).toBe(1);
    expect(sheetOf(run)).toContain(HEADER.replaceAll(",", separator));
    expect(loadReviewIn(run)?.[0]).toMatchObject(row);
  });

  test.each([
    ["yes", "yes"],
    ["Y", "yes"],
    ["1", "yes"],
    ["No", "no"],
    ["n", "no"],
    ["0", "no"],
    [" ", ""],
  ])("takes the mark %j for %j", (cell, relevant) => {
    const row = `Netflix,MLflow,title,s,1,t,https://a.example/1,${cell},`;
    expect(loadReviewIn(runWith([], { "google/review.csv": `${HEADER}\n${row}\n` }))?.[0]?.relevant).toBe(
      relevant,
    );
  });

  test.each(["maybe", "true", "2", "constructor"])(
    "refuses the mark %j with its place, and leaves the file",
    (cell) => {
      const text = `${HEADER}\nNetflix,MLflow,title,s,1,t,https://a.example/1,${cell},\n`;
      const run = runWith([page(1)], { "google/review.csv": text });
      const message = `line 2, column relevant: expected yes, no, 1, 0, y, n or nothing, found "${cell}"`;
      const error = expect.objectContaining({
        name: "DataFileError",
        message: expect.stringContaining(message),
      });
      expect(() => updateReview(run)).toThrow(error);
      expect(sheetOf(run)).toBe(text);
    },
  );

  test("may hold no rows", () => {
    expect(loadReviewIn(runWith([], { "google/review.csv": `${HEADER}\n` }))).toEqual([]);
  });

  test("is refused where it holds a page twice, or other columns", () => {
    const row = "Netflix,MLflow,title,s,1,t,https://a.example/1,,";
    const twice = runWith([], { "google/review.csv": `${HEADER}\n${row}\n${row}\n` });
    expect(() => loadReviewIn(twice)).toThrow(
      /line 3, column search, address: expected a row that occurs once/,
    );
    const other = runWith([], { "google/review.csv": "company,tool\nA,B\n" });
    expect(() => loadReviewIn(other)).toThrow(/line 1: expected the columns/);
  });
});
