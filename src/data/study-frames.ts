import { NOT_MEASURED } from "../census/count.js";
import { type Frame, frameOf } from "../frames/data-frame.js";
import {
  COMPANY_COLUMNS,
  FOUND_COLUMNS,
  GITHUB_COLUMNS,
  GOOGLE_COLUMNS,
  LANDSCAPE_COLUMNS,
  PAGE_READING_COLUMNS,
  PLATFORM_COLUMNS,
  PLATFORM_NOW_COLUMNS,
  REPORTED_COLUMNS,
  REVIEW_COLUMNS,
  SLIP_COLUMNS,
  STAR_COLUMNS,
  type StudyFrames,
  YEAR_COLUMNS,
} from "../frames/study-data.js";
import type { PublishedData } from "./load-published.js";
import type { PlatformStatement } from "./load-reference.js";
import type { MinedCount } from "./load-run.js";

/** Who looked up by hand, of the published study. */
const PAIRS_REVIEWER = "study 2025, pairs looked up by hand";

/** The study read stars off its chart, and nothing besides. */
const NOTHING_ASKED = {
  forks: Number.NaN,
  createdYear: Number.NaN,
  archived: "",
  repository: "",
  asked: "",
};

/** The published data set, and the statements on platforms of now, as frames; what the files call `text_low` the frames call `textLow`. */
export function studyFrames(data: PublishedData, now: readonly PlatformStatement[]): StudyFrames {
  return {
    github: frameOf(
      GITHUB_COLUMNS,
      data["github-counts"].map((row) => ({ ...row, value: row.count })),
    ),
    google: publishedGoogle(data["google-counts"]),
    pageReadings: frameOf(PAGE_READING_COLUMNS, []),
    reviews: frameOf(REVIEW_COLUMNS, data["landscape-found"].map(publishedReview)),
    companies: frameOf(COMPANY_COLUMNS, data["company-software"]),
    years: frameOf(
      YEAR_COLUMNS,
      data["tool-years"].map((row) => ({
        tool: row.tool,
        by: row.by,
        reportYear: row.report_year,
        timelineYear: row.timeline_year,
        sheetYear: row.sheet_year,
        repositoryYear: Number.NaN,
      })),
    ),
    stars: frameOf(
      STAR_COLUMNS,
      data.stars.map((row) => ({ ...row, ...NOTHING_ASKED, value: row.stars })),
    ),
    platforms: frameOf(PLATFORM_COLUMNS, data["platform-capabilities"]),
    platformsNow: frameOf(PLATFORM_NOW_COLUMNS, now),
    landscape: landscapeFrame(data.landscape),
    found: frameOf(FOUND_COLUMNS, data["landscape-found"]),
    reported: frameOf(REPORTED_COLUMNS, data["reported-values"]),
    slips: frameOf(
      SLIP_COLUMNS,
      data.slips.map((row) => ({ ...row, asPublished: row.as_published })),
    ),
  };
}

/** The counts of a run as a frame of the same form as the published ones; rows are numbered from 1. */
export function githubFrame(counts: readonly MinedCount[]): Frame {
  const rows = counts.map(({ tool, query, extensions, purposes, count }, place) => ({
    row: place + 1,
    tool,
    query,
    extensions: extensions.join(" "),
    purposes: purposes.join(" "),
    ...count,
  }));
  return frameOf(GITHUB_COLUMNS, rows);
}

function publishedGoogle(rows: PublishedData["google-counts"]): Frame {
  const columns = rows.map((row) => ({
    company: row.company,
    tool: row.tool,
    kind: row.own_tool,
    text: row.text,
    textLow: row.text_low,
    textHigh: row.text_high,
    textReading: Number.isNaN(row.text) ? NOT_MEASURED.reading : row.reading,
    title: row.title,
    titleLow: row.title_low,
    titleHigh: row.title_high,
    titleReading: Number.isNaN(row.title) ? NOT_MEASURED.reading : row.reading,
  }));
  return frameOf(GOOGLE_COLUMNS, columns);
}

/** The study looked each pair up, not each page: a row is a company and a tool, found in use there or not. */
function publishedReview({ company, tool, found }: PublishedData["landscape-found"][number]) {
  const pair = { place: "", search: "", rank: Number.NaN, title: "", address: "", note: "" };
  return { company, tool, ...pair, relevant: found, reviewer: PAIRS_REVIEWER };
}

function landscapeFrame(rows: PublishedData["landscape"]): Frame {
  const columns = rows.map((row) => ({
    company: row.company,
    tool: row.tool,
    text: row.text,
    title: row.title,
    nameInTextList: row.name_in_text_list,
    nameInTitleList: row.name_in_title_list,
    note: row.note,
  }));
  return frameOf(LANDSCAPE_COLUMNS, columns);
}
