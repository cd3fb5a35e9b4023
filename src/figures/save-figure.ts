import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Drawing } from "./drawing.js";
import type { Figure } from "./figure.js";

/** Writes a figure's three files, NAME.vl.json, NAME.svg and NAME.png, each whole or not at all. */
export function saveFigure({ name, spec }: Figure, { svg, png }: Drawing, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, `${name}.vl.json`), `${JSON.stringify(spec, null, 2)}\n`);
  writeWhole(join(folder, `${name}.svg`), `${svg}\n`);
  writeWhole(join(folder, `${name}.png`), png);
}

function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
