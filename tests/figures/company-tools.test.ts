import { describe, expect, it } from "vitest";

import { type Count, exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { openStudy } from "../../src/data/open-study.js";
import { companiesOwnTool, companiesPublicTools } from "../../src/figures/company-tools.js";
import { draw } from "../../src/figures/draw.js";
import { type Frame, frameOf } from "../../src/frames/data-frame.js";
import { googleByCompany, PAGE_COLUMNS } from "../../src/frames/google-by-company.js";
import { COMPANY_COLUMNS } from "../../src/frames/study-data.js";

type Pair = readonly [company: string, tool: string, kind: string, text: Count, title: Count];

function pagesOf(...pairs: readonly Pair[]): Frame {
  const rows = pairs.flatMap(([company, tool, kind, text, title]) => [
    { company, tool, kind, place: "text", ...text },
    { company, tool, kind, place: "title", ...title },
  ]);
  return frameOf(PAGE_COLUMNS, rows);
}

const FEW = exactCount(3);
const WIDE: Count = { value: 600, low: 500, high: 900, reading: "estimate" };
const OPEN: Count = { value: 40, low: 40, high: Number.POSITIVE_INFINITY, reading: "at least" };
const { companies, google } = openStudy();

describe("the figures of companies and tools", () => {
  it("draw brackets, lower bounds and what was not measured, without a warning and never as 0", async () => {
    const pages = pagesOf(["A", "Aim", "own", WIDE, OPEN], ["A", "MLflow", "public", OPEN, NOT_MEASURED]);
    for (const figure of [companiesOwnTool(pages, "s"), companiesPublicTools(pages, "s")]) {
      const { svg, warnings } = await draw(figure.spec);
      expect(warnings).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(figure.description).toContain("MLflow in the text ≥ 40, MLflow in the title not measured");
      expect(svg).toContain("≥ and a dashed edge mark a lower bound");
    }
    const own = companiesOwnTool(pages, "s");
    expect(own.description).toContain("Aim (own) in the text 600 (500–900), Aim (own) in the title ≥ 40");
    expect((await draw(own.spec)).svg).toContain("The bracket is the interval");
  });

  it("say nothing of brackets where none can be seen", () => {
    expect(JSON.stringify(companiesOwnTool(googleByCompany(google), "s").spec)).not.toContain("bracket");
  });

  it("show the first four companies of a run, and its five public tools with most pages", () => {
    const pages = pagesOf(
      ...["V", "W", "X", "Y", "Z"].flatMap((company) =>
        [1, 2, 3, 4, 5, 6].map(
          (count): Pair => [company, `T${count}`, "public", exactCount(count), exactCount(0)],
        ),
      ),
    );
    const { description } = companiesPublicTools(pages, "s");
    expect(description.match(/[VWXYZ](?=:)/g)).toEqual(["V", "W", "X", "Y"]);
    expect(description.match(/T\d(?= in the text)/g)?.slice(0, 5)).toEqual(["T6", "T5", "T4", "T3", "T2"]);
    expect(description).not.toContain("T1 ");
  });

  it("show what they are told to, in that order", () => {
    const shown = { companies: ["OpenAI", "Uber", "nobody"], tools: ["CML", "mlflow"] };
    const { description } = companiesPublicTools(googleByCompany(google), "s", { shown });
    expect(description).toContain("title. OpenAI: CML in the text 24,400");
    expect(description).not.toMatch(/Netflix|Kubeflow|nobody/);
  });

  it("have the public tool that a company runs first, and another company's own nowhere", () => {
    const pages = pagesOf(
      ["OpenAI", "MLflow", "public", exactCount(9), FEW],
      ["OpenAI", "Wandb", "public", FEW, FEW],
      ["OpenAI", "Metaflow", "other's", FEW, FEW],
      ["Netflix", "Wandb", "public", FEW, FEW],
    );
    const { description } = companiesOwnTool(pages, "s", { companies });
    expect(description).toContain("OpenAI: W&B in the text 3, W&B in the title 3, MLflow in the text 9");
    expect(description).not.toContain("Metaflow");
  });

  it("have another company's own tool where the company runs it", () => {
    const run = { company: "Uber", software: "Metaflow", kind: "public", note: "" };
    const pages = pagesOf(["Uber", "Metaflow", "other's", FEW, FEW], ["Uber", "CML", "public", FEW, FEW]);
    const { description } = companiesOwnTool(pages, "s", { companies: frameOf(COMPANY_COLUMNS, [run]) });
    expect(description).toContain("Uber: Metaflow in the text 3");
  });

  it("say so where there is nothing to show", async () => {
    const { svg, warnings } = await draw(companiesPublicTools(pagesOf(), "s").spec);
    expect(warnings).toEqual([]);
    expect(svg).toContain("No company was searched");
  });

  it("of practice name sample pages, not Google and not files", async () => {
    const source = "practice run may, sample pages on this machine, not Google, 2026-11-25";
    const { svg } = await draw(companiesPublicTools(googleByCompany(google), source).spec);
    expect(svg).toContain("Practice: sample pages on this machine were searched, not Google.");
    expect(svg).not.toMatch(/Results that Google gave|sample files/);
  });
});
