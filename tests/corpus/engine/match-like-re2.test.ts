import fc from "fast-check";
import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { compileQueries } from "../../../src/corpus/engine/compile-queries.js";
import { sample } from "./pattern-samples.js";

const RUNS = Number(process.env.ENGINE_RUNS ?? 600);

test.each([
  { isCaseSensitive: false, flags: RE2JS.MULTILINE | RE2JS.CASE_INSENSITIVE },
  { isCaseSensitive: true, flags: RE2JS.MULTILINE },
])("random patterns match the texts that RE2 alone matches (%o)", ({ isCaseSensitive, flags }) => {
  let matches = 0;
  fc.assert(
    fc.property(sample, ({ patterns, texts }) => {
      const { queries, expressions } = accepted(patterns, isCaseSensitive, flags);
      const { matcher } = compileQueries(queries, { isCaseSensitive });
      for (const text of texts) {
        const plain = text.replace(/^\ufeff/, "");
        const expected = [...expressions.keys()].filter((index) => expressions[index]?.test(plain));
        expect(matcher.match(Buffer.from(text))).toEqual(expected);
        matches += expected.length;
      }
    }),
    { numRuns: RUNS },
  );
  expect(matches).toBeGreaterThan(RUNS);
});

/** Repetitions in repetitions make some of the patterns too large. */
function accepted(patterns: readonly string[], isCaseSensitive: boolean, flags: number) {
  const queries = patterns
    .map((pattern) => ({ query: `/${pattern}/` }))
    .filter((query) => {
      try {
        return compileQueries([query], { isCaseSensitive });
      } catch {
        return false;
      }
    });
  return { queries, expressions: queries.map(({ query }) => RE2JS.compile(query.slice(1, -1), flags)) };
}
