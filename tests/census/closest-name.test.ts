import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, maybeClosestName } from "../../src/census/closest-name.js";

const NAMES = ["global", "logging", "metric", "tuning"];

describe("the closest known name", () => {
  it.each([
    ["metrics", "metric"],
    ["Metric", "metric"],
    ["lgoging", "logging"],
    ["tunning", "tuning"],
  ])("of %s is %s", (written, name) => {
    expect(maybeClosestName(written, NAMES)).toBe(name);
  });

  it("of the beginning of a name is that name", () => {
    expect(maybeClosestName("GH_TOTP", ["GH_USERNAME", "GH_TOTP_SECRET"])).toBe("GH_TOTP_SECRET");
    expect(maybeClosestName("GH_USER", ["GH_USERNAME", "GH_TOTP_SECRET"])).toBe("GH_USERNAME");
    expect(maybeClosestName("gh_user", ["GH_USERNAME", "GH_TOTP_SECRET"])).toBe("GH_USERNAME");
    expect(maybeClosestName("GH_U", ["GH_USERNAME", "GH_TOTP_SECRET"])).toBeUndefined();
  });

  it.each(["", "speed", "met"])("of %j is none", (written) => {
    expect(maybeClosestName(written, NAMES)).toBeUndefined();
    expect(didYouMean(written, NAMES)).toBe("");
  });

  it("of a name with one letter wrong is that name, wherever the letter is", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.nat(), (name, place) => {
        const at = place % name.length;
        expect(maybeClosestName(`${name.slice(0, at)}#${name.slice(at + 1)}`, NAMES)).toBe(name);
      }),
    );
  });
});
