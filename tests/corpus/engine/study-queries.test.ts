import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../../src/census/project-root.js";
import { searchText } from "../../../src/census/search-text.js";
import { compileQueries } from "../../../src/corpus/engine/compile-queries.js";
import { loadCorpus } from "../../../src/practice/corpus.js";
import { searchCorpus } from "../../../src/practice/search-corpus.js";

const { mining } = JSON.parse(readFileSync(join(PROJECT_ROOT, "conf.json"), "utf8")) as {
  mining: { queries: { query: string; extensions: string[] }[] };
};

test("the study's queries match the files that the practice server's search finds", () => {
  // Without their names, which the search of the practice server reads too.
  const corpus = loadCorpus().map((file, index) => ({ ...file, path: `${index}${extname(file.path)}` }));
  const { matcherFor } = compileQueries(mining.queries);
  const found = mining.queries.map(({ extensions }, index) =>
    corpus
      .filter(({ path }) => extensions.includes(extname(path).slice(1)))
      .filter(({ content }) => matcherFor([index]).match(Buffer.from(content)).length > 0),
  );
  const expected = mining.queries.map((query) =>
    corpus.filter((file) => searchCorpus([file], searchText(query)).count > 0),
  );
  expect(found).toEqual(expected);
  expect(found.flat().length).toBeGreaterThan(mining.queries.length);
});

test("one pass for all of them finds what a pass for each finds", () => {
  const { matcher, matcherFor } = compileQueries(mining.queries);
  for (const { content } of loadCorpus()) {
    const bytes = Buffer.from(content);
    expect(matcher.match(bytes)).toEqual(
      mining.queries.flatMap((_, index) => matcherFor([index]).match(bytes)),
    );
  }
});
