import { DataShapeError } from "../census/errors.js";
import { checkedRows, type RowOf } from "./data-frame.js";
import { COMPANY_LANDSCAPE_COLUMNS, LANDSCAPE_THRESHOLD, landscapeOf } from "./landscape-of.js";
import { REMAINDER_COLUMNS, remainderBounds } from "./remainder-bounds.js";
import { GITHUB_COLUMNS, type StudyData } from "./study-data.js";
import { TOOL_YEAR_COLUMNS, yearsOfTools } from "./years-of-tools.js";

type Correction = (study: StudyData) => string;

/**
 * For each slip of the published material, by its id, what the published data give instead, as text.
 *
 * Errors: DataShapeError when the data lack the row that a correction needs
 */
export const CORRECTIONS: Readonly<Record<string, Correction>> = {
  "michelangelo-uber": (study) => landscapeRow(study, "Uber", "Michelangelo").textShare.toFixed(3),
  "titles-over-one": (study) => landscapeRow(study, "Netflix", "Metaflow").titleRatio.toFixed(2),
  "threshold-netflix": (study) => keptTools(study, "Netflix"),
  "threshold-uber": (study) => keptTools(study, "Uber"),
  "others-clearml": (study) => remainder(study, "ClearML"),
  "others-kubeflow": (study) => remainder(study, "Kubeflow"),
  "others-mlflow": (study) => remainder(study, "MLflow"),
  "zero-counts": (study) => {
    const rows = checkedRows(study.publishedGithub, GITHUB_COLUMNS);
    const zeros = rows.filter((row) => row.value === 0).length;
    return `${zeros} of the ${rows.length} counts in the result file are 0`;
  },
  "method-of-any-object": (study) => `not measured; at most ${filesText(publishedRow(study, 20).high)}`,
  "one-major-version": (study) => `at least ${filesText(publishedRow(study, 1).low)}`,
  "unescaped-slash": () => "cannot be told from the published data",
  "year-watson": (study) => yearRange(study, "IBM Watson Studio"),
  "year-metaflow": (study) => yearRange(study, "Metaflow"),
};

function landscapeRow(study: StudyData, company: string, tool: string) {
  return only(landscapeRows(study, company), { tool }, `the landscape of ${company}`);
}

function landscapeRows(study: StudyData, company: string): RowOf<typeof COMPANY_LANDSCAPE_COLUMNS>[] {
  return checkedRows(landscapeOf(study.landscape, study.found, company), COMPANY_LANDSCAPE_COLUMNS);
}

function keptTools(study: StudyData, company: string): string {
  const kept = landscapeRows(study, company).filter((row) => row.kept === 1);
  return `${kept.length} tools over ${LANDSCAPE_THRESHOLD}: ${kept.map((row) => row.tool).join(", ")}`;
}

function remainder(study: StudyData, tool: string): string {
  const rows = checkedRows(remainderBounds(study.publishedGithub), REMAINDER_COLUMNS);
  const { low, high, unbounded } = only(rows, { tool }, "the counts of GitHub");
  const [least, most] = [(100 * low).toFixed(1), (100 * high).toFixed(1)];
  if (unbounded !== "") return `at least ${least} %`;
  return least === most ? `${least} %` : `between ${least} and ${most} %`;
}

function publishedRow(study: StudyData, row: number) {
  return only(checkedRows(study.publishedGithub, GITHUB_COLUMNS), { row }, "the counts of GitHub");
}

function yearRange(study: StudyData, tool: string): string {
  const { low, high } = only(
    checkedRows(yearsOfTools(study.years), TOOL_YEAR_COLUMNS),
    { tool },
    "the years",
  );
  return low === high ? `${low}` : `${low} to ${high}`;
}

function filesText(count: number): string {
  return `${count.toLocaleString("en")} files`;
}

/** The one row whose cells are those of `key`. */
function only<Row extends object>(rows: readonly Row[], key: Partial<Row>, where: string): Row {
  const isSame = (row: Row) => Object.entries(key).every(([name, cell]) => row[name as keyof Row] === cell);
  const row = rows.find(isSame);
  if (row !== undefined) return row;
  throw new DataShapeError(`Expected a row with ${JSON.stringify(key)} in ${where}, found none.`);
}
