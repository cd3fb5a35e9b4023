/** A piece of HTML in which everything that came from elsewhere is escaped. Only `html` and `jsonScript` make one. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/** HTML with values filled in: texts are escaped, markup stays, undefined leaves nothing. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.reduce((text, piece, index) => text + partText(parts[index - 1]) + piece));
}

function partText(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.text;
  return typeof part === "object" ? part.map(({ text }) => text).join("") : escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // No page can hold this character.
  "\0": "\uFFFD",
};

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"'\0]/g, (character) => ENTITIES[character] ?? "");
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ENTITIES).map(([character, entity]) => [entity, character])),
  "&apos;": "'",
  "&nbsp;": "\u00A0",
  "&ndash;": "–",
  "&mdash;": "—",
  "&hellip;": "…",
};

/** The text that markup without tags stands for. An entity that is not known here stays as it is. */
export function unescaped(markup: string): string {
  return markup.replaceAll(/&(?:#(\d{1,6})|[a-z]+);/g, (entity, code?: string) =>
    code === undefined ? (CHARACTERS[entity] ?? entity) : String.fromCodePoint(Number(code)),
  );
}

/** JSON for the inside of a script element: no `<` is left that could end the element. */
export function jsonScript(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
