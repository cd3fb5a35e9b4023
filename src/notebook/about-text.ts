import {
  PAGE_PRACTICE_NOTICE,
  PRACTICE,
  PRACTICE_NOTICE,
  REPOSITORY_PRACTICE_NOTICE,
} from "../census/practice.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";
import { inWords } from "./in-words.js";

/** What a run can bring, in words. */
const BROUGHT: Readonly<Partial<Record<keyof StudyFrames, string>>> = {
  github: "the counts of GitHub",
  google: "Google's pages",
  stars: "the stars",
};

/** What is drawn: whose counts, whether they are practice, and where all else comes from. */
export function aboutText(data: StudyData): string {
  const { label, sourceOf } = data;
  const published = sourceOf.reported;
  const brought = (Object.keys(BROUGHT) as (keyof StudyFrames)[]).filter(
    (frame) => sourceOf[frame] !== published,
  );
  const parts = brought.flatMap((frame) => BROUGHT[frame] ?? []);
  const other = brought.length === 0 ? "" : ` Everything but ${inWords(parts)} comes from ${published}.`;
  return `Drawn here: **${label}**.${noticeText(data)}${other}`;
}

function noticeText({ sourceOf }: StudyData): string {
  const notices = [
    ...(sourceOf.github.startsWith(PRACTICE) ? [PRACTICE_NOTICE] : []),
    ...(sourceOf.google.startsWith(PRACTICE) ? [PAGE_PRACTICE_NOTICE] : []),
    ...(sourceOf.stars.startsWith(PRACTICE) ? [REPOSITORY_PRACTICE_NOTICE] : []),
  ];
  return notices.map((notice) => ` **${notice}**`).join("");
}
