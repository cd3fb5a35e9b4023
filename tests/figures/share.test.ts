import { expect, it } from "vitest";
import { draw } from "../../src/figures/draw.js";
import { share } from "../../src/figures/share.js";
import { totalUsage } from "../../src/figures/total-usage.js";
import { sharesByTool } from "../../src/frames/shares-by-tool.js";
import { totalsByTool } from "../../src/frames/totals-by-tool.js";
import { githubTable } from "../frames/tables.js";

function totalsOf(counts: readonly number[]) {
  return totalsByTool(
    githubTable(counts.map((shown, place) => ({ tool: `Tool${place}`, purposes: "global", shown }))),
  );
}

it.each([
  [[95, 5], 2],
  [[60, 36, 4], 3],
  [[90, 6, 4], 3],
  [[7], 1],
])("Every slice of %j has its name, beside it or in the panel", async (counts, names) => {
  const { svg } = await draw(share(sharesByTool(totalsOf(counts)), "s").spec);
  expect(new Set(svg.match(/(?<=>)Tool\d(?=<)/g)).size).toBe(names);
});

it("A subtitle speaks of a bracket only where one is drawn, and never of GitHub in practice", () => {
  const text = (counts: readonly number[], source: string) =>
    JSON.stringify(totalUsage(totalsOf(counts), source).spec);
  expect(text([2_000, 5], "run may")).toContain("The bracket is the interval in which the count lies.");
  expect(text([20, 5], "run may")).not.toContain("bracket");
  expect(text([2_000, 5], "practice run may")).not.toMatch(/GitHub's/);
});
