import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maybeShownCount, shownCount } from "../../../src/mining/web/shown-count.js";

const read = (text: string, before = "", after = "") => maybeShownCount({ text, before, after });

/** A number as GitHub's page writes it. */
function shown(count: number): string {
  if (count === 1) return "1 file";
  if (count < 1_000) return `${count} files`;
  const [unit, letter] = count < 999_500 ? [1_000, "k"] : [1_000_000, "M"];
  const value = count / unit;
  return `${value < 99.95 ? value.toFixed(1).replace(/\.0$/, "") : Math.round(value)}${letter} files`;
}

describe("a count that a page shows", () => {
  it.each([
    ["720 files", 720, 720, 720, "exact"],
    ["1 file", 1, 1, 1, "exact"],
    ["0 files", 0, 0, 0, "exact"],
    ["1,234 files", 1_234, 1_234, 1_234, "exact"],
    ["135 files (362 ms)", 135, 135, 135, "exact"],
    ["1.1k files\n (505 ms)", 1_100, 1_050, 1_149, "rounded"],
    ["197K files", 197_000, 196_500, 197_499, "rounded"],
    ["4.6M files", 4_600_000, 4_550_000, 4_649_999, "rounded"],
    ["1.2B files", 1_200_000_000, 1_150_000_000, 1_249_999_999, "rounded"],
    ["More than 100k files", 100_000, 100_000, Number.POSITIVE_INFINITY, "at least"],
    ["100k+ files", 100_000, 100_000, Number.POSITIVE_INFINITY, "at least"],
  ])("is %s", (text, value, low, high, reading) => {
    expect(read(text)).toEqual({ value, low, high, reading });
  });

  it.each([
    "files",
    "k files",
    "1.1.1k files",
    "12,34 files",
    "1.5 files",
    "2 1.1k files",
    "720 filesystems",
    "",
  ])("is not in “%s”", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("takes what stands before it into account", () => {
    expect(read("100k files", "More than")).toMatchObject({ reading: "at least" });
    expect(read("1k files", "of 1,")).toBeUndefined();
    expect(read("1k files", "1.1k files (5 ms)")).toMatchObject({ value: 1_000 });
    expect(read("100k files", "More than 100k files (5 ms)")).toMatchObject({ value: 100_000 });
    expect(read("20 files", "·")).toMatchObject({ value: 20 });
    expect(read("20 files", "", "in acme/x")).toMatchObject({ value: 20 });
  });

  it.each([
    ["Showing", ""],
    ["Showing", "of 1.2k"],
    ["", "of 1.2k"],
    ["", "out of 1,200"],
    ["", "or more"],
    ["", "/ 1.2k"],
    ["First", ""],
    ["Fewer than", ""],
    ["About", ""],
    ["<", ""],
    ["~", ""],
    ["10–", ""],
    ["1,", ""],
    ["in", ""],
    ["Showing 10 files, no more than", ""],
  ])("is not what stands between “%s” and “%s”", (before, after) => {
    expect(read("10 files", before, after)).toBeUndefined();
  });

  it("has the true number in its interval, however it is abbreviated", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000 }), (count) => {
        const { low, high } = read(shown(count)) ?? { low: Number.NaN, high: Number.NaN };
        expect(low).toBeLessThanOrEqual(count);
        expect(high).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  it("is none where texts contradict each other", () => {
    const texts = (...all: string[]) => ({
      texts: all.map((text) => ({ text, before: "", after: "" })),
      isSure: true,
    });
    expect(shownCount(texts(), false)).toEqual({ kind: "none" });
    expect(shownCount(texts(), true)).toMatchObject({ kind: "count", count: { value: 0 } });
    expect(shownCount(texts("3 files", "3 files (5 ms)"), false)).toMatchObject({ count: { value: 3 } });
    expect(shownCount(texts("3 files", "4 files"), false)).toMatchObject({ kind: "several" });
    expect(shownCount(texts("3 files"), true)).toMatchObject({ kind: "several" });
    expect(shownCount(texts("100k files", "More than 100k files"), false)).toMatchObject({
      count: { reading: "at least" },
    });
  });
});
