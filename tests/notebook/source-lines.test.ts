import { expect, it } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { aboutText } from "../../src/notebook/about-text.js";
import { sourcesOf } from "../../src/notebook/source-lines.js";
import { projectWith } from "../data/folder.js";
import { pageRow } from "../data/page-rows.js";

const runOf = (parent: string, row = {}) => {
  const root = projectWith({ [`data/${parent}/may/google/output.json`]: JSON.stringify([pageRow(row)]) });
  return openStudy({ run: "may", root });
};

it("A figure of a run's pages says who was asked and when, all others name the study", () => {
  const study = runOf("runs");
  expect(sourcesOf(study).google).toBe("run may, Google result totals by google-cse, 2026-11-25");
  expect(sourcesOf(study).github).toBe(
    "study 2025 (RIMEL, Université Côte d'Azur), GitHub code search, January 2025",
  );
  expect(aboutText(study)).toBe(
    "Drawn here: **run may**. Everything but Google's pages comes from the published study, January 2025.",
  );
});

it("A figure of practised pages says that Google was not asked", () => {
  const study = runOf("practice", { source: "google-cse", practice: true });
  expect(sourcesOf(study).google).toBe(
    "practice run may, sample pages on this machine, not Google, 2026-11-25",
  );
  expect(aboutText(study)).toContain("**Practice: sample pages on this machine were searched, not Google.**");
});

it("The published study says what it always said", () => {
  const study = openStudy();
  expect(sourcesOf(study).google).toBe(
    "study 2025 (RIMEL, Université Côte d'Azur), Google result totals, end of 2024",
  );
  expect(aboutText(study)).toBe("Drawn here: **the published study, January 2025**.");
});
