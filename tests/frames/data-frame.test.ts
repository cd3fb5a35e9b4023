import { describe, expect, test } from "vitest";
import { checkedRows, frameOf, requireColumns, rowsOf } from "../../src/frames/data-frame.js";

const COLUMNS = { tool: "text", value: "number", kept: "flag" } as const;

describe("a frame", () => {
  test("gives back the rows that it was made of, with every digit", () => {
    const rows = [
      { tool: "cml", value: 0.1234567890123, kept: true },
      { tool: "", value: Number.NaN, kept: false },
    ];
    expect(rowsOf(frameOf(COLUMNS, rows))).toEqual(rows);
  });

  test("of no rows keeps its columns and their kinds", () => {
    const frame = frameOf(COLUMNS, []);
    expect(frame.columns).toEqual(["tool", "value", "kept"]);
    expect(frame.dtypes).toEqual(["string", "float32", "boolean"]);
    expect(frame.shape).toEqual([0, 3]);
    expect(checkedRows(frame, COLUMNS)).toEqual([]);
  });

  test("keeps a number column whose cells are all missing a number column", () => {
    const frame = frameOf({ value: "number" }, [{ value: Number.NaN }, { value: Number.NaN }]);
    expect(frame.dtypes).toEqual(["float32"]);
    expect(rowsOf(frame)).toEqual([{ value: Number.NaN }, { value: Number.NaN }]);
  });

  test("reads an absent number as NaN, never as 0", () => {
    const absent = [{ value: undefined as unknown as number }, { value: null as unknown as number }];
    expect(rowsOf(frameOf({ value: "number" }, absent))).toEqual([
      { value: Number.NaN },
      { value: Number.NaN },
    ]);
  });

  test("refuses a cell of another kind", () => {
    const row = { tool: "cml", value: "1.1k" as unknown as number, kept: true };
    expect(() => frameOf(COLUMNS, [row])).toThrow(
      'Column value, row 1 of the frame: expected a number, found "1.1k"',
    );
  });

  test("refuses an absent text", () => {
    const row = { tool: undefined as unknown as string };
    expect(() => frameOf({ tool: "text" }, [row])).toThrow(
      "Column tool, row 1 of the frame: expected a string, found nothing",
    );
  });

  test("without a column that is needed is refused by name, with what it has", () => {
    const frame = frameOf({ tool: "text" }, [{ tool: "cml" }]);
    expect(() => requireColumns(frame, ["tool", "low", "high"])).toThrow(
      expect.objectContaining({
        name: "DataShapeError",
        message: "The frame lacks low, high: expected the columns tool, low, high, found tool.",
      }),
    );
    expect(() => checkedRows(frame, COLUMNS)).toThrow("lacks value, kept");
  });
});
