import { display } from "./display.js";

/** Shows a sentence that was computed from the data, as prose; Markdown is understood. */
export function say(...sentences: readonly string[]): void {
  const text = sentences.join(" ");
  display({ data: { "text/markdown": text, "text/plain": text } });
}
