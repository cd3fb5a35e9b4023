import type { Clock } from "../census/clock.js";
import type { Settings } from "../config/settings.js";

/** What the choice of any source depends on. */
export interface SourceWish<Name> {
  readonly name: Name;
  readonly settings: Settings;
  readonly clock: Clock;
  /** The project's folder. */
  readonly root: string;
}

/** Whether nothing but practice may be asked, whatever else is set. */
export function isPracticeOnly({ areOff, practiceUrl }: Settings): boolean {
  return areOff === true || practiceUrl !== undefined;
}

/** What follows "since". */
export function whyPractice({ practiceUrl }: Settings, lacking: string): string {
  return practiceUrl === undefined ? lacking : "CENSUS_PRACTICE_URL is set";
}
