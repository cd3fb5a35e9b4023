/**
 * A number of files as GitHub's search page shows it: every digit under 1,000, then one decimal of a thousand
 * (`1.1k`, `93k`) and from 100,000 whole thousands (`197k`); millions alike. Halves go up.
 *
 * Source: study 2025, its result file
 */
export function shownNumber(count: number): string {
  if (count < 1_000) return String(count);
  // 999,500 and more would read 1000k.
  const [unit, letter] = count < 999_500 ? [1_000, "k"] : [1_000_000, "M"];
  const inUnits = count / unit;
  const decimals = inUnits < 100 ? 10 : 1;
  return `${Math.round(inUnits * decimals) / decimals}${letter}`;
}
