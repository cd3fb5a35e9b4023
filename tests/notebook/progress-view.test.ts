import { describe, expect, it } from "vitest";
import { progressBundle, progressLine, stoppedBundle } from "../../src/notebook/progress-view.js";

const current = { position: 6, label: "ClearML", text: '"<b>" path:*.py', repeat: 1 };
const waiting = { ms: 23_000, until: "2026-02-03T12:00:23.500Z", why: "the <pace>" };

describe("the live display of a collection", () => {
  it.each([
    [{ done: 5, total: 21, counted: 5, failures: 0 }, "5 of 21 searches done"],
    [
      { done: 0, total: 4, counted: 0, failures: 0, refused: 17 },
      "0 of 4 searches done; 17 cannot be asked this way",
    ],
    [
      { done: 5, total: 21, counted: 4, failures: 1, current },
      "5 of 21 searches done, 1 failed; ClearML: asking",
    ],
    [
      { done: 5, total: 21, counted: 5, failures: 0, current, waiting },
      "5 of 21 searches done; ClearML: waiting 23 s (until 12:00:23 UTC; the <pace>)",
    ],
  ])("says how far it is, what is asked, and why it waits: %#", (progress, line) => {
    expect(progressLine(progress)).toBe(line);
  });

  it("says that it was stopped, what is kept, and how it goes on", () => {
    expect(stoppedBundle({ done: 5, total: 21, counted: 5, failures: 0 }).data["text/plain"]).toBe(
      "Stopped: 5 of 21 searches done, and kept. Run this cell again, and it goes on.",
    );
  });

  it.each([
    [{ low: 12, high: 12 }, "12"],
    [{ low: 1_050, high: 1_149 }, "1,050–1,149"],
  ])("says the last count while it asks the next: %o", (ends, text) => {
    const last = { value: 12, ...ends, reading: "exact" } as const;
    const progress = { done: 5, total: 21, counted: 5, failures: 0 };
    expect(progressLine({ ...progress, current }, { last })).toBe(
      `5 of 21 searches done (last count: ${text}); ClearML: asking`,
    );
    expect(progressLine(progress, { last })).toBe("5 of 21 searches done");
  });

  it("is a bar and a line, in which what services say is text, and says practice where it is", () => {
    const progress = { done: 5, total: 21, counted: 5, failures: 0, current, waiting };
    const html = String(progressBundle(progress, { isPractice: true }).data["text/html"]);
    expect(html).toContain('<progress value="5" max="21"');
    expect(html).toContain("Practice: 5 of 21");
    expect(html).toContain("the &lt;pace&gt;)");
    expect(progressBundle(progress, { isPractice: false }).data["text/plain"]).not.toContain("ractice");
  });
});
