/** Variables of the process by which one part of this program tells another something. Nobody sets them by hand. */
export const PROGRAM_VARIABLES = {
  /** Absolute: where a reproduction makes its practice run until it is whole. */
  practiceFolder: "CENSUS_PRACTICE_FOLDER",
  /** Absolute: where a reproduction makes its figures until all are there. */
  figuresFolder: "CENSUS_FIGURES_FOLDER",
  /** Has the kernel tell a run's progress on its own stderr, for a terminal that shows it. */
  progress: "CENSUS_PROGRESS",
  /** The number of the process on whose behalf a kernel works: when it is gone, nobody waits for the work. */
  starter: "CENSUS_STARTER",
} as const;
