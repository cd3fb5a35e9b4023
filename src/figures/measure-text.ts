import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Font } from "opentype.js";

const require = createRequire(import.meta.url);
const opentype = require("opentype.js") as typeof import("opentype.js")["default"];

/** The font files of every figure, by weight. They come from a package: no machine's own fonts are used. */
const FILES: Readonly<Record<number, string>> = {
  400: "@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf",
  600: "@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf",
};

export function fontFiles(): string[] {
  return Object.values(FILES).map((file) => require.resolve(file));
}

const fonts = new Map<number, Font>();

function fontOf(weight: number): Font {
  const known = fonts.get(weight);
  if (known !== undefined) return known;
  const bytes = readFileSync(require.resolve(FILES[weight] ?? (FILES[400] as string)));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  fonts.set(weight, font);
  return font;
}

/** Width in pixels of a line of text: the sum of its letters' advances in our font (kerning, a fraction of a pixel, left out). */
export function textWidth(text: string, { size, weight }: { size: number; weight: number }): number {
  const font = fontOf(weight >= 600 ? 600 : 400);
  const units = [...text].reduce((sum, letter) => sum + (font.charToGlyph(letter).advanceWidth ?? 0), 0);
  return (units * size) / font.unitsPerEm;
}
