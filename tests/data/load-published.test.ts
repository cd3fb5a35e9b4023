import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countShownByGitHub } from "../../src/census/count.js";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { loadDataPackage } from "../../src/data/load-data-package.js";
import { loadPublished, PUBLISHED_FOLDER } from "../../src/data/load-published.js";
import { PUBLISHED_TABLES } from "../../src/data/published-tables.js";
import { changeFile, projectCopy } from "./folder.js";

const FOLDER = join(PROJECT_ROOT, PUBLISHED_FOLDER);

interface Resource {
  readonly name: string;
  readonly schema: { fields: { name: string }[]; primaryKey: string[] };
}

describe("the published data set", () => {
  const published = loadPublished();

  test("gives the hash of each file, so that none can be cut short unseen", () => {
    const folder = join(PROJECT_ROOT, PUBLISHED_FOLDER);
    expect([...loadDataPackage(folder).values()].every(({ hash }) => hash?.startsWith("sha256:"))).toBe(true);
  });

  test("holds the study's queries, pairs, companies, tools and lists", () => {
    const sizes = Object.entries(published).map(([name, rows]) => [name, rows.length]);
    expect(Object.fromEntries(sizes)).toEqual({
      "github-counts": 21,
      "google-counts": 20,
      "company-software": 9,
      "tool-years": 11,
      stars: 12,
      "platform-capabilities": 6,
      landscape: 102,
      "landscape-found": 16,
      "reported-values": 56,
      slips: 13,
    });
  });

  test("gives GitHub's counts the ends that their rounding leaves", () => {
    for (const { count, low, high, reading } of published["github-counts"]) {
      expect({ value: count, low, high, reading }).toEqual(countShownByGitHub(count));
    }
  });

  test("writes beside each count what GitHub's page showed", () => {
    for (const { count, shown } of published["github-counts"]) {
      const scaled = shown.endsWith("k") ? 1_000 * Number(shown.slice(0, -1)) : Number(shown);
      expect(scaled).toBeCloseTo(count, 6);
      expect(shown.endsWith("k")).toBe(count >= 1_000);
    }
  });

  test("gives Google's totals the ends of a rounding to three digits", () => {
    for (const row of published["google-counts"]) {
      for (const [value, low, high] of [
        [row.text, row.text_low, row.text_high],
        [row.title, row.title_low, row.title_high],
      ] as const) {
        expect(Number(value.toPrecision(3))).toBe(value);
        expect(Number(low.toPrecision(3))).toBe(value);
        expect(Number(high.toPrecision(3))).toBe(value);
        expect(Number((high + 1).toPrecision(3))).toBeGreaterThan(value);
        if (low > 0) expect(Number((low - 1).toPrecision(3))).toBeLessThan(value);
      }
    }
  });

  test("leaves what was not tried empty: NaN, apart from a count of 0", () => {
    const landscape = published.landscape.filter((row) => row.company === "Uber");
    expect(landscape.find((row) => row.tool === "AutoGluon")?.text).toBeNaN();
    expect(landscape.find((row) => row.tool === "ClearML")?.title).toBe(0);
    const unusable = published.landscape.find((row) => row.company === "Netflix" && row.tool === "Manifold");
    expect(unusable).toMatchObject({ text: Number.NaN, title: 0, note: "text count not usable" });
  });

  test("is described by its datapackage.json as it is read: columns in order and primary keys", () => {
    const description = JSON.parse(readFileSync(join(FOLDER, "datapackage.json"), "utf8")) as {
      resources: Resource[];
    };
    const described = description.resources.map(({ name, schema }) => [
      name,
      { columns: schema.fields.map((field) => field.name), key: schema.primaryKey },
    ]);
    const read = Object.entries(PUBLISHED_TABLES).map(([name, form]) => [
      name,
      { columns: Object.keys(form.row.shape), key: [...form.key] },
    ]);
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(read));
  });
});

describe("a published data set that is broken is refused:", () => {
  const brokenBy = (change: (folder: string) => void) => {
    const folder = join(projectCopy(), PUBLISHED_FOLDER);
    change(folder);
    return () => loadPublished(folder);
  };

  test("a file that is gone", () => {
    expect(brokenBy((folder) => rmSync(join(folder, "stars.csv")))).toThrow(
      /found none at .*stars\.csv \(stars\)/,
    );
  });

  test("a resource that is not described", () => {
    const rename = (text: string) => text.replace('"name": "stars"', '"name": "moons"');
    expect(brokenBy((folder) => changeFile(join(folder, "datapackage.json"), rename))).toThrow(
      /expected a resource named stars, found github-counts, .*moons/,
    );
  });

  test("a count outside its ends", () => {
    const raise = (text: string) => text.replace("py ipynb,global,4400,4350,", "py ipynb,global,4400,4500,");
    expect(brokenBy((folder) => changeFile(join(folder, "github-counts.csv"), raise))).toThrow(
      /github-counts\.csv, line 9, column count: expected low <= count <= high/,
    );
  });
});
