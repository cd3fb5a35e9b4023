import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RE2JS } from "re2js";
import { afterEach, expect, test, vi } from "vitest";
import { PROJECT_ROOT } from "../../../src/census/project-root.js";
import { compileQueries } from "../../../src/corpus/engine/compile-queries.js";

const { mining } = JSON.parse(readFileSync(join(PROJECT_ROOT, "conf.json"), "utf8")) as {
  mining: { queries: { query: string }[] };
};

const STUDY = compileQueries(mining.queries).matcher;
const MEBIBYTES_5 = 5 * 2 ** 20;

afterEach(() => void vi.restoreAllMocks());

/** How often the literals and the regular expressions are looked for. */
function workOf(match: () => unknown): { literals: number; expressions: number } {
  const exec = vi.spyOn(RegExp.prototype, "exec");
  const test = vi.spyOn(RE2JS.prototype, "test");
  match();
  const work = { literals: exec.mock.calls.length, expressions: test.mock.calls.length };
  vi.restoreAllMocks();
  return work;
}

test("a file without a literal is looked at once", () => {
  const bytes = Buffer.from("x = 1\n".repeat(10_000));
  expect(workOf(() => STUDY.match(bytes))).toEqual({ literals: 1, expressions: 0 });
});

test("thousands of imports cost a step each", () => {
  const bytes = Buffer.from("import wandb\nfrom mlflow import log\n".repeat(4_000));
  const { literals, expressions } = workOf(() => STUDY.match(bytes));
  expect(literals).toBeLessThanOrEqual(4 * 4_000 + 1);
  expect(expressions).toBe(0);
});

test("twice the text is twice the steps, where the literals overlap everywhere", () => {
  const { matcher } = compileQueries([
    { query: "/aa[\\s\\S]*a{8}[\\s\\S]*ab/" },
    { query: "/a|aaa(\\s|\\S)*b/" },
  ]);
  const steps = [50_000, 100_000].map(
    (length) => workOf(() => matcher.match(Buffer.alloc(length, "a"))).literals,
  );
  expect(steps).toEqual([50_002, 100_002]);
});

// On 5 MiB, whatever takes more than linear time does not end before the test is given up.
test.each([
  ["word characters after an import", `import mlflow\nfrom wandb\n${"w".repeat(MEBIBYTES_5)}`],
  ["one line of commas", `from mlflow import pyfunc ${", pyfunc".repeat(MEBIBYTES_5 / 8)}`],
  ["an import on every line", "import mlflow\n".repeat(MEBIBYTES_5 / 14)],
  ["spaces", `apiVersion: kubeflow.org/v1beta1\nkind${" ".repeat(MEBIBYTES_5)}`],
])("the study's queries end on 5 MiB: %s", (_, text) => {
  const bytes = Buffer.from(text);
  const { expressions } = workOf(() => STUDY.match(bytes));
  expect(expressions).toBeLessThanOrEqual(4);
});

test.each(["/(a+)+b/", "/(a|a)*b/", "/(\\w+\\s?)*;$/", "/(.*)*=.*/", "/(a?){30}a{30}b/"])(
  "a pattern that takes exponential time elsewhere ends: %s",
  (query) => {
    expect(compileQueries([{ query }]).matcher.match(Buffer.alloc(200_000, "a"))).toEqual([]);
  },
);

test("hundreds of queries about the same texts take one look at each place", () => {
  const queries = Array.from({ length: 500 }, (_, index) => ({
    query: `/import numpy(\\s|\\S)*np\\.f${index}\\(/`,
  }));
  const bytes = Buffer.from("import numpy\nnp.f7(np.f77(1))\n".repeat(100));
  const { matcher } = compileQueries(queries);
  expect(matcher.match(bytes)).toEqual([7, 77]);
  expect(workOf(() => matcher.match(bytes))).toEqual({ literals: 302, expressions: 0 });
});
