import type { DomDocument } from "./page-dom.js";

declare const document: DomDocument;

/**
 * The names of the account that the markup of the page tells in which it runs.
 * It is sent there as text, so it uses nothing from outside itself.
 */
export function namesInPage(): string[] {
  const inHead = [...document.querySelectorAll("meta[name][content]")]
    .filter((meta) => /login$/i.test(meta.getAttribute("name") ?? ""))
    .map((meta) => (meta.getAttribute("content") ?? "").trim());
  const inData = [...document.querySelectorAll("script#client-env")].flatMap((script) => {
    const [, name] = /"login":\s*"([^"]+)"/.exec(script.textContent ?? "") ?? [];
    return name === undefined ? [] : [name];
  });
  return [...new Set([...inHead, ...inData])].filter((name) => /^[^\s<>•]{1,100}$/.test(name));
}
