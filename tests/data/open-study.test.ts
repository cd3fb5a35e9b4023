import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { checkedRows, rowsOf } from "../../src/frames/data-frame.js";
import * as columns from "../../src/frames/study-data.js";
import { projectCopy } from "./folder.js";

describe("the published study", () => {
  const study = openStudy();

  test("says where all of it comes from", () => {
    expect(study).toMatchObject({ name: "published", label: "the published study, January 2025" });
    const { platformsNow, ...others } = study.sourceOf;
    expect(new Set(Object.values(others))).toEqual(new Set([study.label]));
    expect(platformsNow).toBe("this project's reading of the platforms' pages, November 2026");
    expect(study.publishedGithub).toBe(study.github);
  });

  test("gives frames of the columns that are promised", () => {
    const promised = [
      [study.github, columns.GITHUB_COLUMNS, 21],
      [study.google, columns.GOOGLE_COLUMNS, 20],
      [study.pageReadings, columns.PAGE_READING_COLUMNS, 0],
      [study.reviews, columns.REVIEW_COLUMNS, 16],
      [study.companies, columns.COMPANY_COLUMNS, 9],
      [study.years, columns.YEAR_COLUMNS, 11],
      [study.stars, columns.STAR_COLUMNS, 12],
      [study.platforms, columns.PLATFORM_COLUMNS, 6],
      [study.platformsNow, columns.PLATFORM_NOW_COLUMNS, 19],
      [study.landscape, columns.LANDSCAPE_COLUMNS, 102],
      [study.found, columns.FOUND_COLUMNS, 16],
      [study.reported, columns.REPORTED_COLUMNS, 56],
      [study.slips, columns.SLIP_COLUMNS, 13],
    ] as const;
    for (const [frame, names, size] of promised) {
      expect(frame.columns).toEqual(Object.keys(names));
      expect(checkedRows(frame, names)).toHaveLength(size);
    }
  });
});

describe("a practice run", () => {
  test("is called one, and so are its counts", () => {
    const root = projectCopy();
    const entry = { tool: "A", query: "a", extensions: "py", purpose: "global", number: 1 };
    const times = ["2026-02-03T10:00:00.000Z", "2026-02-04T10:00:00.000Z"];
    const entries = times.map((time, place) => ({ ...entry, query: `a${place}`, time }));
    mkdirSync(join(root, "data", "practice", "may"), { recursive: true });
    writeFileSync(join(root, "data", "practice", "may", "output.json"), JSON.stringify(entries));
    expect(openStudy({ run: "may", root })).toMatchObject({
      label: "practice run may",
      countedBy: "sample files on this machine, not GitHub, 2026-02-03 to 2026-02-04",
    });
  });
});

describe("a run", () => {
  const rootWithRun = () => {
    const root = projectCopy();
    const entries = [
      { tool: "A", query: "import a", extensions: ["py", "ipynb"], purpose: ["global"], number: 1_100 },
      { tool: "A", query: "a.log", extensions: "py", purpose: "metric", number: null },
    ];
    mkdirSync(join(root, "data", "runs", "may"), { recursive: true });
    writeFileSync(join(root, "data", "runs", "may", "output.json"), JSON.stringify(entries));
    return root;
  };

  test("gives its own counts of GitHub, and says that the rest is the published study's", () => {
    const study = openStudy({ run: "may", root: rootWithRun() });
    expect(study).toMatchObject({ name: "may", label: "run may" });
    expect(study.sourceOf).toMatchObject({ github: "run may", google: "the published study, January 2025" });
    expect(rowsOf(study.github)).toEqual([
      {
        row: 1,
        tool: "A",
        query: "import a",
        extensions: "py ipynb",
        purposes: "global",
        value: 1_100,
        low: 1_050,
        high: 1_149,
        reading: "rounded",
      },
      {
        row: 2,
        tool: "A",
        query: "a.log",
        extensions: "py",
        purposes: "metric",
        value: Number.NaN,
        low: Number.NaN,
        high: Number.NaN,
        reading: "not measured",
      },
    ]);
    expect(rowsOf(study.publishedGithub)).toHaveLength(21);
  });

  test("that is not there is an error, never the published study in its stead", () => {
    expect(() => openStudy({ run: "june", root: rootWithRun() })).toThrow(
      /There is no run "june".*the runs are may/,
    );
  });
});
