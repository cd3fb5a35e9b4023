/** What the collection notebook uses: the plan that the configuration makes, the collection, and the ways to show both. */
export { openCollection } from "./notebook/open-collection.js";
export { say } from "./notebook/say.js";
export { table } from "./notebook/table.js";
