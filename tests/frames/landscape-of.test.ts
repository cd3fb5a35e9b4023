import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { landscapeOf } from "../../src/frames/landscape-of.js";
import { FOUND_COLUMNS, LANDSCAPE_COLUMNS } from "../../src/frames/study-data.js";

interface Row {
  readonly tool: string;
  readonly textShare: number;
  readonly titleShare: number;
  readonly kept: number;
  readonly found: number;
}

const rowOf = (tool: string, text: number, title: number) => ({
  company: "C",
  tool,
  text,
  title,
  nameInTextList: tool,
  nameInTitleList: tool,
  note: "",
});

const NONE_FOUND = frameOf(FOUND_COLUMNS, []);

describe("the landscape of a company", () => {
  test("is divided by the company's own largest counts", () => {
    const landscape = frameOf(LANDSCAPE_COLUMNS, [
      rowOf("A", 1_000, 300),
      rowOf("B", 50, 30),
      rowOf("D", 51, Number.NaN),
      { ...rowOf("A", 9_000, 9_000), company: "other" },
    ]);
    const found = frameOf(FOUND_COLUMNS, [
      { company: "C", tool: "A", found: 1 },
      { company: "other", tool: "B", found: 1 },
      { company: "C", tool: "D", found: 0 },
    ]);
    expect(rowsOf(landscapeOf(landscape, found, "C"))).toEqual([
      {
        tool: "A",
        text: 1_000,
        title: 300,
        textShare: 1,
        titleShare: 2,
        titleRatio: 1,
        kept: 1,
        found: 1,
      },
      {
        tool: "B",
        text: 50,
        title: 30,
        textShare: 0.05,
        titleShare: 0.2,
        titleRatio: 0.1,
        kept: 0,
        found: Number.NaN,
      },
      {
        tool: "D",
        text: 51,
        title: Number.NaN,
        textShare: 0.051,
        titleShare: Number.NaN,
        titleRatio: Number.NaN,
        kept: 1,
        found: 0,
      },
    ]);
  });

  test("leaves out what was not tried there at all", () => {
    const landscape = frameOf(LANDSCAPE_COLUMNS, [rowOf("A", Number.NaN, Number.NaN)]);
    expect(rowsOf(landscapeOf(landscape, NONE_FOUND, "C"))).toEqual([]);
  });

  test("has no shares where every count is 0", () => {
    const landscape = frameOf(LANDSCAPE_COLUMNS, [rowOf("A", 0, 0)]);
    expect(rowsOf(landscapeOf(landscape, NONE_FOUND, "C"))[0]).toMatchObject({
      textShare: Number.NaN,
      titleRatio: Number.NaN,
      kept: Number.NaN,
    });
  });

  test("is empty for an empty landscape, and refuses a company that it does not hold", () => {
    expect(rowsOf(landscapeOf(frameOf(LANDSCAPE_COLUMNS, []), NONE_FOUND, "C"))).toEqual([]);
    const landscape = frameOf(LANDSCAPE_COLUMNS, [rowOf("A", 1, 1)]);
    expect(() => landscapeOf(landscape, NONE_FOUND, "D")).toThrow("does not hold D: expected one of C");
  });
});

describe("the study's landscape", () => {
  const { landscape, found } = openStudy();

  test("gives Michelangelo at Uber 0.477, where the sheet took ClearML's row", () => {
    const uber = rowsOf<Row>(landscapeOf(landscape, found, "Uber"));
    expect(uber.find((row) => row.tool === "Michelangelo")?.textShare).toBeCloseTo(0.477, 3);
    expect(uber.find((row) => row.tool === "ClearML")?.textShare).toBeCloseTo(0.0083, 4);
    expect(uber.filter((row) => row.kept).map((row) => row.tool)).toEqual([
      "Michelangelo",
      "Apache Zeppelin",
      "Google colab",
      "Jupyter",
      "Cassandra",
      "Manifold",
      "Spark",
    ]);
  });

  test("knows a tool by one name in both lists, and finds each that was looked up", () => {
    for (const company of ["Netflix", "Uber"]) {
      const rows = rowsOf<Row>(landscapeOf(landscape, found, company));
      const lookedUp = rowsOf<{ company: string; tool: string }>(found).filter(
        (row) => row.company === company,
      );
      const names = rows.filter((row) => !Number.isNaN(row.found)).map((row) => row.tool);
      expect(new Set(names)).toEqual(new Set(lookedUp.map((row) => row.tool)));
    }
    const netflix = rowsOf<Row & { text: number; title: number }>(landscapeOf(landscape, found, "Netflix"));
    expect(netflix.find((row) => row.tool === "Iceberg")).toMatchObject({
      text: 176_000,
      title: 66,
      found: 1,
    });
    expect(netflix.find((row) => row.tool === "Manifold")).toMatchObject({ text: Number.NaN, title: 0 });
    expect(netflix.find((row) => row.tool === "Metaflow")?.titleShare).toBeCloseTo(3.99, 2);
  });
});
