import { join } from "node:path";
import { PRACTICE, PRACTICE_NOTICE } from "../census/practice.js";
import { PROGRAM_VARIABLES } from "../census/program-variables.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { loadSettings } from "../config/load-settings.js";
import { findRun } from "../data/find-run.js";
import { openStudy as openStudyData } from "../data/open-study.js";
import type { Figure } from "../figures/figure.js";
import { figuresOf, type Sources } from "../figures/figures-of.js";
import { sharedRenderer } from "../figures/shared-renderer.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";
import { countTables } from "./practice-tables.js";
import { showFigures } from "./show.js";
import * as allTables from "./tables.js";

/** The study as a notebook uses it: its frames, where each comes from, and where its figures go. */
export interface NotebookStudy extends StudyData {
  /** Whether sample files were counted, not GitHub's. */
  readonly isPractice: boolean;
  /** Whether what is drawn can stand beside the published study: it is a collection of one's own, and no practice. */
  readonly isComparable: boolean;
  /** A sentence that says so, or why not. */
  readonly comparison: string;
  /** A sentence that says what is drawn. */
  readonly about: string;
  /** How the tables of each frame are written. */
  readonly tables: typeof allTables;
  /** The source line of a figure, by the frame that it draws; growth is drawn from two. */
  readonly sources: Sources & { readonly growth: string };
  /** Draws figures, saves their files and shows them below the running cell. */
  show(...figures: readonly Figure[]): Promise<void>;
}

const { searches, totals, shares, byPurpose, parts, remainder, growth } = allTables;
/** The tables of counts of files, which a run brings. */
const githubTables = { searches, totals, shares, byPurpose, parts, remainder, growth };

const PUBLISHED_SOURCE = "study 2025 (RIMEL, Université Côte d'Azur)";
const SELF = "This is the published study itself: set CENSUS_RUN to set a run beside it.";
const SAMPLES = "Practice has nothing to stand beside: it counts sample files.";

/** How each frame was measured, for source lines. */
const METHODS: Readonly<Partial<Record<keyof StudyFrames, string>>> = {
  google: "Google result totals, end of 2024",
  landscape: "Google result totals, end of 2024",
  found: "looked up by hand",
  years: "table, timeline and spreadsheet",
  stars: "GitHub stars, end of 2024",
};

/**
 * The published study, or the run that the setting `CENSUS_RUN` names.
 *
 * Figures of the published study go to `figures/`, those of a run to the folder `figures/` of the run.
 * Errors: ConfigurationError for wrong settings, DataFileError for absent or broken data
 */
export function openStudy(): NotebookStudy {
  const { run = "" } = loadSettings();
  const data = openStudyData({ run });
  const isPractice = data.label.startsWith(PRACTICE);
  const sources = sourcesOf(data);
  sharedRenderer.drawAhead(figuresOf(data, sources).map((figure) => figure.spec));
  const folder = figuresFolder(run);
  return {
    ...data,
    isPractice,
    isComparable: run !== "" && !isPractice,
    comparison: comparisonOf(data, run),
    about: aboutText(data),
    tables: { ...allTables, ...countTables(githubTables, isPractice) },
    sources: { ...sources, growth: growthSource(sources, run) },
    show: (...figures) => showFigures(figures, folder),
  };
}

function comparisonOf({ label }: StudyData, run: string): string {
  if (run === "") return SELF;
  return label.startsWith(PRACTICE) ? SAMPLES : `The published study, then, and ${label}, now.`;
}

function growthSource({ github }: Sources, run: string): string {
  return run === "" ? github : `${sourcesOf(openStudyData()).github}; ${github}`;
}

/** A reproduction has its figures drawn elsewhere, and moves them here when the whole notebook has run through. */
function figuresFolder(run: string): string {
  const draft = process.env[PROGRAM_VARIABLES.figuresFolder] ?? "";
  if (draft !== "") return draft;
  return run === "" ? join(PROJECT_ROOT, "figures") : join(findRun(run, PROJECT_ROOT).folder, "figures");
}

function aboutText({ label, sourceOf }: StudyData): string {
  const other =
    sourceOf.google === sourceOf.github
      ? ""
      : ` Everything but the counts of GitHub comes from ${sourceOf.google}.`;
  const practice = label.startsWith(PRACTICE) ? ` **${PRACTICE_NOTICE}**` : "";
  return `Drawn here: **${label}**.${practice}${other}`;
}

function sourcesOf({ sourceOf, publishedGithub, github, label, countedBy }: StudyData): Sources {
  const isRun = publishedGithub !== github;
  const lines = (Object.keys(sourceOf) as (keyof StudyFrames)[]).map((frame) => {
    const origin = isRun && frame === "github" ? label : PUBLISHED_SOURCE;
    const method = frame === "github" ? countedBy : METHODS[frame];
    return [frame, `${origin}${method === undefined ? "" : `, ${method}`}`];
  });
  return Object.fromEntries(lines) as Sources;
}
