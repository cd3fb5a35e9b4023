/** A regular expression as text, which can be sent into a browser's page. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** Shorter texts occur inside other words by chance. */
const SHORTEST_ANYWHERE = 4;

/** A sign that begins or ends a way of writing, which may itself be written in another way. */
function signSource(sign: string): string {
  const code = hex(sign.charCodeAt(0));
  const ways = [
    `\\u{${code}}`,
    // What is left of a per cent sign that is written so itself goes with it, see PERCENT.
    ...(sign === "%" ? [] : [`%(?:25)*${code}`]),
    `&(?:amp;)*#(?:0*${sign.charCodeAt(0)}|x0*${code});`,
    String.raw`\\{1,4}u00${code}`,
  ];
  return `(?:${ways.join("|")})`;
}

const SEMICOLON = signSource(";");
const PERCENT = `${signSource("%")}(?:25)*`;
const AMPERSAND = `${signSource("&")}(?:amp${SEMICOLON})*`;
const HASH = signSource("#");
const END = `(?:${SEMICOLON})?`;
const BACKSLASH = `(?:${signSource("\\")}){1,4}`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
  "\u00a0": "nbsp",
};

const CONTROLS: Readonly<Record<string, string>> = {
  "\b": "b",
  "\f": "f",
  "\n": "n",
  "\r": "r",
  "\t": "t",
};

/**
 * What finds secrets in a text in any letter case: as they are, or written for a URL, HTML, JSON or base64, and one of
 * these within another. Blanks count as one, since a page folds them, and those at either end count for nothing.
 *
 * Input:   `values`; those of blanks alone are left out, and those under 4 characters are found as whole words only
 * Missing: undefined where there is nothing to find
 */
export function maybeSecretPattern(values: readonly string[]): Pattern | undefined {
  const named = [...new Set(values.map((value) => value.trim()))].filter((value) => value !== "");
  // The longest first: one secret may be part of another.
  const sources = named.sort((a, b) => b.length - a.length).map(plainSource);
  const encoded = values.filter((value) => value.trim().length >= SHORTEST_ANYWHERE).flatMap(base64Sources);
  const all = [...new Set([...sources, ...encoded])];
  return all.length === 0 ? undefined : { source: all.join("|"), flags: "giu" };
}

function plainSource(value: string): string {
  const source = value.split(/(\s+)/u).map(pieceSource).join("");
  return value.length < SHORTEST_ANYWHERE
    ? String.raw`(?<![\p{L}\p{N}_])(?:${source})(?![\p{L}\p{N}_])`
    : source;
}

function base64Sources(value: string): string[] {
  return (["base64", "base64url"] as const).map((form) =>
    pieceSource(Buffer.from(value).toString(form).replace(/=+$/, "")),
  );
}

/** Either blanks or none in it. A form writes a blank as a plus. */
function pieceSource(piece: string): string {
  if (piece === "") return "";
  const characters = [...piece];
  if (!/^\s/u.test(piece)) return characters.map(characterSource).join("");
  return String.raw`(?:[\s+]|${[...new Set([" ", "+", "\u00a0", ...characters])].flatMap(escapes).join("|")})+`;
}

/** Letters and digits stand as they are everywhere; that keeps long patterns short. */
function characterSource(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return literal(character);
  if (character === "\\") return `(?:${[...escapes(character), BACKSLASH].join("|")}){1,4}`;
  const slashes = `(?:${BACKSLASH})?`;
  return `${slashes}(?:${[...escapes(character), literal(character)].join("|")})${restSource(character)}`;
}

/** Two signs begin what they are written as (%25, &amp;): what is left of that goes with them. */
function restSource(character: string): string {
  if (character === "%") return "(?:25)*";
  return character === "&" ? `(?:amp${SEMICOLON})*` : "";
}

function literal(character: string): string {
  return String.raw`\u{${hex(character.codePointAt(0) ?? 0)}}`;
}

/** The ways of writing one character other than itself; tried before it, as they may begin with it. */
function escapes(character: string): string[] {
  const point = character.codePointAt(0) ?? 0;
  const entity = ENTITIES[character];
  const control = CONTROLS[character];
  return [
    `${AMPERSAND}${HASH}(?:0*${point}|x0*${hex(point)})${END}`,
    ...(entity === undefined ? [] : [`${AMPERSAND}${entity}${END}`]),
    ...(character === "%" ? [] : [percentSource(character)]),
    unitsSource(character),
    ...(point > 0xff ? [] : [`${BACKSLASH}x${hex(point).padStart(2, "0")}`]),
    String.raw`${BACKSLASH}u\{0*${hex(point)}\}`,
    ...(control === undefined ? [] : [`${BACKSLASH}${control}`]),
  ];
}

/** Half a character cannot be written so; encoders put a sign in its place. */
function percentSource(character: string): string {
  const bytes = [...Buffer.from(character)];
  return bytes.map((byte) => `${PERCENT}${hex(byte).padStart(2, "0")}`).join("");
}

function unitsSource(character: string): string {
  const units = [...Array(character.length).keys()].map((at) => character.charCodeAt(at));
  return units.map((unit) => `${BACKSLASH}u${hex(unit).padStart(4, "0")}`).join("");
}

function hex(value: number): string {
  return value.toString(16);
}
