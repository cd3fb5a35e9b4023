import { alternation } from "./alternation.js";
import type { Chain } from "./chain.js";
import { FileText } from "./file-text.js";
import { LiteralScan } from "./literal-scan.js";
import { type QueryPlan, shortest } from "./plan-query.js";

/** An entry set should be as long as this, in bytes: shorter texts are in too many files. */
const LONG_ENOUGH = 6;

/** Tells which of its queries match a file. */
export class Matcher {
  readonly #plans: ReadonlyMap<number, QueryPlan>;
  /** No file without one of these needs a second look; undefined where every file does. */
  readonly #entry: RegExp | undefined;
  readonly #scans: readonly ChainScan[];
  readonly #unbounded: readonly number[];

  /** Input: plans, by the number under which their query is reported */
  constructor(plans: ReadonlyMap<number, QueryPlan>) {
    this.#plans = plans;
    const all = [...plans];
    this.#scans = [true, false].flatMap((isFolded) => maybeScan(all, isFolded) ?? []);
    this.#unbounded = all.flatMap(([index, { chains }]) => (chains.length === 0 ? [index] : []));
    this.#entry = this.#unbounded.length > 0 ? undefined : entryOf([...plans.values()]);
  }

  /** The numbers of the queries that match, in rising order. A file that is not text matches none. */
  match(bytes: Uint8Array): readonly number[] {
    const file = new FileText(bytes);
    const latin1 = file.asLatin1();
    if (!this.#mayMatch(file, latin1) || !file.isText()) return [];
    const found = new Set<number>();
    const open = new Set(this.#unbounded);
    for (const { scan, owners, isFolded } of this.#scans) {
      for (const chain of scan.occurring(file.asLines(latin1, isFolded))) {
        const { index, isExact } = owners[chain] as Owner;
        (isExact ? found : open).add(index);
      }
    }
    for (const index of open) {
      if (!found.has(index) && this.#plans.get(index)?.expression.test(file.whole())) found.add(index);
    }
    return [...found].sort((one, other) => one - other);
  }

  #mayMatch(file: FileText, latin1: string): boolean {
    return (
      this.#entry === undefined ||
      this.#entry.test(latin1) ||
      (this.#entry.ignoreCase && file.hasAsciiAlike())
    );
  }
}

/** Chains of one kind of text, and for each the query that it is of. */
interface ChainScan {
  readonly scan: LiteralScan;
  readonly owners: readonly Owner[];
  readonly isFolded: boolean;
}

interface Owner {
  readonly index: number;
  readonly isExact: boolean;
}

function maybeScan(
  plans: readonly (readonly [number, QueryPlan])[],
  isFolded: boolean,
): ChainScan | undefined {
  const chains = plans
    .filter(([, plan]) => plan.isFolded === isFolded)
    .flatMap(([index, plan]) => plan.chains.map((chain) => ({ index, chain })));
  if (chains.length === 0) return undefined;
  return {
    scan: new LiteralScan(chains.map(({ chain }) => chain)),
    owners: chains.map(({ index, chain }) => ({ index, isExact: chain.isExact })),
    isFolded,
  };
}

/** One set of each chain must be in a file; the scans find out in which letter case. */
function entryOf(plans: readonly QueryPlan[]): RegExp {
  const texts = plans.flatMap(({ chains }) => chains.flatMap(entrySet));
  return new RegExp(alternation(texts), plans.some(({ isFolded }) => isFolded) ? "i" : "");
}

/** The first set is preferred: queries about one tool often share it. */
function entrySet({ sets }: Chain): readonly string[] {
  const longest = [...sets].sort((one, other) => shortest(other) - shortest(one))[0];
  const set = sets.find((candidate) => shortest(candidate) >= LONG_ENOUGH) ?? longest ?? [];
  return set.map(({ text, lead, tail }) => text.slice(lead, text.length - tail));
}
