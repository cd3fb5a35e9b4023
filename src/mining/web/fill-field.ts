import type { WebPage } from "./web-page.js";

declare const document: { querySelector(selector: string): { value: string } | null };

/** Types a text into a field, which may hold something from before. Errors: PageError, AbortError */
export async function fillField(
  page: WebPage,
  { selector, text, signal }: { selector: string; text: string; signal: AbortSignal },
): Promise<void> {
  await page.run(emptyField, { args: [selector], signal });
  await page.type(selector, text, signal);
}

/** Runs in the page. */
function emptyField(selector: string): void {
  const field = document.querySelector(selector);
  if (field !== null) field.value = "";
}
