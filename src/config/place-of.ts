import { isAbsolute, relative } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";

/** How a file is named to the person: inside the project by its path there, elsewhere by the path as given. */
export function placeOf(path: string): string {
  const inside = relative(PROJECT_ROOT, path);
  return isAbsolute(inside) || inside.startsWith("..") ? path : inside;
}
