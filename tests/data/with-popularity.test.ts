import { describe, expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { checkReportedValues } from "../../src/frames/reported-values.js";
import { repositoryRow, rootWithStars } from "./popularity-run.js";

interface YearRow {
  readonly tool: string;
  readonly repositoryYear: number;
}

describe("a run with stars", () => {
  const missing = {
    tool: "CML",
    repository: "iterative/cml",
    number: null,
    low: undefined,
    high: undefined,
    reading: "not measured",
    readings: [],
    time: undefined,
  };
  const opened = () => {
    const rows = [repositoryRow({}, { fullName: "coreweave/wandb" }), repositoryRow(missing)];
    return openStudy({ run: "may", root: rootWithStars(rows).root });
  };

  test("gives its own in the place of the study's, and says so", () => {
    const study = opened();
    expect(study.sourceOf).toMatchObject({ stars: "run may", years: "the published study, January 2025" });
    expect(rowsOf(study.stars)).toEqual([
      {
        tool: "W&B",
        value: 10_355,
        low: 10_355,
        high: 10_355,
        reading: "exact",
        forks: 700,
        createdYear: 2017,
        archived: "no",
        repository: "coreweave/wandb",
        asked: "2026-11-25",
      },
      {
        tool: "CML",
        value: Number.NaN,
        low: Number.NaN,
        high: Number.NaN,
        reading: "not measured",
        forks: Number.NaN,
        createdYear: Number.NaN,
        archived: "",
        repository: "iterative/cml",
        asked: "",
      },
    ]);
  });

  test("gives the years of repositories to tools under whichever of their names", () => {
    const study = opened();
    const known = rowsOf<YearRow>(study.years).filter(({ repositoryYear }) => !Number.isNaN(repositoryYear));
    expect(known).toEqual([expect.objectContaining({ tool: "WanDB", repositoryYear: 2017 })]);
  });

  test("leaves the study's own to be checked", () => {
    const study = opened();
    expect(rowsOf(study.publishedStars)).toHaveLength(12);
    const rows = rowsOf<{ holds: string }>(checkReportedValues(study));
    expect(rows).toEqual(rowsOf(checkReportedValues(openStudy())));
  });
});

describe("practice stars", () => {
  test("make their frame practice, whatever the run's folder", () => {
    const { root } = rootWithStars([repositoryRow({ practice: true })]);
    expect(openStudy({ run: "may", root })).toMatchObject({
      label: "run may",
      sourceOf: { stars: "practice run may", github: "run may" },
    });
  });
});

test("a run without stars, and the published study, have the study's", () => {
  const study = openStudy();
  expect(rowsOf<YearRow>(study.years).every(({ repositoryYear }) => Number.isNaN(repositoryYear))).toBe(true);
  expect(study.publishedStars).toBe(study.stars);
  expect(study.sourceOf.stars).toBe(study.label);
});

test("broken stars are an error, never the study's in their stead", () => {
  const { root } = rootWithStars([{}]);
  expect(() => openStudy({ run: "may", root })).toThrow(/popularity.*output\.json: entry 1/);
});
