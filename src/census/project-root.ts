import { fileURLToPath } from "node:url";

/** The project's folder, absolute; the same whether this runs from `src/` or, compiled, from `dist/`. */
export const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));
