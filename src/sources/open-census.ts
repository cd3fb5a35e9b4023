import { join } from "node:path";
import type { Clock } from "../census/clock.js";
import { ConfigurationError, type Finding } from "../census/errors.js";
import type { Pace } from "../census/pace.js";
import { PROGRAM_VARIABLES } from "../census/program-variables.js";
import { loadJournal } from "../collect/open-journal.js";
import { requireIdentity } from "../collect/open-run.js";
import { makePlan, type Plan } from "../collect/plan.js";
import { remaining } from "../collect/remaining.js";
import { defaultRunName } from "../collect/run-name.js";
import type { Configuration } from "../config/configuration.js";
import { loadConfiguration } from "../config/load-configuration.js";
import { loadSettings } from "../config/load-settings.js";
import { PRACTICE_FOLDER, RUNS_FOLDER } from "../data/find-run.js";
import { queryWarnings } from "../mining/lint/query-warnings.js";
import { chooseSource, type SourceChoice } from "./choose-source.js";

/** A variable of a reproduction: the folder, absolute, in which its practice run is made until it is whole. */
export const PRACTICE_DRAFT = PROGRAM_VARIABLES.practiceFolder;

/** The practice run of a reproduction: made anew at each, so that it never depends on what was there before. */
export const REPRODUCTION_RUN = "reproduction";

const NO_WAIT: Pace = { lowMs: 0, highMs: 0 };

/** A census before it asks anything: what, whom, and into which run. */
export interface Census {
  readonly configuration: Configuration;
  readonly choice: SourceChoice;
  /** What it costs on the service itself, on GitHub where this is practice. */
  readonly plan: Plan;
  /** The pace of this census: none in practice, unless the settings name one, since nobody is burdened. */
  readonly pace: Pace;
  readonly run: CensusRun;
}

export interface CensusRun {
  readonly name: string;
  /** Absolute; it may be absent still. */
  readonly folder: string;
  /** The folder as a person is told of it: from the project's own. */
  readonly place: string;
  /** Readings that the run holds already, and those that are still to be asked. */
  readonly counted: number;
  readonly toAsk: number;
  /** Requests that those still to be asked make. */
  readonly requests: number;
}

export interface CensusSource {
  /** The folder that holds conf.json, .env and data/. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/**
 * Reads what the census asks, who it may ask, and what its run holds already. Nothing is asked, nothing written.
 *
 * Errors: ConfigurationError with everything that is wrong; DataFileError where the run's journal is broken; RunError
 *         where the run is of another source or service
 */
export function openCensus({ root, env, clock }: CensusSource): Census {
  const [configuration, settings] = loadBoth(
    () => loadConfiguration(join(root, "conf.json")),
    () => loadSettings({ env, envFile: join(root, ".env") }),
  );
  const { mining } = configuration;
  const choice = chooseSource({ name: mining.source, settings, clock, root });
  const { asker, credentials, isPractice } = choice;
  const plan = makePlan({ configuration, settings, asker, credentials, warningsOf: queryWarnings });
  const place = runPlace({
    root,
    env,
    isPractice,
    name: settings.run ?? defaultRunName(clock.now()),
  });
  const records = loadJournal(place.folder);
  requireIdentity(records, { source: asker.name, service: choice.service }, place.name);
  const { counted, toAsk } = remaining({ ...mining, source: asker, records });
  return {
    configuration,
    choice,
    plan,
    pace: settings.miningPace ?? (isPractice ? NO_WAIT : mining.pace),
    run: {
      ...place,
      counted: counted.length,
      toAsk: toAsk.length,
      requests: toAsk.reduce((sum, { query }) => sum + asker.requestsFor(query), 0),
    },
  };
}

/** Whether counts are of practice: also where a practice server was asked by its address, as if it were a service. */
export function isOfPractice({ choice }: Census, rows: readonly { readonly practice?: true }[]): boolean {
  return choice.isPractice || rows.some(({ practice }) => practice);
}

/** Both, or everything that is wrong with either: nobody wants to mend one to hear of the other. */
function loadBoth<One, Other>(loadOne: () => One, loadOther: () => Other): [One, Other] {
  const findings: Finding[] = [];
  const load = <Value>(loadValue: () => Value): Value | undefined => {
    try {
      return loadValue();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "ConfigurationError") throw error;
      findings.push(...(error as ConfigurationError).findings);
      return undefined;
    }
  };
  const [one, other] = [load(loadOne), load(loadOther)];
  if (one === undefined || other === undefined) {
    throw new ConfigurationError("The configuration or the settings cannot be used:", findings);
  }
  return [one, other];
}

function runPlace({
  root,
  env,
  isPractice,
  name,
}: Pick<CensusSource, "root" | "env"> & { isPractice: boolean; name: string }) {
  const draft = env[PRACTICE_DRAFT] ?? "";
  if (isPractice && draft !== "") {
    const place = join(PRACTICE_FOLDER, REPRODUCTION_RUN);
    return { name: REPRODUCTION_RUN, folder: join(draft, REPRODUCTION_RUN), place };
  }
  if (isPractice && name === REPRODUCTION_RUN) throw reservedName();
  const place = join(isPractice ? PRACTICE_FOLDER : RUNS_FOLDER, name);
  return { name, folder: join(root, place), place };
}

function reservedName(): ConfigurationError {
  const expected = "another name: npm run reproduce makes this practice run anew each time";
  return new ConfigurationError("The settings cannot be used:", [
    { place: "CENSUS_RUN", expected, value: REPRODUCTION_RUN },
  ]);
}
