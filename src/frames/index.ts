/** Every frame: a pure function from the study's data, or from another frame, to a new one. */
export { countsByPurpose } from "./counts-by-purpose.js";
export type { Frame } from "./data-frame.js";
export { rowsOf } from "./data-frame.js";
export { googleByCompany } from "./google-by-company.js";
export { growth } from "./growth.js";
export { landscapeOf } from "./landscape-of.js";
export { partsOfUse } from "./parts-of-use.js";
export { popularity } from "./popularity.js";
export { remainderBounds } from "./remainder-bounds.js";
export { checkReportedValues, requireReportedValues } from "./reported-values.js";
export { sharesByTool } from "./shares-by-tool.js";
export { slipsOf } from "./slips-of.js";
export { toolsOf } from "./tools-of.js";
export { totalsByTool } from "./totals-by-tool.js";
export { yearsOfTools } from "./years-of-tools.js";
