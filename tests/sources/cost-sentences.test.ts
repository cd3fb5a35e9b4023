import { describe, expect, it } from "vitest";
import type { Pace } from "../../src/census/pace.js";
import { waitingTime } from "../../src/census/pace.js";
import { costSentences } from "../../src/sources/cost-sentences.js";
import type { Census } from "../../src/sources/open-census.js";

const STUDY: Pace = { lowMs: 10_000, highMs: 30_000 };
const NONE: Pace = { lowMs: 0, highMs: 0 };

interface Case {
  readonly isPractice?: boolean;
  readonly signsIn?: boolean;
  /** The pace of the plan, and that of the census where it is another. */
  readonly planned?: Pace;
  readonly pace?: Pace;
  readonly counted?: number;
  readonly all?: number;
}

function cost({ isPractice = false, signsIn = true, planned = STUDY, pace, counted = 0, all = 21 }: Case) {
  const mining = { searches: all, requests: all * 2, pace: planned, duration: waitingTime(all, planned) };
  const run = { counted, toAsk: all - counted, requests: (all - counted) * 2 };
  const census = { choice: { isPractice, signsIn }, plan: { mining }, pace: pace ?? planned, run };
  return costSentences(census as unknown as Census).join(" ");
}

describe("what a census costs", () => {
  it.each<[string, Case, string]>([
    [
      "of GitHub",
      {},
      "21 searches (42 requests and the sign-in), 10 to 30 s apart: 3.3 to 10 min of waiting.",
    ],
    [
      "of GitHub, signed in already",
      { signsIn: false },
      "21 searches (42 requests), 10 to 30 s apart: 3.3 to 10 min of waiting.",
    ],
    [
      "of practice, which does not wait",
      { isPractice: true, pace: NONE },
      "21 searches (42 requests and the sign-in). Practice does not wait; on GitHub they would be 10 to 30 s apart: 3.3 to 10 min of waiting.",
    ],
    [
      "of practice at a pace that is set",
      { isPractice: true, planned: { lowMs: 2_000, highMs: 2_000 } },
      "21 searches (42 requests and the sign-in), 2 s apart: 40 s of waiting.",
    ],
    [
      "of practice with nothing to wait for",
      { isPractice: true, planned: NONE },
      "21 searches (42 requests and the sign-in), without waiting.",
    ],
    [
      "of practice with one search",
      { isPractice: true, pace: NONE, all: 1 },
      "1 search (2 requests and the sign-in), without waiting.",
    ],
    [
      "of what is left",
      { counted: 5 },
      "5 of 21 are counted already. Left: 16 searches (32 requests and the sign-in), 10 to 30 s apart: 2.5 to 7.5 min of waiting.",
    ],
    [
      "of what is left in practice",
      { counted: 5, isPractice: true, pace: NONE },
      "5 of 21 are counted already. Left: 16 searches (32 requests and the sign-in). Practice does not wait; on GitHub they would be 10 to 30 s apart: 2.5 to 7.5 min of waiting.",
    ],
    ["of nothing", { counted: 21 }, "21 of 21 are counted already. Nothing is left to ask."],
  ])("is that %s", (_case, given, expected) => {
    expect(cost(given)).toBe(expected);
  });
});
