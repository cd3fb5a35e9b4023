import { describe, expect, it } from "vitest";
import { draw } from "../../src/figures/draw.js";
import { PNG_SCALE } from "../../src/figures/drawing.js";
import { growth as growthFigure } from "../../src/figures/growth.js";
import { growth } from "../../src/frames/growth.js";
import { githubTable } from "../frames/tables.js";

const searches = [
  { tool: "Wandb", query: "a", purposes: "global", shown: 1_000 },
  { tool: "Wandb", query: "b", purposes: "metric", shown: 0 },
  { tool: "cml", query: "c", purposes: "metric logging", shown: 20 },
];

function drawnWith(later: readonly number[]) {
  const after = searches.map((search, place) => ({ ...search, shown: later[place] ?? Number.NaN }));
  return growthFigure(growth(githubTable(searches), githubTable(after)), "source of a test");
}

describe("the figure of what grew", () => {
  it("says then, now and the factor with its interval, of each search", () => {
    const { description } = drawnWith([2_000, 5, 20]);
    expect(description).toContain("W&B · global (1): 1,000 then, 2,000 now, ×2.00 (1.86–2.16)");
    expect(description).toContain("W&B · metric (2): 0 then, 5 now, no factor, since it was 0");
    expect(description).toContain("CML · metric, logging (3): 20 then, 20 now, ×1.00");
  });

  it("says which of the two counts was not measured", () => {
    expect(drawnWith([Number.NaN, 5, 20]).description).toContain("(1): 1,000 then, not measured now; ");
    const after = githubTable(searches);
    const before = githubTable(searches.map(({ shown: _, ...search }) => search));
    expect(growthFigure(growth(before, after), "s").description).toContain(
      "(1): 1,000 now, not measured then; ",
    );
    expect(growthFigure(growth(before, before), "s").description).toContain(
      "(1): not measured then or now; ",
    );
  });

  it("speaks of brackets only where it draws some", () => {
    expect(JSON.stringify(drawnWith([2_000, 5, 20]).spec)).toContain("Brackets are intervals.");
    const exact = githubTable(searches.slice(1));
    const { spec } = growthFigure(growth(exact, exact), "s");
    expect(JSON.stringify(spec)).not.toMatch(/[Bb]racket|intervals allow/);
  });

  it("names both of its sources, one below the other, and stays narrow", async () => {
    const source =
      "study of the past, GitHub code search, January 2025; run of today, GitHub code search, 2026-11-24";
    const frame = growth(githubTable(searches), githubTable(searches));
    const { svg, png } = await draw(growthFigure(frame, source).spec);
    expect(svg).toContain(">Source: study of the past, GitHub code search, January 2025;<");
    expect(svg).toContain(">run of today, GitHub code search, 2026-11-24<");
    expect(png.readUInt32BE(16) / PNG_SCALE).toBeLessThanOrEqual(820);
  });

  it("is drawn without a warning, 0 and what was not measured included", async () => {
    for (const later of [[2_000, 5, 20], [0, 0, 0], []]) {
      const { spec } = drawnWith(later);
      const { svg, warnings } = await draw(spec);
      expect(warnings).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
