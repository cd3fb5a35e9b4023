import type { ShownPairs } from "../census/page-search.js";
import { COUNT_COLUMNS } from "./count-columns.js";
import type { Frame } from "./data-frame.js";

/** Columns of the frames that a study starts from. Lists of words (extensions, purposes) are separated by spaces. */
export const GITHUB_COLUMNS = {
  row: "number",
  tool: "text",
  query: "text",
  extensions: "text",
  purposes: "text",
  ...COUNT_COLUMNS,
} as const;

export const GOOGLE_COLUMNS = {
  company: "text",
  tool: "text",
  kind: "text",
  text: "number",
  textLow: "number",
  textHigh: "number",
  textReading: "text",
  title: "number",
  titleLow: "number",
  titleHigh: "number",
  titleReading: "text",
} as const;

/** One row a reading of a search for pages. correction: the text that the service would rather have searched, or "" */
export const PAGE_READING_COLUMNS = {
  company: "text",
  tool: "text",
  name: "text",
  place: "text",
  search: "text",
  repeat: "number",
  time: "text",
  ...COUNT_COLUMNS,
  correction: "text",
  isApplied: "flag",
} as const;

/** relevant: 1 yes, 0 no, NaN where nobody looked; place and address are "" where a pair was looked up, not a page */
export const REVIEW_COLUMNS = {
  company: "text",
  tool: "text",
  place: "text",
  search: "text",
  rank: "number",
  title: "text",
  address: "text",
  relevant: "number",
  note: "text",
  reviewer: "text",
} as const;

export const COMPANY_COLUMNS = { company: "text", software: "text", kind: "text", note: "text" } as const;

export const YEAR_COLUMNS = {
  tool: "text",
  by: "text",
  reportYear: "number",
  timelineYear: "number",
  sheetYear: "number",
  repositoryYear: "number",
} as const;

/** archived: yes, no, or "" where nobody asked; repository: its name now; asked: the day on which GitHub was, or "" */
export const STAR_COLUMNS = {
  tool: "text",
  ...COUNT_COLUMNS,
  forks: "number",
  createdYear: "number",
  archived: "text",
  repository: "text",
  asked: "text",
} as const;

export const PLATFORM_COLUMNS = {
  platform: "text",
  capability: "text",
  verdict: "text",
  detail: "text",
} as const;

/** source: an address, or ""; checked: the day on which somebody read it there, or "" */
export const PLATFORM_NOW_COLUMNS = { ...PLATFORM_COLUMNS, source: "text", checked: "text" } as const;

export const LANDSCAPE_COLUMNS = {
  company: "text",
  tool: "text",
  text: "number",
  title: "number",
  nameInTextList: "text",
  nameInTitleList: "text",
  note: "text",
} as const;

/** found: 1 in use, 0 not; a tool that was not looked up has no row */
export const FOUND_COLUMNS = { company: "text", tool: "text", found: "number" } as const;

export const REPORTED_COLUMNS = {
  id: "text",
  description: "text",
  value: "number",
  unit: "text",
  tolerance: "number",
  source: "text",
} as const;

export const SLIP_COLUMNS = {
  id: "text",
  what: "text",
  place: "text",
  asPublished: "text",
  explanation: "text",
} as const;

/** The frames of a study, by what they hold. */
export interface StudyFrames {
  readonly github: Frame;
  readonly google: Frame;
  /** Each reading of a run's searches for pages; empty for the published study, which kept none. */
  readonly pageReadings: Frame;
  /** What people judged of what was found. */
  readonly reviews: Frame;
  readonly companies: Frame;
  readonly years: Frame;
  readonly stars: Frame;
  readonly platforms: Frame;
  /** What the study did not look into: other platforms, and what has changed. */
  readonly platformsNow: Frame;
  readonly landscape: Frame;
  readonly found: Frame;
  readonly reported: Frame;
  readonly slips: Frame;
}

/** All that the notebook draws from: the published study, or a run with what the run does not hold taken from the study. */
export interface StudyData extends StudyFrames {
  /** The run's name; "published" for the published study. */
  readonly name: string;
  /** For titles and sentences: `the published study, January 2025`, `run NAME`, `practice run NAME`. */
  readonly label: string;
  /** Who counted the files and when, for source lines: `GitHub code search, 2026-11-24`. */
  readonly countedBy: string;
  /** The same for the other frames that a run brought: `Google result totals by google-cse, 2026-11-25`. */
  readonly countedByOf: Readonly<Partial<Record<keyof StudyFrames, string>>>;
  /** Where each frame comes from, in the words of `label`. */
  readonly sourceOf: Readonly<Record<keyof StudyFrames, string>>;
  /** The published counts of GitHub, whichever `github` is: what the study reports is checked against them. */
  readonly publishedGithub: Frame;
  /** Which companies and tools the figures of pages show, and what each company runs. */
  readonly companyOptions: {
    /** Absent where nobody said it. */
    readonly shown?: ShownPairs;
    /** company, software, kind, as the frame `companies` has them */
    readonly companies: Frame;
  };
  /** The published counts of Google's pages, alike. */
  readonly publishedGoogle: Frame;
  /** The published stars, likewise. */
  readonly publishedStars: Frame;
}
