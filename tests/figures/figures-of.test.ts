import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { draw } from "../../src/figures/draw.js";
import { PNG_SCALE } from "../../src/figures/drawing.js";
import { frameOf } from "../../src/frames/data-frame.js";
import { GITHUB_COLUMNS } from "../../src/frames/study-data.js";
import { figuresWith, publishedFigures } from "./study.js";

const schemaFile = createRequire(import.meta.url).resolve("vega-lite/build/vega-lite-schema.json");
const ajv = new Ajv({ strict: false, formats: { "color-hex": true }, logger: false });
const isValid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

const figures = publishedFigures();

describe("the figures of the published study", () => {
  it("are those of the study, by name", () => {
    const tools = ["cml", "clearml", "mlflow", "kubeflow", "wandb"];
    const names = [
      ...["total-usage", "share", "purposes", "companies-public-tools", "companies-own-tool"],
      ...["adoption-timeline", "popularity", "landscape-netflix", "landscape-uber"],
      ...tools.flatMap((tool) => [`purposes-${tool}`, `purpose-share-${tool}`]),
    ];
    expect(figures.map((figure) => figure.name).sort()).toEqual(names.sort());
  });

  it.each(figures.map((figure) => [figure.name, figure] as const))("%s is valid Vega-Lite", (_, { spec }) => {
    const plain = JSON.parse(JSON.stringify(spec));
    expect(isValid(plain) || isValid.errors?.slice(0, 3)).toBe(true);
  });

  it.each(figures.map((figure) => [figure.name, figure] as const))(
    "%s is drawn without a warning, at most 820 px wide",
    async (_, { spec }) => {
      const { png, svg, warnings } = await draw(spec);
      expect(warnings).toEqual([]);
      expect(png.readUInt32BE(16) / PNG_SCALE).toBeLessThanOrEqual(820);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it("say in words what they show, with a source and a title", () => {
    for (const { description, spec } of figures) {
      expect(description.length).toBeGreaterThan(60);
      expect(description).not.toMatch(/NaN|undefined/);
      expect(JSON.stringify(spec)).toContain("Source: source of");
      expect(spec).toMatchObject({ description, title: { text: expect.stringMatching(/\S/) } });
    }
  });

  it("mark each tool and purpose that was not measured with a cross", async () => {
    const purposes = figures.find((figure) => figure.name === "purposes");
    const { svg } = await draw(purposes?.spec ?? {});
    expect(svg.match(/>×</g)).toHaveLength(4);
  });

  it("draw the same bytes twice, whatever was drawn between", async () => {
    const [first, second] = [figures[0], figures[13]];
    if (first === undefined || second === undefined) throw new Error("There are no figures.");
    const before = await draw(first.spec);
    await draw(second.spec);
    const after = await draw(first.spec);
    expect(after.svg).toBe(before.svg);
    expect(after.png.equals(before.png)).toBe(true);
  });
});

type Row = Parameters<typeof frameOf<typeof GITHUB_COLUMNS>>[1][number];

function row(part: Partial<Row>): Row {
  const missing = { value: Number.NaN, low: Number.NaN, high: Number.NaN, reading: "not measured" };
  return { row: 1, tool: "Aim", query: "aim", extensions: "py", purposes: "global", ...missing, ...part };
}

function count(value: number, low = value, high = value): Partial<Row> {
  return { value, low, high, reading: low === high ? "exact" : "rounded" };
}

describe("figures of what was not measured", () => {
  const cases = {
    "a tool without a global query": [
      row({ purposes: "metric", ...count(12) }),
      row({ tool: "Wandb", ...count(5) }),
    ],
    "nothing measured at all": [row({}), row({ tool: "Wandb" }), row({ tool: "Wandb", purposes: "metric" })],
    "counts of 0": [row(count(0)), row({ purposes: "metric", ...count(0) })],
    "a lower bound": [
      row({ value: 100_000, low: 100_000, high: Number.POSITIVE_INFINITY, reading: "at least" }),
    ],
    "only a part of the searches": [
      row(count(9)),
      row({ purposes: "metric", ...count(3) }),
      row({ purposes: "metric" }),
    ],
  };

  it.each(Object.entries(cases))("%s: drawn without a warning, and never as 0", async (_, rows) => {
    const github = frameOf(GITHUB_COLUMNS, rows);
    for (const { spec, description } of figuresWith({ github }).slice(0, -6)) {
      const { svg, warnings } = await draw(spec);
      expect(warnings).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(description).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("say that there is no share where a count is known and the whole is not", () => {
    const github = frameOf(GITHUB_COLUMNS, [row({ purposes: "metric", ...count(12) })]);
    const shares = figuresWith({ github }).find((figure) => figure.name === "purpose-share-aim");
    expect(shares?.description).toContain("metrics: no share");
    expect(shares?.description).toContain("logging: not measured");
  });

  it("say so in words where a number would stand", async () => {
    const github = frameOf(GITHUB_COLUMNS, [row({}), row({ tool: "Wandb", ...count(5) })]);
    const [totals] = figuresWith({ github });
    const { svg } = await draw(totals?.spec ?? {});
    expect(totals?.description).toContain("Aim: not measured");
    expect(svg).toContain("not measured");
  });
});
