import type { FailurePage } from "../../census/outcome.js";
import { secretBlanker } from "../../config/blank-secrets.js";
import { maybeSecretPattern } from "../../config/secret-pattern.js";
import { scrubPage } from "./scrub-page.js";
import type { WebPage } from "./web-page.js";

export interface Privacy {
  /** Texts that must not be in the page: passwords, keys, values of cookies. */
  readonly secrets: readonly string[];
  /** Names of the account that was used; absent where a name is no secret. */
  readonly names?: readonly string[];
}

/** Longer pages are cut: what is wrong with them stands at the beginning, if anywhere. */
const LONGEST_HTML = 2_000_000;

/**
 * The page as it is, without what belongs to the person. The page is of no use for anything else afterwards.
 *
 * Missing: undefined where the page can no longer be read
 * Errors:  AbortError
 */
export async function maybeFailurePage(
  page: WebPage,
  { secrets, names = [] }: Privacy,
  signal: AbortSignal,
): Promise<FailurePage | undefined> {
  try {
    const hidden = [...secrets, ...names];
    const pattern = maybeSecretPattern(hidden) ?? null;
    const html = await page.run(scrubPage, { args: [pattern], signal });
    // Once more over the whole: a tag's name could hold a secret too.
    const blank = secretBlanker(hidden);
    const text = `<!doctype html>\n${blank(html).slice(0, LONGEST_HTML)}\n`;
    const screenshot = await page.screenshot(signal).catch(() => undefined);
    return { html: text, ...(screenshot === undefined ? {} : { screenshot }) };
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
