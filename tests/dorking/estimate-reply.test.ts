import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateReply } from "../../src/dorking/estimate-reply.js";

const reply = (found: { totals: number[]; listed?: number }) =>
  estimateReply({ service: "Google", listed: 0, pages: [], ...found });

describe("the number of an answer", () => {
  it("has no evidence where nothing came with it", () => {
    expect(reply({ totals: [0] })).toEqual({
      kind: "counted",
      count: { value: 0, low: 0, high: 0, reading: "estimate" },
      readFrom: ["API answer"],
      remarks: [],
    });
  });

  it("is at least what is listed, even within its rounding", () => {
    expect(reply({ totals: [1000], listed: 10 })).toMatchObject({ count: { low: 995, high: 1004 } });
    expect(reply({ totals: [1000], listed: 1000 })).toMatchObject({ count: { low: 1000, high: 1004 } });
  });

  it("is of one result, in words", () => {
    expect(reply({ totals: [0], listed: 1 })).toEqual({
      kind: "not given",
      reason: "Google gave 0 as the total, and listed 1 result",
    });
  });

  it("lies in its interval, which holds every total that was given and all that was listed", () => {
    const totals = fc.array(fc.oneof(fc.nat(20), fc.maxSafeNat()), { maxLength: 2 });
    fc.assert(
      fc.property(totals, fc.nat(10), (given, listed) => {
        const { kind, ...rest } = reply({ totals: given, listed });
        const isGiven =
          given.length > 0 && (!given.includes(0) || (listed === 0 && Math.max(...given) === 0));
        expect(kind).toBe(isGiven ? "counted" : "not given");
        if (!("count" in rest)) return;
        const { value, low, high } = rest.count;
        expect([low <= value, value <= high, listed <= low]).toEqual([true, true, true]);
        expect(Math.max(...given)).toBeLessThanOrEqual(high);
        if (rest.count.reading === "estimate") expect(Math.min(...given)).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});
