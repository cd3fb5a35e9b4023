import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll } from "vitest";
import { browserArguments } from "../../src/setup/browser-arguments.js";
import { maybeFindBrowser } from "../../src/setup/find-browser.js";
import { maybeFindJupyter } from "../../src/setup/find-jupyter.js";
import { thisMachine } from "../../src/setup/machine.js";
import { buildCopy, copyProject, ROOT } from "../project-copy.js";
import { type JupyterServer, startJupyterServer } from "./jupyter-server.js";

export const MINUTE_MS = 60_000;
/** For what a kernel does, on a machine that is busy. */
export const KERNEL_MS = 3 * MINUTE_MS;
const STATUS_BAR = "document.querySelector('#jp-main-statusbar')?.innerText";

/** What is waited for in a page: a script that becomes true. */
interface Wanted {
  readonly what: string;
  readonly script: string;
  readonly ms: number;
}

/** Jupyter as a person uses it: a server on loopback and a browser. */
export interface FrontEnd {
  /** JupyterLab, not the classic notebook. */
  readonly isLab: boolean;
  readonly server: JupyterServer;
  /** A page with the notebook, whose kernel is there. */
  open(notebook: string): Promise<Page>;
  /** Waits for something. Errors: an Error with what Jupyter said when it does not come in time */
  until(page: Page, wanted: Wanted): Promise<void>;
  close(): Promise<void>;
}

/** A copy of the project, and Jupyter for it, while the tests of a suite run. */
export function useFrontEnd(name: string, env: NodeJS.ProcessEnv = {}): { folder: string; get(): FrontEnd } {
  const copy = copyProject(name);
  let frontEnd: FrontEnd | undefined;
  beforeAll(async () => {
    await buildCopy(copy.folder);
    frontEnd = await startFrontEnd(copy.folder, env);
  }, 6 * MINUTE_MS);
  afterAll(async () => {
    await frontEnd?.close();
    copy.remove();
  }, 2 * MINUTE_MS);
  return { folder: copy.folder, get: () => frontEnd as FrontEnd };
}

/** Starts Jupyter for a copy of the project, as `npm run lab` does, and a browser. */
async function startFrontEnd(folder: string, env: NodeJS.ProcessEnv): Promise<FrontEnd> {
  const machine = thisMachine({ root: ROOT, say: () => {} });
  const [jupyter, found] = [
    await maybeFindJupyter(machine, { server: true }),
    await maybeFindBrowser(machine),
  ];
  if (jupyter === undefined || found === undefined)
    throw new Error("npm test sets up Jupyter and a browser first.");
  const isLab = jupyter.frontEnd === "lab";
  const server = await startJupyterServer(folder, env);
  const browser = await puppeteer.launch({
    executablePath: found.path,
    args: browserArguments(),
    pipe: true,
    timeout: MINUTE_MS,
    protocolTimeout: KERNEL_MS,
  });
  const frontEnd: FrontEnd = {
    isLab,
    server,
    open: (notebook) => opened(browser, frontEnd, notebook),
    until: (page, wanted) => until(page, { ...wanted, server }),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
  return frontEnd;
}

async function opened(browser: Browser, frontEnd: FrontEnd, notebook: string): Promise<Page> {
  const { isLab, server } = frontEnd;
  const page = await browser.newPage();
  page.setDefaultTimeout(KERNEL_MS);
  await page.setViewport({ width: 1400, height: 1000 });
  const part = isLab ? "/lab/tree" : "/notebooks";
  await page.goto(server.addressOf(`${part}/notebooks/${notebook}`), { waitUntil: "domcontentloaded" });
  if (isLab) {
    const script = "document.querySelector('.jp-Notebook .jp-CodeCell') !== null";
    await frontEnd.until(page, { what: "No notebook was shown", script, ms: KERNEL_MS });
  }
  await untilIdle(page, frontEnd);
  return page;
}

async function until(page: Page, { what, script, ms, server }: Wanted & { server: JupyterServer }) {
  try {
    await page.waitForFunction(script, { timeout: ms, polling: 250 });
  } catch (error) {
    const status = await page.evaluate(STATUS_BAR).catch(() => undefined);
    throw new Error(
      `${what} within ${ms / 1_000} s (${error}). The status bar shows: ${status ?? "nothing"}. Jupyter wrote last:\n${server.lastLines()}`,
    );
  }
}

/** Once the status bar says that the kernel is there and does nothing: an earlier click is lost. */
export async function untilIdle(page: Page, { isLab, until }: FrontEnd): Promise<void> {
  const script = isLab
    ? `${STATUS_BAR}?.includes('TypeScript | Idle') === true`
    : "window.Jupyter?.notebook?.kernel?.is_connected() === true";
  await until(page, { what: "The kernel was not idle", script, ms: KERNEL_MS });
}

export async function clickMenu(
  page: Page,
  { menu, command }: { menu: string; command: string },
): Promise<void> {
  for (const item of await page.$$(".lm-MenuBar-item")) {
    if ((await item.evaluate((element) => element.textContent?.trim())) === menu) await item.click();
  }
  const entry = await page.waitForSelector(`.lm-Menu-item[data-command="${command}"]`, {
    timeout: MINUTE_MS,
  });
  await entry?.click();
}

/** Takes what was saved away: what a run shows must come from the run. */
export async function clearOutputs(page: Page, { isLab, until }: FrontEnd): Promise<void> {
  if (!isLab) return void (await page.evaluate("Jupyter.notebook.clear_all_output()"));
  await clickMenu(page, { menu: "Edit", command: "editmenu:clear-all" });
  const script = "document.querySelectorAll('.jp-OutputArea-output').length === 0";
  await until(page, { what: "The outputs were not cleared", script, ms: MINUTE_MS });
}

/** Run → Run All Cells. */
export async function runAll(page: Page, { isLab }: FrontEnd): Promise<void> {
  if (isLab) await clickMenu(page, { menu: "Run", command: "runmenu:run-all" });
  else await page.evaluate("Jupyter.notebook.execute_all_cells()");
}
