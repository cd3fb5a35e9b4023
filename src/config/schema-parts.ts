import { z } from "zod";
import { nameKey } from "../census/name-key.js";
import { LONGEST_WAIT_SECONDS, maybePace, PACE_EXPECTED, PACE_FORM } from "../census/pace.js";

/**
 * Pieces of the form of conf.json. A check's message says what is expected; `schemaProblems` adds where and what was found.
 * The JSON Schema beside this file is made from the form, so whatever a pattern can say is said as a pattern.
 */

/** Names without spaces around them and without double quotes, which would end a quoted search. */
const NAME_FORM = /^[^\s"]([^"\n\r]*[^\s"])?$/;

export function nameOf(what: string) {
  const error = `the name of ${what}, with a letter or digit, without double quotes or spaces around it`;
  return z
    .string({ error })
    .regex(NAME_FORM, { error, abort: true })
    .refine((name) => nameKey(name) !== "", { error });
}

/** An object without other names than these; the message of an unknown one is the list of the known. */
export function objectOf<Shape extends z.ZodRawShape>(shape: Shape, what: string) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: ({ code }) => (code === "unrecognized_keys" ? known : what),
  });
}

export function areDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

export function distinct(what: string) {
  return { error: `each ${what} once in the list` };
}

export function listOf<Item extends z.ZodType>(item: Item, what: string) {
  const error = `a list of ${what}, at least one`;
  return z.array(item, { error }).min(1, { error });
}

/** More would be a load on a service that nobody asked for. */
const MOST_REPEATS = 20;

/** How often something is asked. Input: what for, as in "to count each query" */
export function repeatsSchemaOf(what: string) {
  const error = `a whole number of ${what}, 1 to ${MOST_REPEATS}`;
  return z.int({ error }).min(1, { error }).max(MOST_REPEATS, { error });
}

export const paceSchema = z
  .union(
    [
      z
        .number({ error: PACE_EXPECTED })
        .min(0, { error: PACE_EXPECTED })
        .max(LONGEST_WAIT_SECONDS, { error: PACE_EXPECTED }),
      z
        .string({ error: PACE_EXPECTED })
        .regex(PACE_FORM, { error: PACE_EXPECTED, abort: true })
        .refine((text) => maybePace(text) !== undefined, {
          error: `${PACE_EXPECTED}, the smaller one first`,
        }),
    ],
    { error: PACE_EXPECTED },
  )
  .describe('Seconds to wait between two requests, drawn at random from a range: "10-30", or one number.');
