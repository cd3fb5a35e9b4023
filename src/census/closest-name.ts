/**
 * The known name that a person probably meant, or undefined where none is near.
 *
 * Near: letter case apart, at most one wrong letter in four, two letters swapped being one; or the beginning of a
 * name up to an underscore or as far as half of it, as in `GH_TOTP` for `GH_TOTP_SECRET`, `GH_USER` for `GH_USERNAME`.
 */
export function maybeClosestName(written: string, known: readonly string[]): string | undefined {
  const near = known
    .map((name) => ({ name, distance: letterDistance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 4)))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.name ?? known.find((name) => isBeginning(written.toLowerCase(), name.toLowerCase()));
}

/** One word alone begins too many names, so that inside of a name's last word something must stand before it. */
function isBeginning(written: string, name: string): boolean {
  const isLong = written.includes("_") && written.length * 2 >= name.length;
  return name.startsWith(`${written}_`) || (isLong && name.startsWith(written));
}

/** ` (did you mean "metric"?)`, or nothing. */
export function didYouMean(written: string, known: readonly string[]): string {
  const name = maybeClosestName(written, known);
  return name === undefined ? "" : ` (did you mean "${name}"?)`;
}

/** The known name that differs only in letter case and in what stands between its words, or undefined. */
export function maybeSameName(written: string, known: readonly string[]): string | undefined {
  return known.find((name) => bare(name) === bare(written));
}

/** The known name that differs, besides, in one letter at most, or undefined. */
export function maybeNameOneLetterOff(written: string, known: readonly string[]): string | undefined {
  return known.find((name) => letterDistance(bare(written), bare(name)) <= 1);
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** How many letters were added, left out, changed or swapped with the next (optimal string alignment). */
function letterDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1) {
    rows[row] = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwapped ? at(row - 2, column - 2) + 1 : changed;
      rows[row]?.push(Math.min(changed, swapped, at(row - 1, column) + 1, at(row, column - 1) + 1));
    }
  }
  return at(a.length, b.length);
}
