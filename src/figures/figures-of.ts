import {
  countsByPurpose,
  type Frame,
  googleByCompany,
  landscapeOf,
  partsOfUse,
  popularity as popularityFrame,
  remainderBounds,
  sharesByTool,
  toolsOf,
  totalsByTool,
  yearsOfTools,
} from "../frames/index.js";
import type { StudyData, StudyFrames } from "../frames/study-data.js";
import { adoptionTimeline } from "./adoption-timeline.js";
import { companiesOwnTool, companiesPublicTools } from "./company-tools.js";
import type { Figure } from "./figure.js";
import { landscape } from "./landscape.js";
import { popularity } from "./popularity.js";
import { purposes } from "./purposes.js";
import { share } from "./share.js";
import { toolPurposeShare } from "./tool-purpose-share.js";
import { toolPurposes } from "./tool-purposes.js";
import { totalUsage } from "./total-usage.js";

/** The companies whose landscape the study explored. */
const LANDSCAPES = ["Netflix", "Uber"];

/** A source line for each frame of a study. */
export type Sources = Readonly<Record<keyof StudyFrames, string>>;

type Drawn = StudyFrames & Pick<StudyData, "companyOptions">;

/** Every figure of a study, in the order in which the notebook shows them. Errors: those of the frames. */
export function figuresOf(study: Drawn, sources: Sources): Figure[] {
  return [
    ...usageFigures(study.github, sources.github),
    ...companyFigures(study, sources),
    ...contextFigures(study, sources),
  ];
}

function usageFigures(github: Frame, source: string): Figure[] {
  const totals = totalsByTool(github);
  const byPurpose = countsByPurpose(github);
  const [parts, remainder, tools] = [partsOfUse(byPurpose), remainderBounds(github), toolsOf(github)];
  return [
    totalUsage(totals, source),
    share(sharesByTool(totals), source),
    purposes(byPurpose, source),
    ...tools.map((tool) => toolPurposes(byPurpose, remainder, { tool, source })),
    ...tools.map((tool) => toolPurposeShare(parts, remainder, { tool, source })),
  ];
}

function companyFigures(
  { google, companyOptions, landscape: tried, found }: Drawn,
  sources: Sources,
): Figure[] {
  const pages = googleByCompany(google);
  return [
    companiesPublicTools(pages, sources.google, companyOptions),
    companiesOwnTool(pages, sources.google, companyOptions),
    ...LANDSCAPES.map((company) => landscape(landscapeOf(tried, found, company), company, sources.landscape)),
  ];
}

function contextFigures({ years, stars }: StudyFrames, sources: Sources): Figure[] {
  return [
    adoptionTimeline(yearsOfTools(years), sources.years),
    popularity(popularityFrame(stars), sources.stars),
  ];
}
