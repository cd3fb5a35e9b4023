import type { Purpose } from "../census/purpose.js";
import type { MiningQuery } from "../census/query.js";
import type { QuestionKind } from "../collect/question-kind.js";

/** A query in a result file: four of the study's own five fields, the fifth being its number. */
export interface CodeFields {
  readonly tool: string;
  readonly query: string;
  readonly extensions: readonly string[];
  readonly purpose: readonly Purpose[];
}

/** In how many files is a query found? Purposes have no order. */
export const CODE_QUESTIONS: QuestionKind<MiningQuery, CodeFields> = {
  labelOf: ({ tool }) => tool,
  fieldsOf: ({ tool, query, extensions, purposes }) => ({ tool, query, extensions, purpose: purposes }),
  meaningOf: ({ tool, query, extensions, purposes }) => [tool, query, extensions, purposes.toSorted()],
  isRepeatedByDay: false,
};
