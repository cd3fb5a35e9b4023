import { createHash } from "node:crypto";
import { basename, isAbsolute } from "node:path";
import { shownPath } from "../census/shown-path.js";

/**
 * What results call the places that were counted: their path in the project; outside it, their last name and digits that
 * tell apart those of one name, since a whole path tells more than a reader of results should know.
 *
 * Input: absolute paths
 */
export function corpusName(places: readonly string[]): string {
  return places.map(placeName).join(", ");
}

function placeName(place: string): string {
  const shown = shownPath(place);
  if (!isAbsolute(shown)) return shown.replaceAll("\\", "/") || ".";
  const digits = createHash("sha1").update(place).digest("hex").slice(0, 8);
  return `${basename(place)} (${digits})`;
}
