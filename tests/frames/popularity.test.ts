import { expect, test } from "vitest";
import { exactCount } from "../../src/census/count.js";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { popularity } from "../../src/frames/popularity.js";
import { STAR_COLUMNS } from "../../src/frames/study-data.js";
import { MISSING } from "./tables.js";

const UNASKED = { forks: Number.NaN, createdYear: Number.NaN, archived: "", repository: "", asked: "" };
const ASKED = { forks: 7, createdYear: 2019, archived: "no", repository: "b/b", asked: "2026-11-25" };

test("sorts by stars, largest first, and what was not measured last", () => {
  const stars = frameOf(STAR_COLUMNS, [
    { tool: "A", ...MISSING, ...UNASKED },
    { tool: "B", ...exactCount(0), ...ASKED },
    { tool: "C", ...exactCount(7), ...UNASKED },
  ]);
  expect(rowsOf(popularity(stars))).toEqual([
    { tool: "C", ...exactCount(7), ...UNASKED },
    { tool: "B", ...exactCount(0), ...ASKED },
    { tool: "A", ...MISSING, ...UNASKED },
  ]);
});

test("no tools give no rows", () => {
  expect(rowsOf(popularity(frameOf(STAR_COLUMNS, [])))).toEqual([]);
});

test("the study's candidates hold, KitOps as an upper bound", () => {
  const stars = rowsOf<{ tool: string }>(popularity(openStudy().stars));
  expect(stars.map((row) => row.tool)).toEqual([
    "Apache Airflow",
    "MLflow",
    "Kubeflow",
    "W&B",
    "ClearML",
    "Snorkel",
    "CML",
    "Polyaxon",
    "Azure ML",
    "MLReef",
    "Vertex AI",
    "KitOps",
  ]);
  expect(stars.at(-1)).toEqual({
    tool: "KitOps",
    value: 649,
    low: 0,
    high: 649,
    reading: "at most",
    ...UNASKED,
  });
  expect(stars[1]).toEqual({
    tool: "MLflow",
    value: 19_000,
    low: 18_500,
    high: 19_499,
    reading: "chart",
    ...UNASKED,
  });
});
