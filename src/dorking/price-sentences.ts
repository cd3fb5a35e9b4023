import type { PageSourceName } from "../census/source-name.js";
import { PRICES } from "./prices.js";

/**
 * What searches cost besides time, a sentence each: on how many days one asks for nothing, or about how much money.
 *
 * Input: searches: those to be asked in all; days: on how many days at least, since they are repeated
 */
export function priceSentences(
  name: PageSourceName,
  { searches, days }: { searches: number; days: number },
): readonly string[] {
  const { dollars, freePerDay, note } = PRICES[name];
  if (searches === 0) return [];
  if (freePerDay === 0) return [`About ${dollarText(searches * dollars)}.`, note];
  const freeDays = Math.max(days, Math.ceil(searches / freePerDay));
  const perDay = Math.ceil(searches / days);
  const paid = Math.max(0, perDay - freePerDay) * days * dollars;
  const instead = paid === 0 ? "" : `, or about ${dollarText(paid)} and ${dayText(days)}`;
  return [`Without payment it takes ${dayText(freeDays)}${instead}.`, note];
}

function dayText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

function dollarText(dollars: number): string {
  return `${dollars.toFixed(2)} US dollars`;
}
