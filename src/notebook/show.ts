import { type Drawing, PNG_SCALE } from "../figures/drawing.js";
import type { Figure } from "../figures/figure.js";
import { saveFigure } from "../figures/save-figure.js";
import { sharedRenderer } from "../figures/shared-renderer.js";
import { type Bundle, display } from "./display.js";

/** Draws figures, saves their files into `folder` and shows them, in order, below the running cell. */
export async function showFigures(figures: readonly Figure[], folder: string): Promise<void> {
  const drawings = figures.map((figure) => sharedRenderer.draw(figure.spec));
  for (const [place, figure] of figures.entries()) {
    const drawing = (await drawings[place]) as Drawing;
    saveFigure(figure, drawing, folder);
    display(figureBundle(figure, drawing));
  }
}

/**
 * A figure as a cell's output: the interactive chart for JupyterLab, the picture for GitHub, exports and the classic
 * notebook, the description for everybody else.
 */
export function figureBundle({ spec }: Figure, { png }: Drawing): Bundle {
  const description = String(spec.description);
  return {
    data: {
      "application/vnd.vegalite.v5+json": spec,
      "image/png": png.toString("base64"),
      "text/plain": description,
    },
    metadata: { "image/png": { ...cssSize(png), alt: description } },
  };
}

/** A PNG's size in CSS pixels. Its width and height stand at bytes 16 and 20. */
function cssSize(png: Buffer): { width: number; height: number } {
  const [width, height] = [16, 20].map((place) => Math.round(png.readUInt32BE(place) / PNG_SCALE));
  return { width: width ?? 0, height: height ?? 0 };
}
