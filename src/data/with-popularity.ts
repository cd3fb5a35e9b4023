import { PRACTICE } from "../census/practice.js";
import { toolKey } from "../census/tool-key.js";
import { utcDay } from "../census/utc-day.js";
import { checkedRows, type Frame, frameOf } from "../frames/data-frame.js";
import { STAR_COLUMNS, type StudyData, YEAR_COLUMNS } from "../frames/study-data.js";
import type { RunPlace } from "./find-run.js";
import { loadPopularityIn, type ToolPopularity } from "./load-popularity.js";

/**
 * The study with the stars that a run counted, and with the years in which the tools' repositories were created; as it is
 * where the run counted none.
 *
 * Errors: DataFileError when the run's file is not of its form
 */
export function withPopularity(study: StudyData, place: RunPlace): StudyData {
  const rows = loadPopularityIn(place.folder);
  if (rows === undefined) return study;
  // Practice stays practice, wherever its file is put.
  const isPractice = place.isPractice || rows.some(({ practice }) => practice);
  const label = isPractice ? `${PRACTICE} run ${study.name}` : `run ${study.name}`;
  return {
    ...study,
    stars: starFrame(rows),
    years: yearFrame(study.years, rows),
    sourceOf: { ...study.sourceOf, stars: label },
  };
}

function starFrame(rows: readonly ToolPopularity[]): Frame {
  const cells = rows.map(({ tool, repository, count, fullName, forks, created, archived, time }) => ({
    tool,
    ...count,
    forks: forks ?? Number.NaN,
    createdYear: yearOf(created),
    archived: archived === undefined ? "" : archived ? "yes" : "no",
    repository: fullName ?? repository,
    asked: time === undefined ? "" : utcDay(time),
  }));
  return frameOf(STAR_COLUMNS, cells);
}

function yearFrame(years: Frame, rows: readonly ToolPopularity[]): Frame {
  const created = new Map(rows.map((row) => [toolKey(row.tool), yearOf(row.created)]));
  const cells = checkedRows(years, YEAR_COLUMNS).map((row) => ({
    ...row,
    repositoryYear: created.get(toolKey(row.tool)) ?? Number.NaN,
  }));
  return frameOf(YEAR_COLUMNS, cells);
}

function yearOf(created: string | undefined): number {
  return created === undefined ? Number.NaN : new Date(created).getUTCFullYear();
}
