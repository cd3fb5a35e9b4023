const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Where a program that splits at another character would begin a cell with a formula. */
const FORMULA_AFTER_SEPARATOR = /([;,]["'\s]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/** A title from the web in one line, of which no spreadsheet program makes a formula, whatever it takes for a separator. */
export function harmlessTitle(title: string): string {
  return title.replaceAll(BREAKS, " ").trim().replaceAll(FORMULA_AFTER_SEPARATOR, "$1'$2");
}

/** An address from the web, alike: the character that would begin a formula is written by its code. */
export function harmlessAddress(address: string): string {
  return address
    .replaceAll(BREAKS, "")
    .trim()
    .replaceAll(FORMULA_AFTER_SEPARATOR, (_all, before: string, sign: string) => before + byCode(sign));
}

function byCode(sign: string): string {
  return sign === "-" ? "%2D" : encodeURIComponent(sign);
}
