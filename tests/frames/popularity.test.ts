import { expect, test } from "vitest";
import { exactCount } from "../../src/census/count.js";
import { openStudy } from "../../src/data/open-study.js";
import { frameOf, rowsOf } from "../../src/frames/data-frame.js";
import { popularity } from "../../src/frames/popularity.js";
import { STAR_COLUMNS } from "../../src/frames/study-data.js";
import { MISSING } from "./tables.js";

test("sorts by stars, largest first, and what was not measured last", () => {
  const stars = frameOf(STAR_COLUMNS, [
    { tool: "A", ...MISSING },
    { tool: "B", ...exactCount(0) },
    { tool: "C", ...exactCount(7) },
  ]);
  expect(rowsOf(popularity(stars))).toEqual([
    { tool: "C", ...exactCount(7) },
    { tool: "B", ...exactCount(0) },
    { tool: "A", ...MISSING },
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
  expect(stars.at(-1)).toEqual({ tool: "KitOps", value: 649, low: 0, high: 649, reading: "at most" });
  expect(stars[1]).toEqual({ tool: "MLflow", value: 19_000, low: 18_500, high: 19_499, reading: "chart" });
});
