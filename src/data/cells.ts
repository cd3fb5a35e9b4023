import { z } from "zod";

const WHOLE = /^(0|[1-9]\d*)$/;
const DAY = "a day such as 2026-01-31, or nothing";
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A text that must be there. */
export const text = z.string().min(1, "a text");

/** A text that may be empty. */
export const note = z.string();

/** A day such as 2026-01-31; it may be empty. */
export const maybeDay = z.union([z.literal(""), z.iso.date(DAY)], DAY);

/** A whole number from 0 up that must be there. */
export const whole = z.string().regex(WHOLE, "a whole number from 0 up").transform(Number);

/** A whole number from 0 up; an empty cell is not measured: NaN, never 0. */
export const maybeWhole = z
  .string()
  .refine(
    (cell) => cell === "" || WHOLE.test(cell),
    "a whole number from 0 up, or nothing where not measured",
  )
  .transform(numberOrNaN);

/** A decimal number that must be there. */
export const decimal = z.string().regex(DECIMAL, "a number").transform(Number);

/** A decimal number; an empty cell is not measured: NaN, never 0. */
export const maybeDecimal = z
  .string()
  .refine((cell) => cell === "" || DECIMAL.test(cell), "a number, or nothing where not measured")
  .transform(numberOrNaN);

/** One of these words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `one of ${words.join(", ")}` });
}

/** Words separated by single spaces, each one of these (any, where none are given). */
export function wordList(words?: readonly string[]) {
  const expected =
    words === undefined ? "words separated by single spaces" : `words of ${words.join(", ")}, single spaces`;
  const isKnown = (word: string) => word !== "" && (words === undefined || words.includes(word));
  return z.string().refine((cell) => cell.split(" ").every(isKnown), expected);
}

function numberOrNaN(cell: string): number {
  return cell === "" ? Number.NaN : Number(cell);
}
