import { escapeHtml } from "./table-text.js";

/** Text as Markdown shows it, whatever it looks like: what a service says is no markup. */
export function markdownText(text: string): string {
  return escapeHtml(text).replaceAll(/[\\`*_[\]#|~$]/g, "\\$&");
}
