import { expect, it } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { popularitySources } from "../../src/notebook/popularity-sources.js";
import { repositoryRow, rootWithStars } from "../data/popularity-run.js";

const RECORDS = "study 2025 (RIMEL, Université Côte d'Azur), table, timeline and spreadsheet";

function sourcesWith(part: object, parent = "runs") {
  const { root } = rootWithStars([repositoryRow({ ...part })], parent);
  return popularitySources(openStudy({ run: "may", root }));
}

it("The study's own stars keep their source lines", () => {
  expect(popularitySources(openStudy())).toEqual({});
});

it("A run's stars say the run and the day, and so do the years, beside the study's records", () => {
  const line = "run may, GitHub's answers on repositories, 2026-11-25";
  expect(sourcesWith({})).toEqual({ stars: line, years: `${RECORDS}; ${line}` });
});

it("Stars without a day say none", () => {
  expect(sourcesWith({ time: undefined }).stars).toBe("run may, GitHub's answers on repositories");
});

it.each([
  ["in its own folder", {}, "practice"],
  ["in the folder of a run", { practice: true }, "runs"],
])("Practice stars %s begin both lines, so that both figures are marked", (_, part, parent) => {
  const line = "practice run may, made-up repositories, 2026-11-25";
  const rows = { ...part, practice: true };
  expect(sourcesWith(rows, parent)).toEqual({ stars: line, years: `${line}; ${RECORDS}` });
});
