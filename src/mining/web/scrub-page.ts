import type { Pattern } from "../../config/secret-pattern.js";
import type { DomDocument, DomElement, DomNode } from "./page-dom.js";

declare const document: DomDocument;

/**
 * Takes out of the page in which it runs what belongs to the person: secrets and names wherever they stand, what fields
 * hold, tokens, scripts, and what cannot be looked through, such as frames. The page stands still afterwards.
 * It is sent there as text, so it uses nothing from outside itself.
 *
 * Input:   what finds secrets and names; null where there are none
 * Returns: the page's HTML afterwards
 */
export function scrubPage(pattern: Pattern | null): string {
  const HIDDEN = "•••";
  const PRIVATE = /token|csrf|nonce|secret|session|user|login|actor|viewer|email|hmac|cookie/i;
  const TOKEN_NAME = /token|csrf|nonce|secret|session|hmac/i;
  /** What follows the name of a token, in an address, in markup or in JSON that stands in a text. */
  const TOKEN =
    /((?:token(?!i[sz])|csrf|nonce|secret|hmac)[\w-]{0,40}\\?["']?(?:\s{0,4}[=:,]|\s{1,4}(?:value|content)=)\s{0,4}\\?["']?)[^\s"'\\&<>#;]{8,}/gi;
  /** Long, and of letters and digits: as no label of a button is. */
  const TOKEN_LIKE = /^(?=.*\d)(?=.*[A-Za-z])[\w+/=.-]{24,}$/;
  const CLOSED_TO_US = "iframe, frame, object, embed, canvas, audio, video, template, noscript";
  const ELEMENT = 1;
  const COMMENT = 8;

  const found = pattern === null ? null : new RegExp(pattern.source, pattern.flags);
  const blankKnown = (text: string): string => (found === null ? text : text.replace(found, HIDDEN));
  const blank = (text: string): string => blankKnown(text).replace(TOKEN, `$1${HIDDEN}`);
  const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;
  const all = (selector: string): DomElement[] => [...document.querySelectorAll(selector)];
  const tellsAccount = (element: DomElement): boolean =>
    ["name", "property", "id"].some((key) => PRIVATE.test(element.getAttribute(key) ?? ""));

  const blankJson = (value: unknown): unknown => {
    if (typeof value === "string") return blank(value);
    if (Array.isArray(value)) return value.map(blankJson);
    if (typeof value !== "object" || value === null) return value;
    const isNamedPrivate = Object.entries(value).some(
      ([key, field]) => /^(?:name|key|id)$/i.test(key) && typeof field === "string" && PRIVATE.test(field),
    );
    const entries = Object.entries(value).map(([key, field]) => {
      const isPlain = typeof field === "boolean" || typeof field === "number" || field === null;
      const isPrivate = PRIVATE.test(key) || (isNamedPrivate && /^(?:value|content)$/i.test(key));
      return [blank(key), isPrivate && !isPlain ? HIDDEN : blankJson(field)];
    });
    return Object.fromEntries(entries);
  };
  const scriptText = (script: DomElement): string => {
    if (!/json/.test(script.getAttribute("type") ?? "")) return "";
    try {
      return JSON.stringify(blankJson(JSON.parse(script.textContent ?? "")));
    } catch {
      return "(not JSON)";
    }
  };
  /** By its text's own node: some pages let no script set the text of a script. */
  const blankScript = (script: DomElement): void => {
    const text = scriptText(script);
    for (const [place, node] of [...script.childNodes].entries()) node.textContent = place === 0 ? text : "";
    for (const { name } of [...script.attributes]) {
      if (!/^(?:type|data-target)$/.test(name)) script.removeAttribute(name);
    }
  };
  const emptyField = (field: DomElement): void => {
    const isButton = field.matches("button, [type=submit], [type=button], [type=reset]");
    const value = field.getAttribute("value") ?? "";
    if (isButton && !tellsAccount(field) && !TOKEN_LIKE.test(value)) return;
    field.value = "";
    field.setAttribute("value", "");
  };

  const blankAttributes = (element: DomElement): void => {
    for (const { name, value } of [...element.attributes]) {
      // What a page lets no script set is what runs: nobody needs it.
      if (/^on|^srcdoc$/.test(name)) {
        element.removeAttribute(name);
        continue;
      }
      const shown = TOKEN_NAME.test(name) && value !== "" ? HIDDEN : blank(value);
      if (shown !== value) element.setAttribute(name, shown);
    }
  };
  const blankText = (node: DomNode): void => {
    const text = node.textContent ?? "";
    const shown = blank(text);
    if (shown !== text) node.textContent = shown;
  };
  const blankPieces = (node: DomNode): void => {
    if (node.nodeType === COMMENT) node.textContent = "";
    else if (isElement(node)) {
      blankAttributes(node);
      for (const child of [...node.childNodes]) blankPieces(child);
    } else blankText(node);
  };
  /** What runs over several pieces goes with the smallest element that holds it. */
  const blankAcross = (node: DomNode): void => {
    const text = node.textContent ?? "";
    if (blankKnown(text) === text) return;
    for (const child of [...node.childNodes]) blankAcross(child);
    const rest = node.textContent ?? "";
    const shown = blankKnown(rest);
    if (shown !== rest) node.textContent = shown;
  };

  for (const element of all(CLOSED_TO_US)) element.remove();
  for (const meta of all("meta[content]").filter(tellsAccount)) meta.setAttribute("content", HIDDEN);
  for (const field of all("input, textarea, button")) emptyField(field);
  for (const area of all("textarea")) area.textContent = "";
  for (const script of all("script")) blankScript(script);
  blankPieces(document.documentElement);
  blankAcross(document.documentElement);
  // A copy has no shadow trees, and the page's scripts know nothing of it.
  document.documentElement.replaceWith(document.documentElement.cloneNode(true));
  for (const element of all("*")) {
    if (element.shadowRoot !== null) element.shadowRoot.textContent = "";
  }
  return document.documentElement.outerHTML;
}
