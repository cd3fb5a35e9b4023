import { isAbsolute, relative } from "node:path";
import { PROJECT_ROOT } from "./project-root.js";

/** The path as messages give it: from the project's folder where it is inside. */
export function shownPath(path: string): string {
  const inside = relative(PROJECT_ROOT, path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}
