import type { Browser } from "puppeteer";
import { SetupError } from "../../census/errors.js";
import { browserArguments } from "../../setup/browser-arguments.js";
import { maybeFindBrowser } from "../../setup/find-browser.js";
import { thisMachine } from "../../setup/machine.js";
import { makeBrowserFolder, removeBrowserFolder, requireRoom } from "./browser-folder.js";

export interface Launch {
  /** The project's folder: the browser's own files are kept under it while it runs. */
  readonly root: string;
  /** Default: false. */
  readonly isVisible?: boolean;
}

const VIEW = { width: 1_280, height: 900 };

/**
 * Starts the machine's browser with files of its own, which go when it ends. It ends when this process does, however
 * that happens: they are tied by a pipe.
 *
 * Errors: SetupError when there is no browser; RunError where the disk refuses; others where it does not start
 */
export async function launchBrowser({ root, isVisible = false }: Launch): Promise<Browser> {
  const found = await maybeFindBrowser(thisMachine({ root, say: () => undefined }));
  if (found === undefined) {
    throw new SetupError("No Chrome or Chromium was found: run npm run setup, or install one.");
  }
  // Loaded here, so that a notebook which counts nothing does not wait for it.
  const { default: puppeteer } = await import("puppeteer");
  const folder = makeBrowserFolder(root);
  let isStarted = false;
  try {
    const browser = await puppeteer.launch({
      executablePath: found.path,
      args: [...argumentsFor(isVisible), "--lang=en-US"],
      headless: !isVisible,
      pipe: true,
      userDataDir: folder,
      defaultViewport: isVisible ? null : VIEW,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    browser.process()?.once("exit", () => removeBrowserFolder(folder));
    isStarted = true;
    return browser;
  } catch (error) {
    requireRoom(folder);
    throw error;
  } finally {
    if (!isStarted) removeBrowserFolder(folder);
  }
}

function argumentsFor(isVisible: boolean): string[] {
  const hidden = browserArguments();
  return isVisible ? hidden.filter((argument) => !argument.startsWith("--headless")) : hidden;
}
