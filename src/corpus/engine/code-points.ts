/** A set of characters: ranges of code points, both ends included, in rising order with gaps between them. */
export type CodePoints = readonly Range[];

type Range = readonly [first: number, last: number];

const LAST = 0x10_ffff;

export const EVERY_CHARACTER: CodePoints = [[0, LAST]];

export function charactersOf(text: string): CodePoints {
  return union([...text].map((character): CodePoints => [[codeOf(character), codeOf(character)]]));
}

export function union(sets: readonly CodePoints[]): CodePoints {
  const merged: [number, number][] = [];
  for (const [first, last] of sets.flat().sort(([one], [other]) => one - other)) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

export function complement(set: CodePoints): CodePoints {
  const gaps: Range[] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return next > LAST ? gaps : [...gaps, [next, LAST]];
}

export function isEveryCharacter(set: CodePoints): boolean {
  return complement(set).length === 0;
}

/** Each code point, or undefined where there are more than `most`. */
export function maybeListed(set: CodePoints, most: number): readonly number[] | undefined {
  const size = set.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (size > most) return undefined;
  return set.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
