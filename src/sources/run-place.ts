import { join } from "node:path";
import type { Clock } from "../census/clock.js";
import { ConfigurationError } from "../census/errors.js";
import { PROGRAM_VARIABLES } from "../census/program-variables.js";
import { PRACTICE_FOLDER, RUNS_FOLDER } from "../census/run-files.js";
import { defaultRunName } from "../collect/run-name.js";
import type { Settings } from "../config/settings.js";
import type { PartRun } from "./census-part.js";

/** A variable of a reproduction: the folder, absolute, in which its practice run is made until it is whole. */
export const PRACTICE_DRAFT = PROGRAM_VARIABLES.practiceFolder;

/** The practice run of a reproduction: made anew at each, so that it never depends on what was there before. */
export const REPRODUCTION_RUN = "reproduction";

export interface RunPlaceOptions {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly settings: Pick<Settings, "run">;
}

/**
 * The run that a collection goes into: by its name in the settings, else by the day.
 *
 * Errors: ConfigurationError where practice would go into the run of a reproduction
 */
export function runPlace(
  { root, env, clock, settings }: RunPlaceOptions,
  { isPractice }: { readonly isPractice: boolean },
): Pick<PartRun, "name" | "folder" | "place"> {
  const name = settings.run ?? defaultRunName(clock.now());
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
