/**
 * A text to find as it stands, in a file's bytes as latin1 between two newlines.
 *
 * `^` and `$` are newlines that are looked at and not used up: `lead` and `tail` tell how many of the text's first
 * and last characters are such.
 */
export interface Literal {
  readonly text: string;
  readonly lead: 0 | 1;
  readonly tail: 0 | 1;
}

export const EMPTY: Literal = { text: "", lead: 0, tail: 0 };
export const LINE_START: Literal = { text: "\n", lead: 1, tail: 0 };
export const LINE_END: Literal = { text: "\n", lead: 0, tail: 1 };

/** How many of its characters a match uses up. */
export function usedLength({ text, lead, tail }: Literal): number {
  return text.length - lead - tail;
}

/**
 * Every text of one set followed by every text of the other; those that contradict each other, such as `a^`, are
 * none. Undefined where that would be more than `most`, or where it cannot be told.
 */
export function maybeProduct(
  before: readonly Literal[],
  after: readonly Literal[],
  most: number,
): readonly Literal[] | undefined {
  if (before.length * after.length > most) return undefined;
  if (before.some(({ tail }) => tail === 1) && after.some(({ lead }) => lead === 1)) return undefined;
  return before.flatMap((one) => after.flatMap((other) => join(one, other)));
}

function join(one: Literal, other: Literal): readonly Literal[] {
  if (one.text === "") return [other];
  if (other.text === "") return [one];
  const [lead, tail] = [one.lead, other.tail];
  if (one.tail === 0 && other.lead === 0) return [{ text: one.text + other.text, lead, tail }];
  const isSame = one.text.endsWith("\n") && other.text.startsWith("\n");
  return isSame ? [{ text: one.text + other.text.slice(1), lead, tail }] : [];
}
