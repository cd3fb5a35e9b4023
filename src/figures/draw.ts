import { createRequire } from "node:module";
import type { LoggerInterface } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { type Drawing, PNG_SCALE } from "./drawing.js";
import type { VegaLiteSpec } from "./figure.js";
import { fontFiles, textWidth } from "./measure-text.js";
import { FONT } from "./theme.js";

// Required, not imported: Node would read each of these large bundles twice to import it.
const require = createRequire(import.meta.url);
const { renderAsync } = require("@resvg/resvg-js") as typeof import("@resvg/resvg-js");
const vega = require("vega") as typeof import("vega");
const { compile } = require("vega-lite") as typeof import("vega-lite");
const { resetSVGDefIds, textMetrics } = require("vega-scenegraph") as typeof import("vega-scenegraph");

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

function collectingLogger(warnings: string[]): LoggerInterface {
  const logger = vega.logger(vega.None);
  const keep = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(" "));
    return logger;
  };
  logger.warn = keep;
  logger.error = keep;
  return logger;
}
