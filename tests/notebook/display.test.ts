import { describe, expect, it } from "vitest";
import { display } from "../../src/notebook/display.js";

describe("display", () => {
  it("sends every form of an output in one message", () => {
    const sent: object[] = [];
    display({ data: { "text/html": "<b>1</b>", "text/plain": "1" } }, (message) => sent.push(message));
    expect(sent).toEqual([
      { data: { "text/html": "<b>1</b>", "text/plain": "1" }, metadata: {}, transient: {} },
    ]);
  });

  it("says that it needs a notebook when there is none", () => {
    expect(() => display({ data: {} })).toThrow("no notebook cell");
  });
});
