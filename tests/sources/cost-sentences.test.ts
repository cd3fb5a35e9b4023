import { describe, expect, it } from "vitest";
import type { Pace } from "../../src/census/pace.js";
import { waitingTime } from "../../src/census/pace.js";
import { costSentences, pageCostSentences } from "../../src/sources/cost-sentences.js";

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
  readonly repeats?: number;
}

function partOf(given: Case) {
  const { isPractice = false, signsIn = true, planned = STUDY, pace } = given;
  const { counted = 0, all = 21, repeats = 1 } = given;
  const duration = waitingTime(all, planned);
  const plan = { searches: all, requests: all * 2, pace: planned, duration, repeats: 1, entries: [] };
  const place = { name: "may", folder: "", place: "", whole: { folder: "", place: "" } };
  const run = { ...place, counted, toAsk: all - counted, requests: (all - counted) * 2, repeats };
  return { choice: { isPractice, signsIn }, plan, pace: pace ?? planned, run };
}

const cost = (given: Case): string => costSentences(partOf(given)).join(" ");

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

describe("what searches for pages cost", () => {
  const google = (given: Case) =>
    pageCostSentences(
      partOf({ signsIn: false, planned: { lowMs: 1_000, highMs: 2_000 }, ...given }),
      "google-cse",
    );

  it("is said in requests, time, days and money, before anything is asked", () => {
    const text = google({ all: 176 }).join(" ");
    expect(text).toContain("1 to 2 s apart: 2.9 to 5.8 min of waiting.");
    expect(text).toContain("Without payment it takes 2 days, or about 0.38 US dollars and 1 day.");
  });

  it("counts the days of the repeats that are left", () => {
    expect(google({ all: 528, counted: 176, repeats: 2 }).join(" ")).toContain(
      "Without payment it takes 4 days, or about 0.76 US dollars and 2 days.",
    );
  });

  it("is one day without payment where a hundred suffice, and nothing where nothing is left", () => {
    expect(google({ all: 100 }).join(" ")).toContain("Without payment it takes 1 day.");
    expect(google({ all: 9, counted: 9 }).join(" ")).toBe(
      "9 of 9 are counted already. Nothing is left to ask.",
    );
  });

  it("says that practice on Google would wait, and what it would cost", () => {
    expect(google({ all: 176, isPractice: true, pace: NONE }).join(" ")).toMatch(
      /Practice does not wait; on Google they would be 1 to 2 s apart.*Without payment it takes 2 days/,
    );
  });
});
