import { type Literal, maybeProduct } from "./literal.js";

/**
 * Sets of literals that occur one after another, with anything between: first one of the first set, behind its end
 * one of the second, and so on. The sets that stand next to each other are one.
 */
export interface Chain {
  readonly sets: readonly (readonly Literal[])[];
  /** Whether anything may come before the first set, and after the last. A chain of no set is open on both sides. */
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
  /** Whether every text that holds the chain matches. Otherwise only the converse is sure. */
  readonly isExact: boolean;
}

/** More texts in a set, and more chains a query, are not worth it. */
export const MOST_LITERALS = 64;
export const MOST_CHAINS = 16;

/** Anything: what a part is taken for that literals cannot tell. */
export const ANYTHING: Chain = { sets: [], isOpenBefore: true, isOpenAfter: true, isExact: true };
export const SOMETHING: Chain = { ...ANYTHING, isExact: false };

export function chainOf(literals: readonly Literal[], isExact = true): Chain {
  return { sets: [literals], isOpenBefore: false, isOpenAfter: false, isExact };
}

/** One chain right behind the other. */
export function follow(one: Chain, other: Chain): Chain {
  const ends = {
    isOpenBefore: one.isOpenBefore,
    isOpenAfter: other.isOpenAfter,
    isExact: one.isExact && other.isExact,
  };
  if (one.isOpenAfter || other.isOpenBefore) return { ...ends, sets: [...one.sets, ...other.sets] };
  const [last = [], first = []] = [one.sets.at(-1), other.sets[0]];
  const joined = maybeProduct(last, first, MOST_LITERALS);
  if (joined === undefined) return { ...ends, sets: [...one.sets, ...other.sets], isExact: false };
  return { ...ends, sets: one.sets.slice(0, -1).concat([joined], other.sets.slice(1)) };
}

/** Any of the chains. Those of one closed set each become one. */
export function anyOf(chains: readonly Chain[]): readonly Chain[] {
  if (chains.length === 1) return chains;
  const closed = chains.filter(
    ({ sets, isOpenBefore, isOpenAfter }) => sets.length === 1 && !isOpenBefore && !isOpenAfter,
  );
  const literals = distinct(closed.flatMap(({ sets }) => sets.flat()));
  const others = chains.filter((chain) => !closed.includes(chain));
  if (closed.length === 0) return others;
  if (literals.length > MOST_LITERALS) return [SOMETHING];
  return [
    chainOf(
      literals,
      closed.every(({ isExact }) => isExact),
    ),
    ...others,
  ];
}

function distinct(literals: readonly Literal[]): readonly Literal[] {
  const byForm = literals.map((literal) => [JSON.stringify(literal), literal] as const);
  return [...new Map(byForm).values()];
}
