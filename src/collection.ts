/** What the collection notebook uses: the plan that the configuration makes, and the ways to show it. */
export { openPlan } from "./notebook/open-plan.js";
export { say } from "./notebook/say.js";
export { table } from "./notebook/table.js";
