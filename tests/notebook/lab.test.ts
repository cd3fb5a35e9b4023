import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { describe, expect, it } from "vitest";
import { ROOT } from "../project-copy.js";
import {
  clearOutputs,
  type FrontEnd,
  KERNEL_MS,
  MINUTE_MS,
  runAll,
  untilIdle,
  useFrontEnd,
} from "./front-end.js";

/** What a reader sees in the browser: the figures' descriptions, and whatever went wrong. */
interface Seen {
  readonly charts: Set<string>;
  readonly pictures: number;
  readonly errors: string[];
}

describe("the visualization notebook, run by a person in Jupyter", () => {
  const jupyter = useFrontEnd("lab");

  it(
    "shows every figure, interactive where the front end can, and no error",
    async () => {
      const frontEnd = jupyter.get();
      const { isLab } = frontEnd;
      const page = await frontEnd.open("visualization.ipynb");
      await clearOutputs(page, frontEnd);
      await runAll(page, frontEnd);
      const seen = isLab ? await readInLab(page, frontEnd) : await readInClassic(page, frontEnd);
      expect(seen.errors).toEqual([]);
      if (isLab) expect([...seen.charts].sort()).toEqual(descriptions());
      else expect(seen.pictures).toBe(descriptions().length);
    },
    12 * MINUTE_MS,
  );
});

/** The description of each figure that the project has. */
function descriptions(): string[] {
  const folder = join(ROOT, "figures");
  const specs = readdirSync(folder).filter((file) => file.endsWith(".vl.json"));
  return specs
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")).description as string)
    .sort();
}

const prompts =
  "[...document.querySelectorAll('.jp-CodeCell .jp-InputArea-prompt')].map((prompt) => prompt.textContent)";
/** The page has then noticed that it was scrolled. */
const TWO_FRAMES =
  "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))";
const everyChartInViewIsDrawn = `(() => {
  const view = document.querySelector(".jp-WindowedPanel-outer").getBoundingClientRect();
  const isInView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > view.top && top < view.bottom;
  };
  const charts = [...document.querySelectorAll("[data-mime-type^='application/vnd.vegalite']")];
  return charts.filter(isInView).every((chart) => chart.querySelector("[role='graphics-document']") !== null);
})()`;
const everyCellRan = `${prompts}.every((text) => /\\d/.test(text))`;

async function readInLab(page: Page, frontEnd: FrontEnd): Promise<Seen> {
  await frontEnd.until(page, { what: "Not every cell ran", script: everyCellRan, ms: KERNEL_MS });
  await untilIdle(page, frontEnd);
  return scrollThrough(page, frontEnd);
}

/** From top to bottom, since Lab may draw only what is near the screen. */
async function scrollThrough(page: Page, frontEnd: FrontEnd): Promise<Seen> {
  const charts = new Set<string>();
  const errors = new Set<string>();
  await page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0");
  for (let atEnd = false; !atEnd; ) {
    await page.evaluate(TWO_FRAMES);
    await frontEnd.until(page, {
      what: "A chart in view was not drawn",
      script: everyChartInViewIsDrawn,
      ms: KERNEL_MS,
    });
    const here = await page.evaluate(readLab);
    for (const chart of here.charts) charts.add(chart);
    for (const error of here.errors) errors.add(error);
    atEnd = here.atEnd;
  }
  return { charts, pictures: charts.size, errors: [...errors] };
}

/** Runs in the page: charts drawn here, whatever was told as an error, and one screen further. */
function readLab(): { charts: string[]; errors: string[]; atEnd: boolean } {
  const texts = (selector: string, read: (element: Element) => string | null) =>
    [...document.querySelectorAll(selector)].map((element) => read(element) ?? "");
  const panel = document.querySelector(".jp-WindowedPanel-outer") as HTMLElement;
  const before = panel.scrollTop;
  panel.scrollTop += panel.clientHeight * 0.8;
  return {
    charts: texts(".vega-embed [role='graphics-document']", (element) => element.getAttribute("aria-label")),
    errors: texts(
      "[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error'], .jp-Dialog",
      (element) => element.textContent,
    ),
    atEnd: panel.scrollTop === before,
  };
}

/** The classic notebook shows pictures, no interactive charts. */
async function readInClassic(page: Page, frontEnd: FrontEnd): Promise<Seen> {
  const script =
    "Jupyter.notebook.get_cells().every((cell) => cell.cell_type !== 'code' || Number.isInteger(cell.input_prompt_number))";
  await frontEnd.until(page, { what: "Not every cell ran", script, ms: KERNEL_MS });
  const errors = await page.$$eval(".output_stderr, .output_error", (found) =>
    found.map((one) => one.textContent ?? ""),
  );
  const pictures = (await page.$$(".output_png img")).length;
  return { charts: new Set(), pictures, errors };
}
