import { countsByPurpose, PURPOSE_COLUMNS } from "./counts-by-purpose.js";
import { checkedRows, type Frame } from "./data-frame.js";
import { googleByCompany, PAGE_COLUMNS } from "./google-by-company.js";
import { COMPANY_LANDSCAPE_COLUMNS, landscapeOf } from "./landscape-of.js";
import { PART_COLUMNS, partsOfUse } from "./parts-of-use.js";
import { popularity } from "./popularity.js";
import { SHARE_COLUMNS, sharesByTool } from "./shares-by-tool.js";
import { STAR_COLUMNS, type StudyData } from "./study-data.js";
import { TOTAL_COLUMNS, totalsByTool } from "./totals-by-tool.js";
import { TOOL_YEAR_COLUMNS, yearsOfTools } from "./years-of-tools.js";

type Values = readonly (readonly [id: string, value: number])[];

/**
 * What can be compared with the values that the study reports, by their ids: `global.TOOL`, `total`, `share.TOOL`
 * (percent), `PURPOSE.TOOL`, `others.TOOL`, and the values of the landscape, Google's pages, years and stars.
 *
 * Missing: NaN where not measured
 */
export function computedValues(study: StudyData): ReadonlyMap<string, number> {
  return new Map([
    ...usageValues(study.publishedGithub),
    ...["Netflix", "Uber"].flatMap((company) => landscapeValues(study, company)),
    ...(["text", "title"] as const).map(
      (place) => [`google.own-tool-first.${place}`, ownToolsFirst(study.publishedGoogle, place)] as const,
    ),
    ...yearValues(study.years),
    ["stars.first", checkedRows(popularity(study.publishedStars), STAR_COLUMNS)[0]?.value ?? Number.NaN],
  ]);
}

function usageValues(github: Frame): Values {
  const totals = totalsByTool(github);
  const byPurpose = countsByPurpose(github);
  const totalRows = checkedRows(totals, TOTAL_COLUMNS);
  const others = checkedRows(partsOfUse(byPurpose), PART_COLUMNS).filter((row) => row.part === "others");
  return [
    ["total", totalRows.reduce((sum, row) => sum + row.value, 0)],
    ...checkedRows(sharesByTool(totals), SHARE_COLUMNS).map(
      (row) => [`share.${idOf(row)}`, 100 * row.share] as const,
    ),
    ...checkedRows(byPurpose, PURPOSE_COLUMNS).map(
      (row) => [`${row.purpose}.${idOf(row)}`, row.value] as const,
    ),
    ...others.map((row) => [`others.${idOf(row)}`, row.value] as const),
  ];
}

function landscapeValues(study: StudyData, company: string): Values {
  const rows = checkedRows(landscapeOf(study.landscape, study.found, company), COMPANY_LANDSCAPE_COLUMNS);
  const id = company.toLowerCase();
  const lookedUp = rows.filter((row) => !Number.isNaN(row.found));
  return [
    [`landscape.largest.${id}`, Math.max(...rows.map((row) => row.text || 0))],
    [`landscape.looked-up.${id}`, lookedUp.length],
    [`landscape.in-use.${id}`, lookedUp.filter((row) => row.found === 1).length],
    [`landscape.kept.${id}`, rows.filter((row) => row.kept).length],
    ...rows.map((row) => [`landscape.text-share.${id}.${idOf(row)}`, row.textShare] as const),
    ...rows.map((row) => [`landscape.title-share.${id}.${idOf(row)}`, row.titleShare] as const),
  ];
}

/** At how many companies the own tool stands on more pages than every public one. */
function ownToolsFirst(google: Frame, place: "text" | "title"): number {
  const pages = checkedRows(googleByCompany(google), PAGE_COLUMNS).filter((row) => row.place === place);
  const own = pages.filter((row) => row.kind === "own");
  const isFirst = (tool: (typeof pages)[number]) =>
    pages.every((row) => row.company !== tool.company || row.tool === tool.tool || row.value < tool.value);
  return own.filter(isFirst).length;
}

function yearValues(years: Frame): Values {
  const rows = checkedRows(yearsOfTools(years), TOOL_YEAR_COLUMNS);
  const firstBy = (by: string) => Math.min(...rows.filter((row) => row.by === by).map((row) => row.year));
  return [
    ["years.first.company", firstBy("company")],
    ["years.first.open-source", firstBy("open source")],
  ];
}

/** A tool's name as part of an id: `wandb`, `google-colab`. */
function idOf({ tool }: { readonly tool: string }): string {
  return tool.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}
