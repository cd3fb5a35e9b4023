import { expect, it } from "vitest";
import { draw } from "../../src/figures/draw.js";
import { totalUsage } from "../../src/figures/total-usage.js";
import { totalsByTool } from "../../src/frames/totals-by-tool.js";
import { githubTable } from "../frames/tables.js";

const totals = totalsByTool(githubTable([{ tool: "Wandb", purposes: "global", shown: 13 }]));

it("A figure of practice says so in its title, its text, its description and its source", async () => {
  const { spec } = totalUsage(totals, "practice run may, sample files");
  const { svg } = await draw(spec);
  expect(svg).toContain("PRACTICE · Files that use each tool");
  expect(svg).toContain("Practice: sample files on this machine were searched, not GitHub.");
  expect(svg).not.toContain("Files found by GitHub");
  expect(String(spec.description)).toMatch(/^Practice: sample files/);
});

it("A figure of GitHub does not", async () => {
  const { svg } = await draw(totalUsage(totals, "run may, GitHub code search").spec);
  expect(svg).not.toMatch(/practice/i);
});
