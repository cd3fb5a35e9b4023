import { join } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";
import { loadSettings } from "../config/load-settings.js";
import { openStudy as openStudyData } from "../data/open-study.js";
import type { Figure } from "../figures/figure.js";
import { figuresOf, type Sources } from "../figures/figures-of.js";
import { sharedRenderer } from "../figures/shared-renderer.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";
import { showFigures } from "./show.js";

/** The study as a notebook uses it: its frames, where each comes from, and where its figures go. */
export interface NotebookStudy extends StudyData {
  /** Whether a collection of one's own is drawn, not the published study. */
  readonly isRun: boolean;
  /** A sentence that says what is drawn. */
  readonly about: string;
  /** The source line of a figure, by the frame that it draws. */
  readonly sources: Sources;
  /** Draws figures, saves their files and shows them below the running cell. */
  show(...figures: readonly Figure[]): Promise<void>;
}

const PUBLISHED_SOURCE = "study 2025 (RIMEL, Université Côte d'Azur)";

/** How each frame was measured, for source lines. */
const METHODS: Readonly<Partial<Record<keyof StudyFrames, string>>> = {
  github: "GitHub code search",
  google: "Google result totals, end of 2024",
  landscape: "Google result totals, end of 2024",
  found: "looked up by hand",
  years: "table, timeline and spreadsheet",
  stars: "GitHub stars, end of 2024",
};

/**
 * The published study, or the run that the setting `CENSUS_RUN` names.
 *
 * Figures of the published study go to `figures/`, those of a run to `data/runs/NAME/figures/`.
 * Errors: ConfigurationError for wrong settings, DataFileError for absent or broken data
 */
export function openStudy(): NotebookStudy {
  const { run = "" } = loadSettings();
  const data = openStudyData({ run });
  const sources = sourcesOf(data);
  sharedRenderer.drawAhead(figuresOf(data, sources).map((figure) => figure.spec));
  const folder = figuresFolder(run);
  return {
    ...data,
    isRun: run !== "",
    about: aboutText(data),
    sources,
    show: (...figures) => showFigures(figures, folder),
  };
}

/** A reproduction has its figures drawn elsewhere, and moves them here when the whole notebook has run through. */
function figuresFolder(run: string): string {
  const draft = process.env.CENSUS_FIGURES_FOLDER ?? "";
  if (draft !== "") return draft;
  return run === "" ? join(PROJECT_ROOT, "figures") : join(PROJECT_ROOT, "data", "runs", run, "figures");
}

function aboutText({ label, sourceOf }: StudyData): string {
  const other =
    sourceOf.google === sourceOf.github
      ? ""
      : ` Everything but the counts of GitHub comes from ${sourceOf.google}.`;
  return `Drawn here: **${label}**.${other}`;
}

function sourcesOf({ sourceOf, publishedGithub, github, label }: StudyData): Sources {
  const isRun = publishedGithub !== github;
  const lines = (Object.keys(sourceOf) as (keyof StudyFrames)[]).map((frame) => {
    const origin = isRun && frame === "github" ? label : PUBLISHED_SOURCE;
    const method = METHODS[frame];
    const date = frame === "github" && !isRun ? ", January 2025" : "";
    return [frame, `${origin}${method === undefined ? "" : `, ${method}`}${date}`];
  });
  return Object.fromEntries(lines) as Sources;
}
