import { basename, dirname, join, resolve } from "node:path";
import { ConfigurationError, type Finding } from "../census/errors.js";
import { maybePace } from "../census/pace.js";
import { PROJECT_ROOT } from "../census/project-root.js";
import {
  BIGQUERY_URL,
  DATAFORSEO_URL,
  GITHUB_API_URL,
  GITHUB_URL,
  GOOGLE_API_URL,
  SERPAPI_URL,
} from "../census/service-addresses.js";
import { type EnvFile, readEnvFile } from "./env-file.js";
import { maybeProcessNameProblem } from "./own-names.js";
import { Secret } from "./secret.js";
import type { Settings } from "./settings.js";
import { plainAddress, plainBase32, plainSession, VARIABLES, type VariableName } from "./variables.js";

/** Value of CENSUS_ENV_FILE that turns every setting off: for runs that must be the same on every machine. */
const NO_SETTINGS = "none";

export interface SettingsSource {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The file to read where CENSUS_ENV_FILE names no other; it may be absent. */
  readonly envFile?: string;
}

type Values = Readonly<Partial<Record<VariableName, string>>>;

/**
 * Reads the settings of this machine: `.env`, and over it the variables of the process.
 *
 * A variable that is empty is not set; one that is empty in the process turns that of the file off.
 * CENSUS_ENV_FILE in the process names another file (from the folder of the usual one), or `none`: no setting at all.
 *
 * Errors: ConfigurationError with everything that is wrong; a secret's value is never in it
 */
export function loadSettings({
  env = process.env,
  envFile = join(PROJECT_ROOT, ".env"),
}: SettingsSource = {}): Settings {
  const named = env.CENSUS_ENV_FILE ?? "";
  if (named === NO_SETTINGS) return { ...settingsOf({}, dirname(envFile)), areOff: true };
  const path = named === "" ? envFile : resolve(dirname(envFile), named);
  const place = basename(path);
  const file = readEnvFile(path, place);
  const { values, places } = merged(env, file, place);
  const findings = [
    ...(named !== "" && !file.isThere ? [missingFile(path)] : []),
    ...file.findings,
    ...misspeltNames(env),
    ...wrongValues(values, places),
    ...halfCredentials(values, place),
  ];
  if (findings.length > 0) throw new ConfigurationError("The settings cannot be used:", findings);
  return settingsOf(values, dirname(path));
}

function missingFile(path: string): Finding {
  return {
    place: "environment: CENSUS_ENV_FILE",
    expected: `a file at ${path}, or ${NO_SETTINGS}`,
    value: "no file",
  };
}

/** What somebody set in the process for this program, and it would pass over. */
function misspeltNames(env: NonNullable<SettingsSource["env"]>): Finding[] {
  const set = Object.keys(env).filter((name) => (env[name] ?? "").trim() !== "");
  return set.flatMap((name) => {
    const expected = maybeProcessNameProblem(name);
    return expected === undefined ? [] : [{ place: `environment: ${name}`, expected }];
  });
}

type Places = Partial<Record<VariableName, Pick<Finding, "place" | "line">>>;

function merged(env: NonNullable<SettingsSource["env"]>, file: EnvFile, place: string) {
  const values: Partial<Record<VariableName, string>> = {};
  const places: Places = {};
  for (const { name } of VARIABLES) {
    const value = env[name] ?? file.values[name] ?? "";
    const line = file.lines[name];
    if (value.trim() === "") continue;
    values[name] = value;
    places[name] =
      env[name] !== undefined || line === undefined
        ? { place: `environment: ${name}` }
        : { place: `${place}: ${name}`, line };
  }
  return { values, places };
}

function wrongValues(values: Values, places: Places): Finding[] {
  return VARIABLES.flatMap(({ name, expected, maybeFault }) => {
    const value = values[name];
    const found = value === undefined ? undefined : maybeFault(value);
    return found === undefined ? [] : [{ ...(places[name] ?? { place: name }), expected, value: found }];
  });
}

/** What a credential needs beside its first part. */
const NEEDS: readonly (readonly [VariableName, readonly VariableName[]])[] = [
  ["GH_USERNAME", ["GH_PASSWORD"]],
  ["GH_PASSWORD", ["GH_USERNAME"]],
  ["GH_TOTP_SECRET", ["GH_USERNAME", "GH_PASSWORD"]],
  ["GOOGLE_API_KEY", ["GOOGLE_CSE_ID"]],
  ["GOOGLE_CSE_ID", ["GOOGLE_API_KEY"]],
  ["DATAFORSEO_LOGIN", ["DATAFORSEO_PASSWORD"]],
  ["DATAFORSEO_PASSWORD", ["DATAFORSEO_LOGIN"]],
  ["BIGQUERY_CREDENTIALS", ["BIGQUERY_PROJECT"]],
];

/** One finding a missing variable, whoever needs it. */
function halfCredentials(values: Values, place: string): Finding[] {
  const missing = new Map<VariableName, VariableName>();
  for (const [name, needs] of NEEDS.filter(([one]) => values[one] !== undefined)) {
    for (const need of needs) {
      if (values[need] === undefined && !missing.has(need)) missing.set(need, name);
    }
  }
  return [...missing].map(([need, name]) => ({
    place: `${place}: ${need}`,
    expected: `a value, since ${name} is set and needs it`,
    value: "nothing",
  }));
}

/** Input: folder, from which the paths of files go out */
function settingsOf(values: Values, folder: string): Settings {
  const totpSecret = values.GH_TOTP_SECRET && plainBase32(values.GH_TOTP_SECRET);
  const miningPace =
    values.CENSUS_PACE_SECONDS === undefined ? undefined : maybePace(values.CENSUS_PACE_SECONDS);
  return {
    github: {
      url: plainAddress(values.GITHUB_URL ?? GITHUB_URL),
      apiUrl: plainAddress(values.GITHUB_API_URL ?? GITHUB_API_URL),
      ...set("username", values.GH_USERNAME),
      ...set("password", secret(values.GH_PASSWORD)),
      ...set("totpSecret", secret(totpSecret)),
      ...set("session", secret(values.GH_SESSION && plainSession(values.GH_SESSION))),
      ...set("token", secret(values.GITHUB_TOKEN)),
    },
    google: {
      url: plainAddress(values.GOOGLE_API_URL ?? GOOGLE_API_URL),
      ...set("apiKey", secret(values.GOOGLE_API_KEY)),
      ...set("engineId", values.GOOGLE_CSE_ID),
    },
    serpapi: {
      url: plainAddress(values.SERPAPI_URL ?? SERPAPI_URL),
      ...set("key", secret(values.SERPAPI_KEY)),
    },
    dataforseo: {
      url: plainAddress(values.DATAFORSEO_URL ?? DATAFORSEO_URL),
      ...set("login", values.DATAFORSEO_LOGIN),
      ...set("password", secret(values.DATAFORSEO_PASSWORD)),
    },
    bigQuery: {
      url: plainAddress(values.BIGQUERY_URL ?? BIGQUERY_URL),
      ...set("projectId", values.BIGQUERY_PROJECT),
      ...set("credentialsPath", values.BIGQUERY_CREDENTIALS && resolve(folder, values.BIGQUERY_CREDENTIALS)),
      budgetUsd: Number(values.BIGQUERY_BUDGET_USD ?? 0),
      table: values.BIGQUERY_TABLE === "full" ? "full" : "sample",
    },
    ...set("corpus", values.CENSUS_CORPUS && resolve(folder, values.CENSUS_CORPUS)),
    ...set("practiceUrl", values.CENSUS_PRACTICE_URL && plainAddress(values.CENSUS_PRACTICE_URL)),
    ...set("miningPace", miningPace),
    ...set("run", values.CENSUS_RUN),
  };
}

function secret(value: string | undefined): Secret | undefined {
  return value === undefined ? undefined : new Secret(value);
}

/** The key with its value, or no key at all where nothing is set. */
function set<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}
