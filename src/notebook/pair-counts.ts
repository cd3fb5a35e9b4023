/** Headings of the counts of a company and a tool, each count with its ends. */
export const PAIR_COUNTS = {
  title: "title",
  titleLow: "title, at least",
  titleHigh: "title, at most",
  text: "text",
  textLow: "text, at least",
  textHigh: "text, at most",
};
