import { planText } from "../collect/plan-text.js";
import { costSentences } from "./cost-sentences.js";
import type { Census } from "./open-census.js";

/** A census for a terminal, before it asks anything: who is asked, every request, how long, and what is set. */
export function censusText(census: Census): string {
  const { choice, plan, run } = census;
  const caveat = choice.asker.caveat === undefined ? [] : [choice.asker.caveat];
  return [
    choice.about,
    ...caveat,
    `The counts go to ${run.place}/.`,
    "",
    planText(plan, costSentences(census).join(" ")),
  ].join("\n");
}
