import { describe, expect, it } from "vitest";
import { type Count, exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { openStudy } from "../../src/data/open-study.js";
import { adoptionTimeline } from "../../src/figures/adoption-timeline.js";
import { draw } from "../../src/figures/draw.js";
import { popularity } from "../../src/figures/popularity.js";
import { frameOf } from "../../src/frames/data-frame.js";
import { STAR_COLUMNS, YEAR_COLUMNS } from "../../src/frames/study-data.js";
import { yearsOfTools } from "../../src/frames/years-of-tools.js";

const SOURCE = "run may, GitHub's answers";

function stars(tool: string, count: Count, part: { archived?: string; asked?: string } = {}) {
  const facts = { forks: 1, createdYear: 2020, archived: "no", repository: "a/b", asked: "2026-11-25" };
  return { tool, ...count, ...facts, ...part };
}

function starFigure(rows: readonly ReturnType<typeof stars>[], source = SOURCE) {
  return popularity(frameOf(STAR_COLUMNS, rows), source);
}

function years(...rows: readonly [tool: string, year: number, repositoryYear: number][]) {
  const cells = rows.map(([tool, year, repositoryYear]) => ({
    tool,
    by: "company",
    reportYear: year,
    timelineYear: year,
    sheetYear: year,
    repositoryYear,
  }));
  return adoptionTimeline(yearsOfTools(frameOf(YEAR_COLUMNS, cells)), SOURCE);
}

async function drawn({ spec }: ReturnType<typeof popularity>): Promise<string> {
  const { svg, warnings } = await draw(spec);
  expect(warnings).toEqual([]);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  return svg;
}

describe("stars that GitHub gave", () => {
  it("are drawn with the day, and an archived repository says so in label and description", async () => {
    const figure = starFigure([
      stars("MLReef", exactCount(1_391), { archived: "yes" }),
      stars("CML", exactCount(950), { asked: "2026-11-26" }),
    ]);
    expect(figure.description).toContain("MLReef: 1,391 (archived); CML: 950.");
    const svg = await drawn(figure);
    expect(svg).toContain("1,391 (archived)");
    expect(svg).toContain("Every digit, as GitHub gave it on 2026-11-25 to 2026-11-26.");
    expect(svg).not.toContain("printed chart");
  });

  it("are called made up where they are practice", async () => {
    const svg = await drawn(
      starFigure([stars("CML", exactCount(9))], "practice run may, made-up repositories"),
    );
    expect(svg).toContain("Made-up numbers, given on 2026-11-25.");
    expect(svg).toContain("PRACTICE");
  });

  it.each([
    ["none at all", [stars("CML", NOT_MEASURED, { archived: "", asked: "" })], "CML: not measured"],
    ["0, which a logarithmic axis lacks", [stars("CML", exactCount(0))], "CML: 0."],
    ["0 beside others", [stars("MLflow", exactCount(7)), stars("CML", exactCount(0))], "CML: 0."],
    [
      "a range, since repeats differ",
      [stars("CML", { value: 900, low: 800, high: 950, reading: "estimate" })],
      "CML: 900.",
    ],
    [
      "a lower bound",
      [stars("CML", { value: 9, low: 9, high: Number.POSITIVE_INFINITY, reading: "at least" })],
      "CML: ≥ 9.",
    ],
  ] as const)("are drawn without a warning where there is %s", async (_, rows, said) => {
    const figure = starFigure(rows);
    expect(figure.description).toContain(said);
    await drawn(figure);
  });
});

describe("the years in which repositories were created", () => {
  it("are a mark of their own, with a legend, and no part of the tool's records", async () => {
    const figure = years(["Metaflow", 2018, 2019], ["Michelangelo", 2015, Number.NaN]);
    expect(figure.description).toContain("Metaflow (a company's): 2018, repository created 2019.");
    expect(figure.description).toContain("Michelangelo (a company's): 2015;");
    expect(JSON.stringify(figure.spec)).toContain('"low":2018,"high":2018');
    const svg = await drawn(figure);
    expect(svg).toContain(">repository created<");
    expect(svg).not.toContain("records:");
  });

  it("widen the axis, so that none is cut off", async () => {
    expect(await drawn(years(["A", 2018, 2024], ["B", 2018, 2012]))).toMatch(/>2012<[\s\S]*>2024</);
  });

  it("leave no trace where none is known", async () => {
    const figure = adoptionTimeline(yearsOfTools(openStudy().years), SOURCE);
    expect(JSON.stringify(figure)).not.toMatch(/repository/i);
    await drawn(figure);
  });
});
