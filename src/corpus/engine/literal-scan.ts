import { alternation } from "./alternation.js";
import type { Chain } from "./chain.js";

/** What the occurrence of a literal means for a chain. */
interface Step {
  /** Where the end of the chain's part before it is kept; the end of this one is kept right behind. */
  readonly slot: number;
  /** From the literal's first character to the first that it uses up, and to the one behind the last. */
  readonly from: number;
  readonly to: number;
}

const NEVER = 2 ** 31 - 1;

/**
 * Finds all chains in a text at once, in one pass.
 *
 * For each chain and each of its sets the earliest end is kept that an occurrence in turn can have. Occurrences come
 * in the order of their starts, so whatever ends before one starts is already known.
 */
export class LiteralScan {
  readonly #steps: ReadonlyMap<string, readonly Step[]>;
  readonly #literals: RegExp;
  /** The slot of each chain's last set. */
  readonly #lastSlots: readonly number[];
  /** A text begins behind the newline before it. */
  readonly #start: Int32Array;
  readonly #ends: Int32Array;

  constructor(chains: readonly Chain[]) {
    const { steps, slots, lastSlots } = stepsOf(chains);
    this.#steps = withPrefixes(steps);
    this.#literals = new RegExp(alternation([...steps.keys()]), "g");
    this.#lastSlots = lastSlots;
    this.#start = Int32Array.from(slots);
    this.#ends = new Int32Array(slots.length);
  }

  /** The indexes of the chains that occur. Input: lines, a text between two newlines */
  occurring(lines: string): readonly number[] {
    this.#ends.set(this.#start);
    const literals = this.#literals;
    literals.lastIndex = 0;
    for (let hit = literals.exec(lines); hit !== null; hit = literals.exec(lines)) {
      literals.lastIndex = hit.index + 1;
      this.#take(this.#steps.get(hit[0]) ?? [], hit.index, lines.length - 1);
    }
    return this.#ended();
  }

  /** A plain loop: it runs for every file over every chain. */
  #ended(): readonly number[] {
    const chains: number[] = [];
    for (let chain = 0; chain < this.#lastSlots.length; chain += 1) {
      const slot = this.#lastSlots[chain] as number;
      if ((this.#ends[slot] as number) < NEVER) chains.push(chain);
    }
    return chains;
  }

  #take(steps: readonly Step[], at: number, textEnd: number): void {
    const ends = this.#ends;
    for (const { slot, from, to } of steps) {
      const end = at + to;
      if ((ends[slot] as number) > at + from || end > textEnd) continue;
      if (end < (ends[slot + 1] as number)) ends[slot + 1] = end;
    }
  }
}

function stepsOf(chains: readonly Chain[]): {
  steps: ReadonlyMap<string, Step[]>;
  slots: readonly number[];
  lastSlots: readonly number[];
} {
  const steps = new Map<string, Step[]>();
  const [slots, lastSlots]: [number[], number[]] = [[], []];
  for (const { sets } of chains) {
    slots.push(1);
    for (const set of sets) {
      for (const { text, lead, tail } of set) {
        const step = { slot: slots.length - 1, from: lead, to: text.length - tail };
        steps.set(text, [...(steps.get(text) ?? []), step]);
      }
      slots.push(NEVER);
    }
    lastSlots.push(slots.length - 1);
  }
  return { steps, slots, lastSlots };
}

/** Where a literal stands, all those stand too that it begins with. What ends first goes first. */
function withPrefixes(steps: ReadonlyMap<string, readonly Step[]>): ReadonlyMap<string, readonly Step[]> {
  const all = new Map<string, readonly Step[]>();
  for (const text of steps.keys()) {
    const begun = Array.from(text, (_, index) => steps.get(text.slice(0, index + 1)) ?? []).flat();
    all.set(
      text,
      begun.sort((one, other) => one.to - other.to),
    );
  }
  return all;
}
