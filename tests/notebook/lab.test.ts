import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserArguments } from "../../src/setup/browser-arguments.js";
import { maybeFindBrowser } from "../../src/setup/find-browser.js";
import { maybeFindJupyter } from "../../src/setup/find-jupyter.js";
import { thisMachine } from "../../src/setup/machine.js";
import { copyProject, ROOT } from "../project-copy.js";

const TOKEN = "a-token-of-this-test";
const MINUTE_MS = 60_000;

/** What a reader sees in the browser: the figures' descriptions, and whatever went wrong. */
interface Seen {
  readonly charts: Set<string>;
  readonly pictures: number;
  readonly errors: string[];
}

describe("the visualization notebook, run by a person in Jupyter", () => {
  const copy = copyProject("lab");
  let server: ChildProcess;
  let browser: Browser;
  let isLab = true;
  let address = "";

  beforeAll(async () => {
    const machine = thisMachine({ root: ROOT, say: () => {} });
    const [jupyter, found] = [
      await maybeFindJupyter(machine, { server: true }),
      await maybeFindBrowser(machine),
    ];
    if (jupyter === undefined || found === undefined)
      throw new Error("npm test sets up Jupyter and a browser first.");
    isLab = jupyter.frontEnd === "lab";
    const port = await freePort();
    server = spawn(process.execPath, ["scripts/lab.mjs", "--no-browser", `--port=${port}`], {
      cwd: copy.folder,
      env: { ...process.env, JUPYTER_TOKEN: TOKEN },
      stdio: "ignore",
    });
    const path = isLab ? "lab/tree" : "notebooks";
    address = `http://127.0.0.1:${port}/${path}/notebooks/visualization.ipynb?token=${TOKEN}`;
    await untilServed(`http://127.0.0.1:${port}/api?token=${TOKEN}`);
    browser = await puppeteer.launch({ executablePath: found.path, args: browserArguments() });
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    const ended = new Promise((resolve) => server?.once("exit", resolve));
    server?.kill("SIGINT");
    await Promise.race([ended, sleep(15_000)]);
    server?.kill("SIGKILL");
    copy.remove();
  }, MINUTE_MS);

  it(
    "shows every figure, interactive where the front end can, and no error",
    async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1400, height: 1000 });
      await page.goto(address, { waitUntil: "domcontentloaded" });
      const seen = isLab ? await runInLab(page) : await runInClassic(page);
      expect(seen.errors).toEqual([]);
      if (isLab) expect([...seen.charts].sort()).toEqual(descriptions());
      else expect(seen.pictures).toBe(descriptions().length);
    },
    4 * MINUTE_MS,
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

/** Run → Run All Cells, once the status bar says that the kernel is there: an earlier click is lost. */
async function runInLab(page: Page): Promise<Seen> {
  await page.waitForSelector(".jp-Notebook .jp-CodeCell", { timeout: MINUTE_MS });
  await page.waitForFunction("document.body.innerText.includes('TypeScript | Idle')", { timeout: MINUTE_MS });
  await clearSavedOutputs(page);
  await clickMenu(page, { menu: "Run", command: "runmenu:run-all" });
  await page.waitForFunction(everyCellRan, { timeout: 2 * MINUTE_MS });
  await page.waitForFunction("document.body.innerText.includes('TypeScript | Idle')", { timeout: MINUTE_MS });
  return scrollThrough(page);
}

/** What the run shows must come from the run. */
async function clearSavedOutputs(page: Page): Promise<void> {
  await clickMenu(page, { menu: "Edit", command: "editmenu:clear-all" });
  await page.waitForFunction("document.querySelectorAll('.jp-OutputArea-output').length === 0", {
    timeout: 10_000,
  });
}

async function clickMenu(page: Page, { menu, command }: { menu: string; command: string }): Promise<void> {
  for (const item of await page.$$(".lm-MenuBar-item")) {
    if ((await item.evaluate((element) => element.textContent?.trim())) === menu) await item.click();
  }
  const entry = await page.waitForSelector(`.lm-Menu-item[data-command="${command}"]`, { timeout: 10_000 });
  await entry?.click();
}

const prompts =
  "[...document.querySelectorAll('.jp-CodeCell .jp-InputArea-prompt')].map((prompt) => prompt.textContent)";
const everyCellRan = `${prompts}.every((text) => /\\d/.test(text))`;

/** From top to bottom, since Lab may draw only what is near the screen. */
async function scrollThrough(page: Page): Promise<Seen> {
  const charts = new Set<string>();
  const errors = new Set<string>();
  await page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0");
  for (let atEnd = false; !atEnd; ) {
    await sleep(150);
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

/** The classic notebook's own command for Cell → Run All; it shows pictures, no interactive charts. */
async function runInClassic(page: Page): Promise<Seen> {
  await page.waitForFunction("window.Jupyter?.notebook?.kernel?.is_connected() === true", {
    timeout: MINUTE_MS,
  });
  await page.evaluate("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells();");
  await page.waitForFunction(
    "Jupyter.notebook.get_cells().every((cell) => cell.cell_type !== 'code' || Number.isInteger(cell.input_prompt_number))",
    { timeout: 2 * MINUTE_MS },
  );
  const errors = await page.$$eval(".output_stderr, .output_error", (found) =>
    found.map((one) => one.textContent ?? ""),
  );
  const pictures = (await page.$$(".output_png img")).length;
  return { charts: new Set(), pictures, errors };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function untilServed(url: string): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(250);
  }
  throw new Error("Jupyter did not answer within a minute.");
}
