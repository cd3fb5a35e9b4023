import { renderAsync } from "@resvg/resvg-js";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { resetSVGDefIds, textMetrics } from "vega-scenegraph";
import type { VegaLiteSpec } from "./figure.js";
import { fontFiles, textWidth } from "./measure-text.js";
import { FONT } from "./theme.js";

/** Pixels of the PNG for one pixel of the figure: sharp on screens and in print. */
const PNG_SCALE = 2;

/** A figure's pictures, and what the compiler had to say (normally nothing). */
export interface Drawing {
  readonly svg: string;
  readonly png: Buffer;
  readonly warnings: readonly string[];
}

/**
 * Draws a figure: the same bytes on every machine, since neither its fonts nor a canvas of it are used.
 *
 * Errors: what Vega throws for a spec that it cannot compile
 */
export async function draw(spec: VegaLiteSpec): Promise<Drawing> {
  const warnings: string[] = [];
  const svg = await svgOf(spec, warnings);
  // Asynchronous: while a thread of the library's own paints this figure, the next one is laid out.
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: PNG_SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT },
  });
  return { svg, png: image.asPng(), warnings };
}

async function svgOf(spec: VegaLiteSpec, warnings: string[]): Promise<string> {
  const logger = collectingLogger(warnings);
  measureWithOurFont();
  resetSVGDefIds(); // Vega numbers its clip paths through a whole process: each figure starts at 0.
  const view = new vega.View(vega.parse(compile(spec as unknown as TopLevelSpec, { logger }).spec), {
    renderer: "none",
    logger,
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Without a canvas, Vega guesses 0.8 of the font's size a letter; the font itself says it exactly. */
function measureWithOurFont(): void {
  textMetrics.width = ({ text: own, fontSize = 11, fontWeight = 400 }, text = own) => {
    const weight = fontWeight === "bold" ? 700 : Number(fontWeight) || 400;
    return text === undefined || text === null ? 0 : textWidth(String(text), { size: fontSize, weight });
  };
}

function collectingLogger(warnings: string[]): vega.LoggerInterface {
  const logger = vega.logger(vega.None);
  const keep = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(" "));
    return logger;
  };
  logger.warn = keep;
  logger.error = keep;
  return logger;
}
