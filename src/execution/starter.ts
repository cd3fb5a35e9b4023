import { PROGRAM_VARIABLES } from "../census/program-variables.js";

/** Names the process on whose behalf a kernel works, by its number: when it is gone, nobody waits for the work. */
export const STARTER_VARIABLE = PROGRAM_VARIABLES.starter;
