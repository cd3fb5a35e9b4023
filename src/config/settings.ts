import type { Pace } from "../census/pace.js";
import type { Secret } from "./secret.js";

export interface GitHubSettings {
  /** Address of the site, without a slash at the end. */
  readonly url: string;
  /** Address of its interface for programs, without a slash at the end. */
  readonly apiUrl: string;
  readonly username?: string;
  readonly password?: Secret;
  /** Base32 in capitals, without spaces. */
  readonly totpSecret?: Secret;
  /** Value of the cookie of somebody signed in. */
  readonly session?: Secret;
  readonly token?: Secret;
}

export interface GoogleSettings {
  /** Address of the interface, without a slash at the end. */
  readonly url: string;
  readonly apiKey?: Secret;
  readonly engineId?: string;
}

export interface SerpApiSettings {
  readonly url: string;
  readonly key?: Secret;
}

export interface DataForSeoSettings {
  readonly url: string;
  readonly login?: string;
  readonly password?: Secret;
}

export interface BigQuerySettings {
  readonly url: string;
  /** The project that runs queries, and pays. */
  readonly projectId?: string;
  /** Path of a service account's key file; absent where the credentials of this machine count. */
  readonly credentialsPath?: string;
  /** What a query that is larger than the month's free TiB may cost. */
  readonly budgetUsd: number;
  /** A tenth of the files, or all of them. */
  readonly table: "sample" | "full";
}

/**
 * What a person sets for one machine: who asks, how fast, what to show. A key that is absent is not set.
 *
 * A password comes with a user name, a TOTP secret with both, an API key with an engine's id, a login with its password, a key file with a
 * project.
 */
export interface Settings {
  readonly github: GitHubSettings;
  readonly google: GoogleSettings;
  readonly serpapi: SerpApiSettings;
  readonly dataforseo: DataForSeoSettings;
  readonly bigQuery: BigQuerySettings;
  /** Absolute path of a folder or archive whose files are counted. */
  readonly corpus?: string;
  /** Address of a practice server that runs, without a slash at the end: a collection practises there. */
  readonly practiceUrl?: string;
  /** Goes before the pace of conf.json, for mining. */
  readonly miningPace?: Pace;
  /** Name of a run: a folder of `data/runs/` or `data/practice/`. */
  readonly run?: string;
  /** Every setting is turned off, and a session that is kept does not count either: nothing leaves this machine. */
  readonly areOff?: true;
}
