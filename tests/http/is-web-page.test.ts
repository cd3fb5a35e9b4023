import { expect, it } from "vitest";
import { isWebPage } from "../../src/http/is-web-page.js";

it.each([
  [" \n<!doctype html>", {}, true],
  ["Hello", { "content-type": "text/HTML; charset=utf-8" }, true],
  ["Hello", { "content-type": "application/json" }, false],
  ['{"html": "<p>"}', {}, false],
  ["", {}, false],
])(
  "A page is told by its type or its first sign: %j %j",
  (text, headers: Record<string, string>, expected) => {
    expect(isWebPage({ text, headers: new Headers(headers) })).toBe(expected);
  },
);
