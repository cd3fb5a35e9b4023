import { countOfNames } from "../census/count-of-names.js";
import type { Place } from "../census/page-search.js";
import { toolKey } from "../census/tool-key.js";
import { type Frame, frameOf } from "../frames/data-frame.js";
import { GOOGLE_COLUMNS, PAGE_READING_COLUMNS } from "../frames/study-data.js";
import type { CountedPages } from "./counted-pages.js";

/**
 * A run's searches for pages as a frame of the same form as the published one: one row a company and tool.
 *
 * Several names of one tool make one count: see {@link countOfNames}.
 */
export function googleFrame(searches: readonly CountedPages[]): Frame {
  const firsts = new Map(searches.toReversed().map((search) => [pairKey(search), search]));
  const keys = [...new Set(searches.map(pairKey))];
  const rows = keys.map((key) => {
    const of = (place: Place) =>
      countOfNames(
        searches
          .filter((search) => pairKey(search) === key && search.place === place)
          .map(({ count }) => count),
      );
    const { company, tool, kind } = firsts.get(key) as CountedPages;
    const [text, title] = [of("text"), of("title")];
    return {
      company,
      tool,
      kind,
      text: text.value,
      textLow: text.low,
      textHigh: text.high,
      textReading: text.reading,
      title: title.value,
      titleLow: title.low,
      titleHigh: title.high,
      titleReading: title.reading,
    };
  });
  return frameOf(GOOGLE_COLUMNS, rows);
}

/** Each reading of a run's searches for pages, in the order of the searches. */
export function pageReadingsFrame(searches: readonly CountedPages[]): Frame {
  const rows = searches.flatMap(({ company, tool, name, place, search, readings }) =>
    readings.map(({ repeat, time, count, correction }) => ({
      ...{ company, tool, name, place, search, repeat, time },
      ...count,
      correction: correction?.text ?? "",
      isApplied: correction?.isApplied ?? false,
    })),
  );
  return frameOf(PAGE_READING_COLUMNS, rows);
}

function pairKey({ company, tool }: CountedPages): string {
  return JSON.stringify([company, toolKey(tool)]);
}
