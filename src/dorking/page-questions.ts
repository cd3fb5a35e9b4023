import type { PageFields, PageSearch } from "../census/page-search.js";
import type { QuestionKind } from "../collect/question-kind.js";

/** How many pages hold a company and a tool? What a search engine says changes from day to day, so repeats lie on different days. */
export const PAGE_QUESTIONS: QuestionKind<PageSearch, PageFields> = {
  labelOf: ({ company, name, place }) => `${company} with ${name} in the ${place}`,
  fieldsOf: ({ text: _text, ...fields }) => fields,
  meaningOf: ({ company, tool, name, place, kind, text }) => [company, tool, name, place, kind, text],
  isRepeatedByDay: true,
};
