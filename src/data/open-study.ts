import { join } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";
import { loadPublished, PUBLISHED_FOLDER } from "./load-published.js";
import { loadRun } from "./load-run.js";
import { githubFrame, studyFrames } from "./study-frames.js";

export interface StudyOptions {
  /** The name of a run; the published study where absent or empty. */
  readonly run?: string;
  /** The folder that holds `data/`; the project's own where absent. */
  readonly root?: string;
}

const PUBLISHED_LABEL = "the published study, January 2025";

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
  if (run === "") return { ...published, name: "published", label: PUBLISHED_LABEL };
  const label = `run ${run}`;
  return {
    ...published,
    name: run,
    label,
    github: githubFrame(loadRun(run, root)),
    sourceOf: { ...published.sourceOf, github: label },
  };
}

function publishedSources(frames: StudyFrames): StudyData["sourceOf"] {
  const names = Object.keys(frames).map((name) => [name, PUBLISHED_LABEL]);
  return Object.fromEntries(names) as StudyData["sourceOf"];
}
