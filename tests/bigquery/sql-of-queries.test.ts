import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { sqlOfQueries } from "../../src/bigquery/sql-of-queries.js";
import { maybeSqlRefusal, sqlPattern } from "../../src/bigquery/sql-pattern.js";
import { compileQueries } from "../../src/corpus/engine/compile-queries.js";

const plain = { query: "x", extensions: ["y"] };
const anyQuery = fc.record({
  query: fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom("/a'b|`c`/", "'; DROP TABLE x; --", "@text_0", "\\", '"""', "/\\bimport\\s+wandb\\b/"),
  ),
  extensions: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
});

describe("the statement", () => {
  it("counts files and repositories of each query in one pass over the sample", () => {
    expect(sqlOfQueries([plain], "sample").sql).toBe(String.raw`WITH texts AS (
SELECT
  sample_repo_name AS repository,
  sample_path AS path,
  IF(STARTS_WITH(content, '\ufeff'), SUBSTR(content, 2), content) AS text
FROM ${"`bigquery-public-data.github_repos.sample_contents`"}
WHERE NOT binary
),
found AS (
SELECT
  repository,
  REGEXP_CONTAINS(text, @text_0) AND REGEXP_CONTAINS(path, @path_0) AS found_0
FROM texts
)
SELECT
  COUNTIF(found_0) AS files_0,
  COUNT(DISTINCT IF(found_0, repository, NULL)) AS repositories_0
FROM found`);
  });

  it("searches all contents once, before they are joined with their places", () => {
    expect(sqlOfQueries([plain, plain], "full").sql).toBe(String.raw`WITH texts AS (
SELECT
  id,
  IF(STARTS_WITH(content, '\ufeff'), SUBSTR(content, 2), content) AS text
FROM ${"`bigquery-public-data.github_repos.contents`"}
WHERE NOT binary
),
matched AS (
SELECT
  id,
  REGEXP_CONTAINS(text, @text_0) AS matched_0,
  REGEXP_CONTAINS(text, @text_1) AS matched_1
FROM texts
),
found AS (
SELECT
  repo_name AS repository,
  matched_0 AND REGEXP_CONTAINS(path, @path_0) AS found_0,
  matched_1 AND REGEXP_CONTAINS(path, @path_1) AS found_1
FROM matched JOIN ${"`bigquery-public-data.github_repos.files`"} USING (id)
WHERE matched_0 OR matched_1
)
SELECT
  COUNTIF(found_0) AS files_0,
  COUNT(DISTINCT IF(found_0, repository, NULL)) AS repositories_0,
  COUNTIF(found_1) AS files_1,
  COUNT(DISTINCT IF(found_1, repository, NULL)) AS repositories_1
FROM found`);
  });

  it("holds nothing of the queries", () => {
    const property = fc.property(
      fc.array(anyQuery, { minLength: 1, maxLength: 5 }),
      fc.constantFrom("sample" as const, "full" as const),
      (queries, table) => {
        const { sql } = sqlOfQueries(queries, table);
        expect(sql).toBe(
          sqlOfQueries(
            queries.map(() => plain),
            table,
          ).sql,
        );
      },
    );
    fc.assert(property);
  });

  it("has every parameter that it names, once, and they come through a request as they are", () => {
    const property = fc.property(fc.array(anyQuery, { minLength: 1, maxLength: 5 }), (queries) => {
      const { sql, parameters } = sqlOfQueries(queries, "full");
      const named = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => name);
      expect(parameters.map(({ name }) => name).sort()).toEqual(named.sort());
      const sent = Buffer.from(JSON.stringify(parameters));
      const values = new Map<string, string>(
        JSON.parse(sent.toString()).map((one: (typeof parameters)[number]) => [
          one.name,
          one.parameterValue.value,
        ]),
      );
      for (const [index, query] of queries.entries()) {
        expect({ text: values.get(`text_${index}`), path: values.get(`path_${index}`) }).toEqual(
          sqlPattern(query),
        );
      }
    });
    fc.assert(property);
  });
});

const found = (query: string, text: string) =>
  RE2JS.compile(sqlPattern({ query, extensions: ["py"] }).text).test(text);
const isAt = (extensions: string[], path: string) =>
  RE2JS.compile(sqlPattern({ query: "x", extensions }).path).test(path);

describe("the meaning of a query in SQL", () => {
  it.each([
    ["a phrase in any letter case", "Import WandB", "IMPORT wandb", true],
    ["a phrase whose signs are signs", "a.b(c)*", "a.b(c)*", true],
    ["a phrase whose dot is no other character", "a.b", "axb", false],
    ["a phrase over lines", "a\nb", "A\nB", true],
    ["a pattern in any letter case", "/import (wandb|kfp)/", "IMPORT KFP", true],
    ["a pattern that minds letter case", "/(?-i)import/", "IMPORT", false],
    ["the start of a line", "/^import/", "x\nimport", true],
    ["the end of a line", "/import$/", "import\nx", true],
    ["a dot that matches no newline", "/a.b/", "a\nb", false],
    ["a class that does", "/a[\\s\\S]b/", "a\nb", true],
    ["a choice whose every part has the flags", "/x|^y/", "a\nY", true],
  ])("is %s", (_, query, text, isFound) => {
    expect(found(query, text)).toBe(isFound);
  });

  it("looks at the end of a path", () => {
    expect(isAt(["py", "ipynb"], "a/B.PY")).toBe(true);
    expect(isAt(["py"], "a.py/b.md")).toBe(false);
    expect(isAt(["py"], "a.py\nb")).toBe(false);
    expect(isAt(["py"], "apy")).toBe(false);
    expect(isAt(["c++"], "a.c++")).toBe(true);
  });

  it("is that of the search in folders", () => {
    const letter = fc.constantFrom("a", "B", "\n", ".", " ", "é", "(", "ſ");
    const text = fc.string({ unit: letter, maxLength: 12 });
    const query = fc.oneof(
      fc.string({ unit: letter, minLength: 1, maxLength: 3 }),
      fc.constantFrom("/^a/", "/b$/", "/a.b/", "/a[^b]/", "/(?-i)b/", "/(a|b)+\\s/", "/s/", "/\\bA/", "/É/"),
    );
    const property = fc.property(query, text, (query, text) => {
      const matches = compileQueries([{ query }]).matcher.match(Buffer.from(text)).length > 0;
      expect(found(query, text)).toBe(matches);
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  it.each([
    ["nothing", "", /cannot look for nothing/],
    ["look-ahead", "/a(?=b)/", /RE2, does not know this regular expression \(invalid/],
    ["a back-reference", "/(a)\\1/", /RE2, does not know/],
    ["half a character", "a\ud800", /half of a character/],
  ])("is refused for %s", (_, query, expected) => {
    expect(maybeSqlRefusal({ query, extensions: ["py"] })).toMatch(expected);
  });

  it("is refused without extensions, and for nothing else", () => {
    expect(maybeSqlRefusal({ query: "a", extensions: [] })).toMatch(/at least one extension/);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (query) => {
        fc.pre(!query.startsWith("/"));
        expect(maybeSqlRefusal({ query, extensions: ["py"] })).toBeUndefined();
      }),
    );
  });
});
