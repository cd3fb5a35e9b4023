import { expect, it } from "vitest";
import { markdownText } from "../../src/notebook/markdown-text.js";

it.each([
  ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
  ["[a](javascript:x) *b* _c_", "\\[a\\](javascript:x) \\*b\\* \\_c\\_"],
  ["`code` \\ $x$", "\\`code\\` \\\\ \\$x\\$"],
  ["Look at the page, and start again.", "Look at the page, and start again."],
])("what a service says is shown as text in Markdown: %s", (text, shown) => {
  expect(markdownText(text)).toBe(shown);
});
