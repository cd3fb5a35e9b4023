const TIB = 2 ** 40;

/** What Google reads in a month without asking for money. Source: its page of prices */
const FREE_BYTES = TIB;
const USD_PER_TIB = 6.25;

/** The price of reading so many bytes, in USD, where nothing of the month's free TiB is left. */
export function wholePriceUsd(bytes: number): number {
  return (bytes / TIB) * USD_PER_TIB;
}

/** What a reading costs, in words. */
export function priceWords(bytes: number): string {
  const price = `${sizeWords(bytes)}, ${usdWords(wholePriceUsd(bytes))} at Google's whole price`;
  const rest = wholePriceUsd(bytes - FREE_BYTES);
  return rest <= 0
    ? `${price}, free while it fits what is left of the month's first TiB`
    : `${price}, ${usdWords(rest)} with the month's first TiB, which is free, still unused`;
}

/**
 * Why a reading is over the budget, as a sentence; undefined where it may be asked.
 *
 * What fits the month's free TiB is always within it. What is larger must be within it at its whole price, since Google
 * does not tell how much of the free TiB is left: a budget is what is paid at most, not what is paid with luck.
 */
export function maybeOverBudget(bytes: number, budgetUsd: number): string | undefined {
  if (bytes <= FREE_BYTES || wholePriceUsd(bytes) <= budgetUsd) return undefined;
  return `the query would read ${priceWords(bytes)}: that is over the budget of ${usdWords(budgetUsd)}`;
}

/** The smallest whole budget that allows a reading, in USD. */
export function neededBudgetUsd(bytes: number): number {
  return Math.ceil(wholePriceUsd(bytes));
}

function usdWords(usd: number): string {
  return `${usd.toFixed(2)} USD`;
}

const UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB"];

function sizeWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const size = bytes / 2 ** (10 * power);
  return `${power === 0 ? size : size.toFixed(1)} ${UNITS[power]}`;
}
