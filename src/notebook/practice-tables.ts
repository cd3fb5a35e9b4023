import type { TableOptions } from "./table.js";

/** Tables of counts as they are, or each with a caption that says practice: a table may be seen without its notebook. */
export function countTables<Tables extends Readonly<Record<string, TableOptions>>>(
  tables: Tables,
  isPractice: boolean,
  searched = "sample files, not GitHub",
): Tables {
  if (!isPractice) return tables;
  const marked = Object.entries(tables).map(([name, options]) => [
    name,
    { ...options, caption: `PRACTICE, ${searched}: ${options.caption}` },
  ]);
  return Object.fromEntries(marked) as Tables;
}
