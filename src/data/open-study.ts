import { join } from "node:path";
import { PRACTICE } from "../census/practice.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import { GITHUB_URL } from "../census/search-address.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";
import { loadPublished, PUBLISHED_FOLDER } from "./load-published.js";
import { loadRun, type MinedCount } from "./load-run.js";
import { githubFrame, studyFrames } from "./study-frames.js";

export interface StudyOptions {
  /** The name of a run; the published study where absent or empty. */
  readonly run?: string;
  /** The folder that holds `data/`; the project's own where absent. */
  readonly root?: string;
}

const PUBLISHED_LABEL = "the published study, January 2025";
const PUBLISHED_COUNTED_BY = "GitHub code search, January 2025";

/**
 * The frames that everything is drawn from: the published study, or a run's counts of GitHub in their place.
 *
 * A run holds only counts of GitHub; all else comes from the published study, and `sourceOf` says so.
 *
 * Missing: NaN, "not measured"
 * Errors:  DataFileError when a file is absent or broken, or there is no such run (never the published study instead)
 */
export function openStudy({ run = "", root = PROJECT_ROOT }: StudyOptions = {}): StudyData {
  const frames = studyFrames(loadPublished(join(root, PUBLISHED_FOLDER)));
  const published = { ...frames, publishedGithub: frames.github, sourceOf: publishedSources(frames) };
  if (run === "")
    return { ...published, name: "published", label: PUBLISHED_LABEL, countedBy: PUBLISHED_COUNTED_BY };
  const counts = loadRun(run, root);
  const label = counts.some(({ service }) => service === PRACTICE) ? `${PRACTICE} run ${run}` : `run ${run}`;
  return {
    ...published,
    name: run,
    label,
    countedBy: countedByText(counts),
    github: githubFrame(counts),
    sourceOf: { ...published.sourceOf, github: label },
  };
}

/** The services that were asked, and the day or the first and last of the days on which they were. */
function countedByText(counts: readonly MinedCount[]): string {
  const services = new Set(counts.flatMap(({ service }) => service ?? []));
  const days = counts.flatMap(({ time }) => time?.slice(0, "2026-01-31".length) ?? []).sort();
  const asked = services.size === 0 ? "results from elsewhere" : [...services].map(serviceText).join(" and ");
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return `${asked}, undated`;
  return `${asked}, ${first === last ? first : `${first} to ${last}`}`;
}

function serviceText(service: string): string {
  if (service === PRACTICE) return "sample files on this machine, not GitHub";
  return service === GITHUB_URL ? "GitHub code search" : `code search of ${service}`;
}

function publishedSources(frames: StudyFrames): StudyData["sourceOf"] {
  const names = Object.keys(frames).map((name) => [name, PUBLISHED_LABEL]);
  return Object.fromEntries(names) as StudyData["sourceOf"];
}
