// First, so that the drawing thread loads beside everything else.
import "./figures/shared-renderer.js";

/** What the visualization notebook uses: the study, its frames, its figures, and the ways to show them. */
export { countShownByGitHub } from "./census/count.js";
export * as figures from "./figures/index.js";
export { shortCountText } from "./figures/number-text.js";
export * as frames from "./frames/index.js";
export * as findings from "./notebook/findings.js";
export { openStudy } from "./notebook/open-notebook-study.js";
export * as pageFindings from "./notebook/page-findings.js";
export { say } from "./notebook/say.js";
export { table } from "./notebook/table.js";
