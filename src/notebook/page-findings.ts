import { PLACES } from "../census/page-search.js";
import { countText, percentIntervalText, percentText } from "../figures/number-text.js";
import { toolName } from "../figures/tool-style.js";
import { checkedRows, type Frame, type RowOf } from "../frames/data-frame.js";
import { PAGE_COLUMNS } from "../frames/google-by-company.js";
import { LANDSCAPE_THRESHOLD } from "../frames/landscape-of.js";
import { OWN_PUBLIC_COLUMNS } from "../frames/own-against-public.js";
import { PRECISION_COLUMNS } from "../frames/precision.js";
import { AGREEMENT_COLUMNS, ALL_COMPANIES } from "../frames/rank-agreement.js";
import { TOOLS_FOUND_COLUMNS } from "../frames/tools-found.js";
import { inWords } from "./in-words.js";
import { nameText } from "./markdown-text.js";

/** The sentences that read a frame of Google's pages to the notebook's reader. Every number in them is computed. */

/** What a sentence must know of where its pages were searched. */
interface Searched {
  readonly isPractice: boolean;
}

const IN_GOOGLE: Searched = { isPractice: false };

type OwnRow = RowOf<typeof OWN_PUBLIC_COLUMNS>;

/** The public tool with most pages at each company. Input: what `googleByCompany` returns. */
export function mostNamed(pages: Frame, searched = IN_GOOGLE): string {
  const measured = checkedRows(pages, PAGE_COLUMNS).filter(
    (row) => row.kind === "public" && !Number.isNaN(row.value),
  );
  if (measured.length === 0) return `No public tool was measured${sampleText(searched)}.`;
  const rows = measured.filter((row) => row.value > 0);
  const parts = PLACES.flatMap((place) => {
    const found = rows.filter((row) => row.place === place);
    const companies = [...new Set(found.map((row) => row.company))];
    const leaders = companies.map((company) => leaderText(found.filter((row) => row.company === company)));
    return leaders.length === 0 ? [] : [`In the ${place}, ${inWords(leaders)}.`];
  });
  if (parts.length === 0) return `No page names a company and a public tool${sampleText(searched)}.`;
  return [`The public tools with most pages${sampleText(searched)}.`, ...parts].join(" ");
}

function leaderText(rows: readonly RowOf<typeof PAGE_COLUMNS>[]): string {
  const most = Math.max(...rows.map((row) => row.value));
  const tools = rows.filter((row) => row.value === most).map((row) => toolName(row.tool));
  const each = tools.length > 1 ? " each" : "";
  return `${tools.join(" and ")} at ${rows[0]?.company} (${countText(most)}${each})`;
}

/** The own tool's share beside the public ones. Input: what `ownAgainstPublic` returns. */
export function ownAgainstPublic(compared: Frame, searched = IN_GOOGLE): string {
  const rows = checkedRows(compared, OWN_PUBLIC_COLUMNS);
  if (rows.length === 0) return "No company was searched.";
  const parts = (["title", "text"] as const).flatMap((place) => {
    const known = rows.filter((row) => row.place === place && row.note === "");
    return known.length === 0 ? [] : [`In the ${place}, ${inWords(known.map(ownShareText))}.`];
  });
  const none = rows.filter((row) => row.place === "title" && row.note === "no own tool");
  const untold = rows.filter((row) => row.note !== "" && row.note !== "no own tool");
  const lead = `Of the counts that a company's own tool and the public tools have together${sampleText(searched)}, the own tool has these shares.`;
  return [
    ...(parts.length === 0
      ? [`No own tool can be set beside public ones${sampleText(searched)}.`]
      : [lead, ...parts]),
    ...(none.length === 0
      ? []
      : [
          `${inWords(none.map((row) => nameText(row.company)))} ${none.length === 1 ? "was not paired with a tool of its own" : "were not paired with tools of their own"}.`,
        ]),
    ...untold.map((row) => `${nameText(row.company)} in the ${row.place}: ${row.note}.`),
  ].join(" ");
}

function ownShareText({ ownTool, company, share, shareLow, shareHigh }: OwnRow): string {
  const interval = percentIntervalText({ low: shareLow, high: shareHigh });
  return `${nameText(ownTool)} at ${nameText(company)} ${percentText(share)}${bracketed(interval)}`;
}

/** How many tools are over the threshold, and which. Input: what `toolsFound` returns. */
export function toolsFound(found: Frame, searched = IN_GOOGLE): string {
  const rows = checkedRows(found, TOOLS_FOUND_COLUMNS);
  const known = rows.filter((row) => !Number.isNaN(row.found));
  const absent = rows.filter((row) => Number.isNaN(row.found)).map((row) => nameText(row.company));
  const parts = known.map((row) => {
    const range = row.low === row.high ? "" : `, ${row.low} to ${row.high} by the intervals`;
    const names =
      row.tools === "" ? "" : `: ${inWords(row.tools.split(", ").map((tool) => nameText(toolName(tool))))}`;
    return `${nameText(row.company)} ${row.found} of ${row.measured}${range}${names}`;
  });
  const missing = absent.length === 0 ? "" : ` Not measured in the text: ${inWords(absent)}.`;
  if (parts.length === 0) return `No company's texts were measured${sampleText(searched)}.`;
  return `Tools over the threshold of ${LANDSCAPE_THRESHOLD}${sampleText(searched)}, most pages first. ${parts.join(". ")}.${missing}`;
}

/** From so large a correlation on, two orders are said to agree, or to agree in part. */
const AGREEMENTS = [
  { least: 0.7, words: "agree on the order of the tools" },
  { least: 0.3, words: "agree in part" },
  { least: -0.3, words: "do not agree" },
  { least: -1, words: "tend to reversed orders" },
] as const;

/** Whether texts and titles rank the tools alike. Input: what `rankAgreement` returns. */
export function rankAgreement(agreement: Frame, searched = IN_GOOGLE): string {
  const rows = checkedRows(agreement, AGREEMENT_COLUMNS);
  const known = rows.filter((row) => !Number.isNaN(row.rho));
  const untold = rows.filter((row) => Number.isNaN(row.rho)).map((row) => nameText(row.company));
  const levelOf = (rho: number) => AGREEMENTS.find(({ least }) => rho >= least);
  const parts = AGREEMENTS.flatMap((level) => {
    const of = known.filter((row) => levelOf(row.rho) === level).map(rhoText);
    return of.length === 0 ? [] : [`${level.words} for ${inWords(of)}`];
  });
  const missing = untold.length === 0 ? "" : ` It cannot be told for ${inWords(untold)}.`;
  if (parts.length === 0) {
    return `Whether texts and titles agree cannot be told${sampleText(searched)}: it takes three tools measured in both, with counts that differ.`;
  }
  return `Texts and titles${sampleText(searched)} ${parts.join("; they ")}.${missing}`;
}

function rhoText({ company, tools, rho }: RowOf<typeof AGREEMENT_COLUMNS>): string {
  const name = company === ALL_COMPANIES ? "all companies together" : nameText(company);
  const rounded = Math.round(100 * rho) / 100 || 0;
  return `${name} (ρ = ${rounded.toFixed(2).replace("-", "−")}, ${tools} ${company === ALL_COMPANIES ? "pairs" : "tools"})`;
}

/** How much of what was looked up is relevant, by reviewer. Input: what `precision` returns. */
export function precision(reviewed: Frame): string {
  const rows = checkedRows(reviewed, PRECISION_COLUMNS);
  const wholes = rows.filter((row) => row.company === "" && row.tool === "");
  if (wholes.length === 0) return "Nothing was looked up by hand.";
  return wholes
    .map((whole) => {
      const companies = rows.filter(
        (row) => row.reviewer === whole.reviewer && row.company !== "" && row.tool === "" && row.reviewed > 0,
      );
      const waiting = whole.waiting === 0 ? "" : ` ${countText(whole.waiting)} not looked at yet.`;
      if (whole.reviewed === 0) return `By ${whole.reviewer}: nothing yet.${waiting}`;
      const each = companies.map((row) => `${nameText(row.company)} ${tallyText(row)}`);
      return `By ${whole.reviewer}: **${tallyText(whole)}** relevant; ${inWords(each)}.${waiting}`;
    })
    .join(" ");
}

function tallyText({ relevant, reviewed, share, low, high }: RowOf<typeof PRECISION_COLUMNS>): string {
  const interval = bracketed(percentIntervalText({ low, high }));
  return `${countText(relevant)} of ${countText(reviewed)}, ${percentText(share)}${interval}`;
}

function sampleText({ isPractice }: Searched): string {
  return isPractice ? " in the sample pages" : "";
}

function bracketed(text: string): string {
  return text === "" ? "" : ` (${text})`;
}
