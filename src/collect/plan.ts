import type { CountSource } from "../census/count-source.js";
import { type Duration, type Pace, waitingTime } from "../census/pace.js";

/** What makes a number another one than it seems. */
export interface PlanWarning {
  readonly message: string;
}

/** One search, with its place in the order of asking, from 1. */
export interface PlanEntry<Query> {
  readonly position: number;
  readonly query: Query;
  /** What is typed into the search. */
  readonly text: string;
  readonly address: string;
  /** Why it will have no number, known before it is asked; absent where it can be asked. */
  readonly refusal?: string;
  /** Nothing where it is not asked. */
  readonly warnings: readonly PlanWarning[];
}

/** All that a collection would ask, before it asks anything. */
export interface Plan<Query> {
  readonly entries: readonly PlanEntry<Query>[];
  /** How often something is asked: each text once, or as often as it is repeated. */
  readonly searches: number;
  /** Requests that this makes; a search can cost several. */
  readonly requests: number;
  readonly repeats: number;
  readonly pace: Pace;
  /** The waits alone: how long the service takes to answer is not known. */
  readonly duration: Duration;
}

/** Whether one of the services may be asked, in words; never a value. */
export interface Credential {
  readonly what: string;
  /** What is set, or what to set. */
  readonly words: string;
}

/** What a source says of a query without being asked. */
export type Asker<Query> = Pick<CountSource<Query>, "textOf" | "addressOf" | "maybeRefusal" | "requestsFor">;

export interface PlanOptions<Query> {
  /** In the order of asking. */
  readonly queries: readonly Query[];
  readonly asker: Asker<Query>;
  readonly pace: Pace;
  readonly repeats: number;
  /** Default: no query has any. */
  readonly warningsOf?: (query: Query) => readonly PlanWarning[];
}

/** The plan of these queries. Nothing is asked. */
export function planOf<Query>(options: PlanOptions<Query>): Plan<Query> {
  const { asker, pace, repeats } = options;
  const entries = options.queries.map((query, index) => entryOf(query, index + 1, options));
  const distinct = entries.filter((one) => one === entries.find(({ text }) => text === one.text));
  const asked = askedEntries({ entries: distinct });
  const searches = asked.length * repeats;
  const requests = asked.reduce((sum, { query }) => sum + asker.requestsFor(query), 0) * repeats;
  return { entries, searches, requests, repeats, pace, duration: waitingTime(searches, pace) };
}

/** The searches of a plan that can be asked, in their order. */
export function askedEntries<Query>({ entries }: Pick<Plan<Query>, "entries">): readonly PlanEntry<Query>[] {
  return entries.filter(({ refusal }) => refusal === undefined);
}

function entryOf<Query>(
  query: Query,
  position: number,
  { asker, warningsOf = () => [] }: PlanOptions<Query>,
): PlanEntry<Query> {
  const refusal = asker.maybeRefusal(query);
  return {
    position,
    query,
    text: asker.textOf(query),
    address: asker.addressOf(query),
    ...(refusal !== undefined && { refusal }),
    warnings: refusal === undefined ? warningsOf(query) : [],
  };
}
