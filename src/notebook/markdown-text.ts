import { escapeHtml } from "./table-text.js";

/** Text as Markdown shows it, whatever it looks like: what a service says is no markup. */
export function markdownText(text: string): string {
  return escapeHtml(text).replaceAll(/[\\`*_[\]#|~$]/g, "\\$&");
}

/** A name within a sentence of Markdown, alike; an `&` stays, since names hold it. */
export function nameText(name: string): string {
  return name.replaceAll(/[\\`*_[\]#|~$<]/g, "\\$&");
}
