import { describe, expect, it } from "vitest";
import { draw } from "../../src/figures/draw.js";
import type { Figure } from "../../src/figures/figure.js";
import { githubTable, type ShortRow } from "../frames/tables.js";
import { figuresWith } from "./study.js";

const GLOBAL = { tool: "A", purposes: "global", shown: 100 };
const METRIC = { tool: "A", purposes: "metric", shown: 40 };
const ELSEWHERE = "these searches look into files that the global search does not.";

function figureOf(name: string, rows: readonly ShortRow[]): Figure {
  const figure = figuresWith({ github: githubTable(rows) }).find((one) => one.name === name);
  if (figure === undefined) throw new Error(`There is no figure ${name}.`);
  return figure;
}

describe("what no purpose explains", () => {
  it("is a range under an assumption that the figure states", () => {
    const { spec, description } = figureOf("purpose-share-a", [GLOBAL, METRIC]);
    expect(JSON.stringify(spec)).toContain("if every file of a purpose is also among the files of any use.");
    expect(JSON.stringify(spec)).not.toContain("must lie");
    expect(description).toContain("none of these (possible): 60.0 %");
  });

  it("is only at least so much where a search looks elsewhere, with the range beside it", () => {
    const elsewhere = [GLOBAL, { ...METRIC, extensions: "py sh" }];
    const { spec, description } = figureOf("purpose-share-a", elsewhere);
    expect(description).toContain("none of these (possible): at least 60.0 %, 60.0 % if within");
    expect(JSON.stringify(spec)).toContain(`Not bounded above: ${ELSEWHERE}`);
  });

  it("is not bounded where a part is larger than the whole", () => {
    const { spec, description } = figureOf("purpose-share-a", [
      { ...GLOBAL, shown: 4 },
      { ...METRIC, shown: 6 },
    ]);
    expect(description).toContain("none of these (possible): not bounded.");
    expect(JSON.stringify(spec)).toContain("Not bounded: a search finds more files than the global search.");
  });

  it("has the label of a negative subtraction to the right of 0", () => {
    const { spec } = figureOf("purpose-share-a", [
      { ...GLOBAL, shown: 4 },
      { ...METRIC, shown: 6 },
    ]);
    const places = [...JSON.stringify(spec).matchAll(/"labelAt":(-?[\d.]+)/g)].map(([, at]) => Number(at));
    expect(places).toEqual([1.5, 0, 1]);
  });
});

describe("the purposes of a tool", () => {
  it("are called parts of any use only where its search looks wherever theirs do", () => {
    const within = JSON.stringify(figureOf("purposes-a", [GLOBAL, METRIC]).spec);
    expect(within).toContain("are parts of it and overlap");
    const elsewhere = JSON.stringify(figureOf("purposes-a", [GLOBAL, { ...METRIC, extensions: "sh" }]).spec);
    expect(elsewhere).toContain(`They are not all parts of it: ${ELSEWHERE}`);
    expect(elsewhere).not.toContain("are parts of it and overlap");
  });
});

describe("a purpose of which one search has no count", () => {
  const { shown: _, ...failed } = METRIC;
  const rows = [GLOBAL, METRIC, failed];

  it.each(["purposes", "purposes-a"])("is a lower bound in %s, in words and in style", async (name) => {
    const { spec, description } = figureOf(name, rows);
    const { svg, warnings } = await draw(spec);
    expect(warnings).toEqual([]);
    expect(description).toContain("metrics ≥ 40");
    expect(svg).toMatch(/>≥ ?40</);
    expect(svg).toContain("mark a lower bound");
    expect(svg.match(/stroke-dasharray="4,3"/g)).toHaveLength(1);
  });

  it("leaves the names of the tools beside their colours", async () => {
    const { svg } = await draw(figureOf("purposes", [...rows, { ...GLOBAL, tool: "B" }]).spec);
    expect(svg.match(/aria-roledescription="legend"/g)).toHaveLength(1);
  });

  it("is not spoken of where every search has a count", async () => {
    const { svg } = await draw(figureOf("purposes", [GLOBAL, METRIC]).spec);
    expect(svg).not.toMatch(/lower bound|stroke-dasharray="4,3"/);
  });
});
