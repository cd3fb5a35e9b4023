import { Secret as Key, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import type { Clock } from "../../../src/census/clock.js";
import { Secret } from "../../../src/config/secret.js";
import { oneTimeCodes } from "../../../src/mining/web/one-time-code.js";

const KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** Input: `earlyMs`, by how much a timer wakes too early the first time */
function codesAt(start: string, earlyMs = 0) {
  let nowMs = Date.parse(start);
  const clock: Clock = {
    now: () => new Date(nowMs),
    sleep: async (ms) => {
      nowMs += Math.max(1, ms - earlyMs);
      earlyMs = 0;
    },
  };
  const codes = oneTimeCodes(new Secret(KEY), clock);
  return { next: () => codes.next(new AbortController().signal), now: () => new Date(nowMs).toISOString() };
}

const codeAt = (time: string) =>
  new TOTP({ secret: Key.fromBase32(KEY) }).generate({ timestamp: Date.parse(time) });

describe("a one-time code", () => {
  it("is that of the present half minute", async () => {
    const codes = codesAt("2026-11-01T10:00:05Z");
    expect(await codes.next()).toBe(codeAt("2026-11-01T10:00:00Z"));
    expect(codes.now()).toBe("2026-11-01T10:00:05.000Z");
  });

  it("is that of the next where the present one is nearly over", async () => {
    const codes = codesAt("2026-11-01T10:00:28.500Z");
    expect(await codes.next()).toBe(codeAt("2026-11-01T10:00:30Z"));
    expect(codes.now()).toBe("2026-11-01T10:00:30.000Z");
  });

  it("is never given twice", async () => {
    const codes = codesAt("2026-11-01T10:00:05Z");
    expect(await codes.next()).not.toBe(await codes.next());
    expect(codes.now()).toBe("2026-11-01T10:00:30.000Z");
  });

  it("is never given twice, where a timer wakes too early either", async () => {
    const codes = codesAt("2026-11-01T10:00:05Z", 1);
    expect(await codes.next()).not.toBe(await codes.next());
    expect(codes.now()).toBe("2026-11-01T10:00:30.000Z");
  });
});
