import { RE2JS } from "re2js";

const LONG_S = 0x17f;
const KELVIN_SIGN = 0x212a;

/** Above it, no letter has case. */
const LAST_CASED = 0x1_ffff;

/**
 * The characters that RE2 takes for one without regard to case, itself among them, as code points:
 * k, K and the Kelvin sign; s, S and the long s; i and I, but neither of the Turkish ones.
 */
export function caseVariants(code: number): readonly number[] {
  const character = String.fromCodePoint(code);
  if (!isCased(character)) return [code];
  if (code < 0x80) return asciiVariants(character);
  const expression = RE2JS.compile(RE2JS.quote(character), RE2JS.CASE_INSENSITIVE);
  return candidates(character).filter((candidate) => expression.test(String.fromCodePoint(candidate)));
}

function asciiVariants(letter: string): readonly number[] {
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  const both = [lower.charCodeAt(0), upper.charCodeAt(0)];
  if (lower === "k") return [...both, KELVIN_SIGN];
  return lower === "s" ? [...both, LONG_S] : both;
}

let alike: ReadonlyMap<string, readonly number[]> | undefined;

/** More than RE2 takes for the same, never fewer. */
function candidates(character: string): readonly number[] {
  alike ??= casedCharacters();
  return alike.get(keyOf(character)) ?? [];
}

function casedCharacters(): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (let code = 0; code <= LAST_CASED; code += 1) {
    const character = String.fromCodePoint(code);
    if (!isCased(character)) continue;
    const group = groups.get(keyOf(character));
    if (group === undefined) groups.set(keyOf(character), [code]);
    else group.push(code);
  }
  return groups;
}

function keyOf(character: string): string {
  return character.toLowerCase().toUpperCase();
}

function isCased(character: string): boolean {
  return /\p{Changes_When_Casemapped}/u.test(character);
}
