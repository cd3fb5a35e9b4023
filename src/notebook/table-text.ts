/** A table before it is shown: headings and cells as text, and which columns hold numbers. */
export interface TableText {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
}

/** The table in HTML; what the cells say is text, whatever it looks like. */
export function tableHtml({ caption, headings, cells, numeric }: TableText): string {
  const align = (column: number) => (numeric[column] === true ? "right" : "left");
  const head = headings.map(
    (heading, i) => `<th scope="col" style="text-align:${align(i)}">${escapeHtml(heading)}</th>`,
  );
  const body = cells.map((row) => {
    const columns = row.map(
      (cell, i) => `<td style="text-align:${align(i)}${breaksOf(cell)}">${escapeHtml(cell)}</td>`,
    );
    return `<tr>${columns.join("")}</tr>`;
  });
  return [
    "<table>",
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>\n${body.join("\n")}\n</tbody>`,
    "</table>",
  ].join("\n");
}

/** A word that is longer than this is broken to fit, as long expressions and addresses must be. */
const LONG_WORD = /\S{41}/;

function breaksOf(cell: string): string {
  return LONG_WORD.test(cell) ? ";overflow-wrap:anywhere;min-width:18em" : "";
}

/** The same table in columns of plain text, for readers that show no HTML. */
export function tablePlain({ caption, headings, cells, numeric }: TableText): string {
  const widths = headings.map((heading, i) =>
    Math.max(heading.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (numeric[i] === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [caption, line(headings), ...cells.map(line)].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as HTML shows it, whatever it looks like. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
