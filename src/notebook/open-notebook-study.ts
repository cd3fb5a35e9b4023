import { join } from "node:path";
import { PRACTICE } from "../census/practice.js";
import { PROGRAM_VARIABLES } from "../census/program-variables.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { loadSettings } from "../config/load-settings.js";
import { findRun } from "../data/find-run.js";
import { openStudy as openStudyData } from "../data/open-study.js";
import type { Figure } from "../figures/figure.js";
import { figuresOf, type Sources } from "../figures/figures-of.js";
import { sharedRenderer } from "../figures/shared-renderer.js";
import type { StudyData } from "../frames/study-data.js";
import { aboutText } from "./about-text.js";
import * as pageTables from "./page-tables.js";
import { popularitySources } from "./popularity-sources.js";
import { countTables } from "./practice-tables.js";
import { showFigures } from "./show.js";
import { sourcesOf } from "./source-lines.js";
import * as allTables from "./tables.js";

/** The study as a notebook uses it: its frames, where each comes from, and where its figures go. */
export interface NotebookStudy extends StudyData {
  /** Whether sample files were counted, not GitHub's. */
  readonly isPractice: boolean;
  /** Whether sample pages were searched, not Google. */
  readonly isPagePractice: boolean;
  /** Whether the stars, and the years of repositories, are made up. */
  readonly isPopularityPractice: boolean;
  /** Whether what is drawn can stand beside the published study: it is a collection of one's own, and no practice. */
  readonly isComparable: boolean;
  /** A sentence that says so, or why not. */
  readonly comparison: string;
  /** A sentence that says what is drawn. */
  readonly about: string;
  /** How the tables of each frame are written. */
  readonly tables: typeof allTables & typeof pageTables;
  /** The source line of a figure, by the frame that it draws; growth is drawn from two. */
  readonly sources: Sources & { readonly growth: string };
  /** Draws figures, saves their files and shows them below the running cell. */
  show(...figures: readonly Figure[]): Promise<void>;
}

const { searches, totals, shares, byPurpose, parts, remainder, growth, stars, years } = allTables;
/** The tables of counts of files, which a run brings. */
const githubTables = { searches, totals, shares, byPurpose, parts, remainder, growth };
/** The tables of Google's pages, alike. */
const googleTables = pageTables;

/** The tables that hold what a run was told of repositories. */
const repositoryTables = { stars, years };

const SELF = "This is the published study itself: set CENSUS_RUN to set a run beside it.";
const SAMPLES = "Practice has nothing to stand beside: it counts sample files.";

/**
 * The published study, or the run that the setting `CENSUS_RUN` names.
 *
 * Figures of the published study go to `figures/`, those of a run to the folder `figures/` of the run.
 * Errors: ConfigurationError for wrong settings, DataFileError for absent or broken data
 */
export function openStudy(): NotebookStudy {
  const { run = "" } = loadSettings();
  const data = openStudyData({ run });
  const isPractice = data.sourceOf.github.startsWith(PRACTICE);
  const isPagePractice = data.sourceOf.google.startsWith(PRACTICE);
  const isPopularityPractice = data.sourceOf.stars.startsWith(PRACTICE);
  const sources = { ...sourcesOf(data), ...popularitySources(data) };
  sharedRenderer.drawAhead(figuresOf(data, sources).map((figure) => figure.spec));
  const folder = figuresFolder(run);
  return {
    ...data,
    isPractice,
    isPagePractice,
    isPopularityPractice,
    isComparable: isOwnCode(data) && !isPractice,
    comparison: comparisonOf(data, run),
    about: aboutText(data),
    tables: {
      ...allTables,
      ...countTables(githubTables, isPractice),
      ...countTables(googleTables, isPagePractice, "sample pages, not Google"),
      ...countTables(repositoryTables, isPopularityPractice, "made-up repositories, not GitHub's"),
    },
    sources: { ...sources, growth: growthSource(sources, data) },
    show: (...figures) => showFigures(figures, folder),
  };
}

/** Whether the counts of GitHub are a run's. */
function isOwnCode({ github, publishedGithub }: StudyData): boolean {
  return github !== publishedGithub;
}

function comparisonOf(data: StudyData, run: string): string {
  if (run === "") return SELF;
  if (!isOwnCode(data))
    return `The ${data.label} counted nothing on GitHub that could stand beside the published study.`;
  const { github } = data.sourceOf;
  return github.startsWith(PRACTICE) ? SAMPLES : `The published study, then, and ${github}, now.`;
}

function growthSource({ github }: Sources, data: StudyData): string {
  return !isOwnCode(data) ? github : `${sourcesOf(openStudyData()).github}; ${github}`;
}

/** A reproduction has its figures drawn elsewhere, and moves them here when the whole notebook has run through. */
function figuresFolder(run: string): string {
  const draft = process.env[PROGRAM_VARIABLES.figuresFolder] ?? "";
  if (draft !== "") return draft;
  return run === "" ? join(PROJECT_ROOT, "figures") : join(findRun(run, PROJECT_ROOT).folder, "figures");
}
