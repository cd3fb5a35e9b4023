/** Every frame: a pure function from the study's data, or from another frame, to a new one. */

export { correctedSearches } from "./corrected-searches.js";
export { countsByPurpose } from "./counts-by-purpose.js";
export type { Frame } from "./data-frame.js";
export { rowsOf } from "./data-frame.js";
export { googleByCompany } from "./google-by-company.js";
export { growth } from "./growth.js";
export { landscapeOf } from "./landscape-of.js";
export { normalisedPages } from "./normalised-pages.js";
export { overThreshold } from "./over-threshold.js";
export { ownAgainstPublic } from "./own-against-public.js";
export { partsOfUse } from "./parts-of-use.js";
export { popularity } from "./popularity.js";
export { precision } from "./precision.js";
export { rankAgreement } from "./rank-agreement.js";
export { remainderBounds } from "./remainder-bounds.js";
export { repeatedSearches } from "./repeated-searches.js";
export { checkReportedValues, requireReportedValues } from "./reported-values.js";
export { sharesByTool } from "./shares-by-tool.js";
export { slipsOf } from "./slips-of.js";
export { toolsFound } from "./tools-found.js";
export { toolsOf } from "./tools-of.js";
export { totalsByTool } from "./totals-by-tool.js";
export { yearsOfTools } from "./years-of-tools.js";
