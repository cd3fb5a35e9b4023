import { describe, expect, it } from "vitest";
import { exactCount } from "../../src/census/count.js";
import { openStudy } from "../../src/data/open-study.js";
import { countsByPurpose } from "../../src/frames/counts-by-purpose.js";
import { frameOf } from "../../src/frames/data-frame.js";
import { popularity as popularityFrame } from "../../src/frames/popularity.js";
import { remainderBounds } from "../../src/frames/remainder-bounds.js";
import { sharesByTool } from "../../src/frames/shares-by-tool.js";
import { STAR_COLUMNS, YEAR_COLUMNS } from "../../src/frames/study-data.js";
import { totalsByTool } from "../../src/frames/totals-by-tool.js";
import { yearsOfTools } from "../../src/frames/years-of-tools.js";
import * as findings from "../../src/notebook/findings.js";
import { githubTable } from "../frames/tables.js";

const study = openStudy();
const totals = totalsByTool(study.github);
const byPurpose = countsByPurpose(study.github);
const stars = popularityFrame(study.stars);
const practice = { isPractice: true };

describe("the sentences on what a practice run counted", () => {
  it("say that it is of the sample files", () => {
    expect(findings.adoption(totals, sharesByTool(totals), practice)).toContain(
      "files found in the sample files,",
    );
    expect(findings.uses(byPurpose, practice)).toContain(
      "By these sums, the largest measured purpose in the sample files is",
    );
    expect(findings.remainder(remainderBounds(study.github), practice)).toContain("in the sample files is");
    const none = countsByPurpose(githubTable([{ tool: "A", purposes: "metric", shown: 0 }]));
    expect(findings.uses(none, practice)).toBe("No purpose leads in the sample files.");
  });

  it("name no largest purpose where one of a tool's may be larger than it was counted", () => {
    const open = countsByPurpose(
      githubTable([
        { tool: "A", purposes: "logging", shown: 9 },
        { tool: "A", purposes: "metric", shown: 3 },
        { tool: "A", purposes: "metric" },
        { tool: "B", purposes: "metric", shown: 3 },
        { tool: "B", purposes: "metric" },
        { tool: "B", purposes: "tuning", shown: 1 },
      ]),
    );
    expect(findings.uses(open)).toBe(
      "By these sums, the largest measured purpose is **metrics** for B. The largest purpose of A cannot be told: a count is only a lower bound.",
    );
  });

  it("call no two lower bounds a tie", () => {
    const count = { value: 100, low: 100, high: Number.POSITIVE_INFINITY, reading: "at least" } as const;
    const open = countsByPurpose(
      githubTable([
        { tool: "A", purposes: "logging", count },
        { tool: "A", purposes: "metric", count },
        { tool: "B", purposes: "logging", shown: 3 },
        { tool: "B", purposes: "metric", shown: 3 },
      ]),
    );
    expect(findings.uses(open)).toBe(
      "No purpose leads for B. The largest purpose of A cannot be told: a count is only a lower bound.",
    );
  });

  it("do not compare stars with sample files", () => {
    expect(findings.popularity(stars, totals, practice)).toBe(
      "Practice counts sample files, so the stars have nothing to stand beside.",
    );
  });

  it("say nothing of sample files where GitHub was asked", () => {
    const said = [findings.adoption(totals, sharesByTool(totals)), findings.uses(byPurpose)];
    expect(said.join(" ")).not.toContain("sample");
    expect(findings.popularity(stars, totals)).toContain("W&B, first by files, is number 3 by stars");
  });
});

describe("the sentence on what no purpose explains", () => {
  it("states its assumption, and marks the tools for which it cannot be made", () => {
    expect(findings.remainder(remainderBounds(study.github))).toBe(
      [
        "If every file of a purpose is also among the files of any use, the part that no purpose explains is",
        "69.0–75.0 % for ClearML, 44.9–81.6 % for MLflow and 39.4–52.8 % for W&B.",
        "For CML (at least 57.9 %) and Kubeflow (at least 98.3 %) it is not bounded above:",
        "these searches look into files that the global search does not.",
        "The subtraction gives an impossible value for ClearML (68.2 %) and Kubeflow (94.8 %).",
      ].join(" "),
    );
  });
});

it("What no purpose explains cannot be told of files of which none was found", () => {
  const none = remainderBounds(githubTable([{ tool: "A", purposes: "global", shown: 0 }]));
  expect(findings.remainder(none)).toBe(
    "What no purpose explains cannot be told: it takes a count of any use and one of a purpose.",
  );
});

describe("the sentence on the years", () => {
  const row = (tool: string, by: string, year: number, repositoryYear: number) => ({
    tool,
    by,
    reportYear: year,
    timelineYear: year,
    sheetYear: year,
    repositoryYear,
  });
  const years = yearsOfTools(
    frameOf(YEAR_COLUMNS, [
      row("Metaflow", "company", 2018, 2019),
      row("Michelangelo", "company", 2015, Number.NaN),
      row("KubeFlow", "open source", 2017, 2017),
    ]),
  );

  it("tells which repositories are younger than their tool, where that is known", () => {
    expect(findings.timeline(years)).toBe(
      [
        "**1 of 2** companies' tools are older than the first open-source tool (Kubeflow, 2017);",
        "the oldest is Michelangelo (2015).",
        "Of the 2 whose repository was asked for, **1** had it created after the tool's first year:",
        "Metaflow (2018, repository 2019).",
      ].join(" "),
    );
    expect(findings.timeline(yearsOfTools(study.years))).not.toContain("repository");
  });

  it("takes nothing from practice", () => {
    expect(findings.timeline(years, practice)).toMatch(/those of practice, made up\.$/);
  });
});

describe("the sentence on the stars", () => {
  const row = (tool: string, value: number, archived: string) => ({
    tool,
    ...exactCount(value),
    forks: 1,
    createdYear: 2020,
    archived,
    repository: "a/b",
    asked: "2026-11-25",
  });
  const asked = (archived: string) =>
    frameOf(STAR_COLUMNS, [row("W&B", 9, "no"), row("MLReef", 4, archived), row("CML", 2, "no")]);

  it("names what is archived, where that is known", () => {
    expect(findings.popularity(asked("yes"), totals)).toBe(
      "Among the 2 tools with both stars and files, W&B leads by stars as by files. Archived, of the 3 repositories: MLReef.",
    );
    expect(findings.popularity(asked("no"), totals)).toMatch(/None of the 3 repositories is archived\.$/);
    expect(findings.popularity(stars, totals)).not.toMatch(/archived/i);
  });
});
