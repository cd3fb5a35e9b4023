import { type Duration, type Pace, waitingTime } from "../census/pace.js";
import type { MiningQuery } from "../census/query.js";
import type { Configuration } from "../config/configuration.js";
import type { Settings } from "../config/settings.js";
import { type DorkingEntry, dorkingPlan } from "../dorking/plan.js";
import { searchAddress as googleAddress } from "../dorking/search-address.js";
import { searchAddress } from "../mining/search-address.js";
import { searchText } from "../mining/search-text.js";
import { type Credential, credentials } from "./credentials.js";

/** Requests a day that Google's search API answers without payment. Source: its overview page. */
const FREE_PER_DAY = 100;

/** One request, with its place in the order of asking, from 1. */
export interface MiningPlanEntry extends MiningQuery {
  readonly position: number;
  /** What is typed into the search. */
  readonly text: string;
  readonly address: string;
}

export interface DorkingPlanEntry extends DorkingEntry {
  readonly position: number;
  readonly address: string;
}

interface Asking<Entry> {
  readonly entries: readonly Entry[];
  readonly requests: number;
  readonly pace: Pace;
  /** The waits alone: how long the service takes to answer is not known. */
  readonly duration: Duration;
}

export type MiningPlan = Asking<MiningPlanEntry>;

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

/** The plan that a configuration makes with the settings of this machine. Nothing is asked. */
export function makePlan(configuration: Configuration, settings: Settings): Plan {
  const { dorking } = configuration;
  return {
    mining: miningPlan(configuration.mining, settings),
    ...(dorking && { dorking: wholeDorkingPlan(dorking) }),
    credentials: credentials(settings),
  };
}

function miningPlan({ queries, pace: configured }: Configuration["mining"], settings: Settings): MiningPlan {
  const entries = queries.map((query, index) => ({
    ...query,
    position: index + 1,
    text: searchText(query),
    address: searchAddress(query, settings.github.url),
  }));
  return asking(entries, settings.miningPace ?? configured);
}

function wholeDorkingPlan(dorking: NonNullable<Configuration["dorking"]>): DorkingPlan {
  const entries = dorkingPlan(dorking).map((entry, index) => ({
    ...entry,
    position: index + 1,
    address: googleAddress(entry.text),
  }));
  const days = Math.ceil(entries.length / FREE_PER_DAY);
  return { ...asking(entries, dorking.pace), freePerDay: FREE_PER_DAY, days };
}

function asking<Entry>(entries: readonly Entry[], pace: Pace): Asking<Entry> {
  const requests = entries.length;
  return { entries, requests, pace, duration: waitingTime(requests, pace) };
}
