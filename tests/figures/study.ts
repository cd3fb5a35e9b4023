import { openStudy } from "../../src/data/open-study.js";
import type { Figure } from "../../src/figures/figure.js";
import { figuresOf, type Sources } from "../../src/figures/figures-of.js";
import type { StudyFrames } from "../../src/frames/study-data.js";

/** Source lines for tests: each frame's own name. */
export const SOURCES = new Proxy({}, { get: (_, name) => `source of ${String(name)}` }) as Sources;

/** The figures of the published study. */
export function publishedFigures(): Figure[] {
  return figuresOf(openStudy(), SOURCES);
}

/** The figures of the published study with other frames in the place of some. */
export function figuresWith(frames: Partial<StudyFrames>): Figure[] {
  return figuresOf({ ...openStudy(), ...frames }, SOURCES);
}
