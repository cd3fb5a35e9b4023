import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/config/secret.js";

describe("a secret", () => {
  const secret = new Secret("hunter2");

  it.each([
    ["text", String(secret)],
    ["part of a text", `${secret}`],
    ["JSON", JSON.stringify({ secret })],
    ["what the console shows", inspect({ nested: { secret } }, { showHidden: true, depth: 9 })],
  ])("shows dots as %s", (_, shown) => {
    expect(shown).toContain("•••");
    expect(shown).not.toContain("hunter2");
  });

  it("has no own field to copy", () => {
    expect({ ...secret }).toEqual({});
  });

  it("gives its text when asked to", () => {
    expect(secret.reveal()).toBe("hunter2");
  });
});
