import { existsSync } from "node:fs";
import { join } from "node:path";
import { PRACTICE } from "../census/practice.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { PAGES_FILE, POPULARITY_FILE, RESULT_FILE } from "../census/run-files.js";
import { GITHUB_URL } from "../census/service-addresses.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";
import { daysText } from "./days-text.js";
import { findRun, type RunPlace } from "./find-run.js";
import { loadPublished, PUBLISHED_FOLDER } from "./load-published.js";
import { loadReference, REFERENCE_FOLDER } from "./load-reference.js";
import { loadRunIn, type MinedCount } from "./load-run.js";
import { githubFrame, studyFrames } from "./study-frames.js";
import { withPages } from "./with-pages.js";
import { withPopularity } from "./with-popularity.js";

export interface StudyOptions {
  /** The name of a run; the published study where absent or empty. */
  readonly run?: string;
  /** The folder that holds `data/`; the project's own where absent. */
  readonly root?: string;
}

const PUBLISHED_LABEL = "the published study, January 2025";
const REFERENCE_LABEL = "this project's reading of the platforms' pages, November 2026";
const PUBLISHED_COUNTED_BY = "GitHub code search, January 2025";

/**
 * The frames that everything is drawn from: the published study, or what a run counted in its place.
 *
 * What a run did not count comes from the published study, and `sourceOf` says so.
 *
 * Missing: NaN, "not measured"
 * Errors:  DataFileError when a file is absent or broken, or there is no such run (never the published study instead)
 */
export function openStudy({ run = "", root = PROJECT_ROOT }: StudyOptions = {}): StudyData {
  const published = publishedStudy(root);
  if (run === "") return published;
  const place = findRun(run, root);
  return withPopularity(withPages(withCode({ ...published, name: run }, place), place), place);
}

function publishedStudy(root: string): StudyData {
  const frames = studyFrames(
    loadPublished(join(root, PUBLISHED_FOLDER)),
    loadReference(join(root, REFERENCE_FOLDER)),
  );
  return {
    ...frames,
    name: "published",
    label: PUBLISHED_LABEL,
    countedBy: PUBLISHED_COUNTED_BY,
    countedByOf: {},
    companyOptions: { companies: frames.companies },
    publishedGithub: frames.github,
    publishedGoogle: frames.google,
    publishedStars: frames.stars,
    sourceOf: publishedSources(frames),
  };
}

/** A run's counts of GitHub in the study's place. A run that counted other things only has none. */
function withCode(study: StudyData, place: RunPlace): StudyData {
  const label = place.isPractice ? `${PRACTICE} run ${study.name}` : `run ${study.name}`;
  if (!hasCode(place)) return { ...study, label };
  const counts = loadRunIn(place);
  const isPractice = counts.some(({ service }) => service === PRACTICE);
  const codeLabel = isPractice ? `${PRACTICE} run ${study.name}` : label;
  return {
    ...study,
    label: codeLabel,
    countedBy: countedByText(counts),
    github: githubFrame(counts),
    sourceOf: { ...study.sourceOf, github: codeLabel },
  };
}

/** A run without any file of counts is taken for one of code, so that the error names the file that is expected. */
function hasCode({ folder }: RunPlace): boolean {
  const has = (file: string) => existsSync(join(folder, file));
  return has(RESULT_FILE) || !(has(PAGES_FILE) || has(POPULARITY_FILE));
}

/** The services that were asked, and the day or the first and last of the days on which they were. */
function countedByText(counts: readonly MinedCount[]): string {
  const services = new Set(counts.flatMap(({ service }) => service ?? []));
  const asked = services.size === 0 ? "results from elsewhere" : [...services].map(serviceText).join(" and ");
  return `${asked}, ${daysText(counts.map(({ time }) => time))}`;
}

function serviceText(service: string): string {
  if (service === PRACTICE) return "sample files on this machine, not GitHub";
  return service === GITHUB_URL ? "GitHub code search" : `code search of ${service}`;
}

function publishedSources(frames: StudyFrames): StudyData["sourceOf"] {
  const names = Object.keys(frames).map((name) => [name, PUBLISHED_LABEL]);
  return { ...(Object.fromEntries(names) as StudyData["sourceOf"]), platformsNow: REFERENCE_LABEL };
}
