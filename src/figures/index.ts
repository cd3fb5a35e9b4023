/** Every figure: a frame (and the line that names its source) in, a Vega-Lite specification out. */
export { adoptionTimeline } from "./adoption-timeline.js";
export { companiesOwnTool, companiesPublicTools } from "./company-tools.js";
export type { Figure } from "./figure.js";
export { growth } from "./growth.js";
export { landscape } from "./landscape.js";
export { popularity } from "./popularity.js";
export { purposes } from "./purposes.js";
export { share } from "./share.js";
export { toolPurposeShare } from "./tool-purpose-share.js";
export { toolPurposes } from "./tool-purposes.js";
export { totalUsage } from "./total-usage.js";
