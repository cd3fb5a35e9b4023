import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quotedWords } from "../../src/dorking/quoted-words.js";

describe("the words of a service", () => {
  it.each<[unknown, string]>([
    ["Bad key.", ': "Bad key."'],
    [" two\n\tlines\u0000 ", ': "two lines"'],
    ["Visit https://evil.example/x?y=1 then retry", ': "Visit (a link) then retry"'],
    ["Open javascript://x", ': "Open (a link)"'],
    ["", ""],
    [" \n", ""],
    [undefined, ""],
    [null, ""],
    [{ message: "no" }, ""],
  ])("%j are quoted as %j", (said, quoted) => {
    expect(quotedWords(said)).toBe(quoted);
  });

  it("hold no link and no break of a line", () => {
    const words = fc.oneof(fc.string({ unit: "binary" }), fc.webUrl());
    fc.assert(
      fc.property(fc.array(words), (said) => {
        expect(quotedWords(said.join(" "))).not.toMatch(/https?:\/\/\S|[\n\r\u2028]/);
      }),
    );
  });
});
