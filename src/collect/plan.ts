import type { CountSource } from "../census/count-source.js";
import { type Duration, type Pace, waitingTime } from "../census/pace.js";
import type { MiningQuery } from "../census/query.js";
import type { Configuration } from "../config/configuration.js";
import type { Settings } from "../config/settings.js";
import { type DorkingEntry, dorkingPlan } from "../dorking/plan.js";
import { searchAddress as googleAddress } from "../dorking/search-address.js";

/** Requests a day that Google's search API answers without payment. Source: its overview page. */
const FREE_PER_DAY = 100;

/** One search, with its place in the order of asking, from 1. */
export interface MiningPlanEntry extends MiningQuery {
  readonly position: number;
  /** What is typed into the search. */
  readonly text: string;
  readonly address: string;
  /** Why it will have no count, known before it is asked; absent where it can be asked. */
  readonly refusal?: string;
  /** What makes its count another one than it seems; nothing where it is not asked. */
  readonly warnings: readonly { readonly message: string }[];
}

export interface DorkingPlanEntry extends DorkingEntry {
  readonly position: number;
  readonly address: string;
}

/** Whether one of the services may be asked, in words; never a value. */
export interface Credential {
  readonly what: string;
  /** What is set, or what to set. */
  readonly words: string;
}

interface Asking<Entry> {
  readonly entries: readonly Entry[];
  /** How often something is asked: each text once, or as often as it is repeated. */
  readonly searches: number;
  /** Requests that this makes; a search can cost several. */
  readonly requests: number;
  readonly pace: Pace;
  /** The waits alone: how long the service takes to answer is not known. */
  readonly duration: Duration;
}

export interface MiningPlan extends Asking<MiningPlanEntry> {
  readonly repeats: number;
}

export interface DorkingPlan extends Asking<DorkingPlanEntry> {
  readonly freePerDay: number;
  /** On how many days one asks without payment. */
  readonly days: number;
}

/** All that a collection would ask, before it asks anything. `dorking` is absent where none is configured. */
export interface Plan {
  readonly mining: MiningPlan;
  readonly dorking?: DorkingPlan;
  readonly credentials: readonly Credential[];
}

/** What a source says of a query without being asked. */
export type Asker = Pick<CountSource, "textOf" | "addressOf" | "maybeRefusal" | "requestsFor">;

export interface PlanOptions {
  readonly configuration: Configuration;
  readonly settings: Settings;
  readonly asker: Asker;
  /** What makes a query's count another one than it seems, where something does. */
  readonly warningsOf: (query: MiningQuery) => MiningPlanEntry["warnings"];
  readonly credentials: readonly Credential[];
}

/** The plan that a configuration makes with the settings of this machine. Nothing is asked. */
export function makePlan(options: PlanOptions): Plan {
  const { dorking } = options.configuration;
  return {
    mining: miningPlan(options),
    ...(dorking && { dorking: wholeDorkingPlan(dorking) }),
    credentials: options.credentials,
  };
}

function miningPlan({ configuration, settings, asker, warningsOf }: PlanOptions): MiningPlan {
  const { queries, repeats } = configuration.mining;
  const pace = settings.miningPace ?? configuration.mining.pace;
  const entries = queries.map((query, index) => {
    const refusal = asker.maybeRefusal(query);
    return {
      ...query,
      position: index + 1,
      text: asker.textOf(query),
      address: asker.addressOf(query),
      ...(refusal !== undefined && { refusal }),
      warnings: refusal === undefined ? warningsOf(query) : [],
    };
  });
  const distinct = entries.filter((one) => one === entries.find(({ text }) => text === one.text));
  const asked = distinct.filter(({ refusal }) => refusal === undefined);
  const searches = asked.length * repeats;
  const requests = asked.reduce((sum, query) => sum + asker.requestsFor(query), 0) * repeats;
  return { entries, searches, requests, repeats, pace, duration: waitingTime(searches, pace) };
}

function wholeDorkingPlan(dorking: NonNullable<Configuration["dorking"]>): DorkingPlan {
  const entries = dorkingPlan(dorking).map((entry, index) => ({
    ...entry,
    position: index + 1,
    address: googleAddress(entry.text),
  }));
  const [searches, { pace }] = [entries.length, dorking];
  const days = Math.ceil(searches / FREE_PER_DAY);
  const duration = waitingTime(searches, pace);
  return { entries, searches, requests: searches, pace, duration, freePerDay: FREE_PER_DAY, days };
}
