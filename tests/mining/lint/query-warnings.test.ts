import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import conf from "../../../conf.json" with { type: "json" };
import { maybePattern } from "../../../src/census/pattern.js";
import { maybeQueryProblem } from "../../../src/config/query-problem.js";
import { queryWarnings } from "../../../src/mining/lint/query-warnings.js";

const STUDY = conf.mining.queries;

/** What a query gets, as `kind: the text at its place`. */
function marked(
  query: string,
  extensions: readonly string[] = ["py", "ipynb"],
  length = 8,
): readonly string[] {
  return queryWarnings({ query, extensions }).map(
    ({ kind, place = 0 }) => `${kind}: ${query.slice(place, place + length)}`,
  );
}

describe("the study's queries", () => {
  it.each<[number, string[]]>([
    [1, []],
    [2, []],
    [3, []],
    [4, []],
    [5, []],
    [6, ["word end: import clearml", String.raw`method: \.report_scalar`]],
    [7, ["word end: import clearml"]],
    [8, ["word end: import clearml"]],
    [9, ["word end: import mlflow"]],
    [10, ["word end: import mlflow"]],
    [11, ["word end: import mlflow"]],
    [12, ["word end: import mlflow", String.raw`lines: \s\S)*pyfunc`]],
    [13, ["word end: import mlflow", String.raw`lines: \s\S)*pyfunc`]],
    [14, ["word end: import mlflow"]],
    [15, ["slash: /v1beta1"]],
    [16, ["word end: import kubeflow", String.raw`repetition: (\s|\S|\w)*`, String.raw`method: \.tune`]],
    [17, ["anchor: ^(from kfp", "anchor: ^(from kfp", "word end: from kfp"]],
    [18, ["word end: import wandb"]],
    [
      19,
      ["word end: import wandb", String.raw`repetition: (\s|\S|\w)*`, String.raw`method: \.log_artifact\(`],
    ],
    [20, ["word end: import wandb", String.raw`repetition: (\s|\S|\w)*`, String.raw`method: \.log\(`]],
    [21, ["word end: import wandb"]],
  ])("number %d gets its warnings and no other", (number, expected) => {
    const { query = "", extensions = [] } = STUDY[number - 1] ?? {};
    const found = marked(query, extensions, query.length);
    expect(found).toHaveLength(expected.length);
    found.forEach((mark, index) => {
      expect(mark.startsWith(expected[index] ?? "none")).toBe(true);
    });
  });

  it("are all there", () => {
    expect(STUDY).toHaveLength(21);
  });

  it.each<[number, string, boolean]>([
    [8, "import clearml_utils", true],
    [12, "import mlflow\nx = 1; mlflow.pyfunc.save_model()", true],
    [12, "import mlflow\n\nmlflow.pyfunc.save_model()", false],
    [12, 'import mlflow\\n",\n    "mlflow.pyfunc.save_model()', false],
    [17, "import os\nimport kfp", false],
    [17, '    "import kfp"', false],
    [18, "from wandb_utils import x", true],
    [20, "import wandb\nmath.log(2)", true],
    [16, "import kubeflow\nkatib\nray.tune", true],
  ])("number %d, with %j: what its warning says holds (%s)", (number, file, isFound) => {
    const pattern = maybePattern(STUDY[number - 1]?.query ?? "") ?? "";
    expect(RE2JS.compile(pattern).matcher(file).find()).toBe(isFound);
  });
});

describe("a query that says what it means", () => {
  it.each([
    String.raw`/(?m)^[\s"]*(import|from)\s+wandb\b[\s\S]*?\bwandb\.log\(/`,
    String.raw`/import wandb\b|from wandb\b/`,
    String.raw`/(import wandb|from wandb)\b[\s\S]*wandb\.log\(/`,
    String.raw`/from wandb import|import wandb\s/`,
    String.raw`/import wandb( as \w+)?\n/`,
    String.raw`/import wandb\w*/`,
    String.raw`/from wandb\.sdk import Run/`,
    String.raw`/(?s)import wandb\b.*wandb\.log\(/`,
    String.raw`/(?is)import wandb\b.*wandb\.log\(/`,
    String.raw`/import wandb\b(.|\n)*wandb\.log\(/`,
    String.raw`/import wandb\b[\s\S]*wandb\.init\(.*\)\.log_code\(/`,
    String.raw`/import os\n.*OptionParser/`,
    String.raw`/import os(\r?\n)+.*OptionParser/`,
    String.raw`/from clearml import .*Task[\s\S]*Task\.init\(/`,
    String.raw`/from clearml import .*Task\.init/`,
    String.raw`/kubeflow\.org\/v1beta1/`,
    String.raw`/\/etc\/wandb\//`,
    String.raw`/import wandb\b(.|\s)*wandb\.log\(/`,
    String.raw`/import wandb\b(?:\s|.)*wandb\.log\(/`,
    String.raw`/import wandb\b(?:.*\s)*wandb\.log\(/`,
    String.raw`/import wandb\b(.|\x0a)*wandb\.log\(/`,
    String.raw`/(?s:import wandb\b.*wandb\.log\()/`,
    String.raw`/from wandb\b.*import/`,
    String.raw`/(import|from) .*wandb\b/`,
    String.raw`/import wandb\b|mlflow.*log_params/`,
    String.raw`/wandb[^\w]*\.log\(/`,
    String.raw`/import[\s\S]*\.csv/`,
    String.raw`/math.log\(/`,
    String.raw`/import wandb[^\w]/`,
    "/import wandb[^a-zA-Z0-9_]/",
    "/import wandb[[:space:]]/",
    String.raw`/import wandb\p{Zs}/`,
    String.raw`/from (wandb|mlflow)\b/`,
    String.raw`/(?m)"import wandb\\n",$/`,
    String.raw`/(?i)mlflow\.log_metrics\(/`,
    String.raw`/(wandb|run)\.log\(/`,
    String.raw`/wandb\s*\.log\(/`,
    String.raw`/[\s\S]*\.csv/`,
    String.raw`/(?m)^.*import wandb\b/`,
    String.raw`/(?P<tool>wandb|mlflow)\.init\(/`,
    "/wandb/",
    "wandb.log(",
    "import wandb as",
    "from wandb import Api",
    String.raw`C:\data\runs`,
    "x[0] * y[i]",
    "a | b",
    "cost in $",
    "postgres://user:password@host",
    "x[a] - z[0]",
    '"name": "wandb"',
    "https://wandb.ai",
    ".gitlab-ci.yml",
    "uses: iterative/setup-cml@v2",
  ])("gets no warning: %s", (query) => {
    expect(marked(query)).toEqual([]);
  });

  it.each([String.raw`/(?m)^import wandb\b/`, String.raw`/import wandb\z/`, String.raw`/\Aimport wandb\b/`])(
    "may be anchored where it looks into no notebook, and knows lines: %s",
    (query) => {
      expect(marked(query, ["py"])).toEqual([]);
    },
  );

  it.each([String.raw`/\p{^L}x/`, String.raw`/\Q^a$\E/`])("may hold an anchor that is none: %s", (query) => {
    expect(marked(query).filter((mark) => mark.startsWith("anchor"))).toEqual([]);
  });
});

describe("a query for an engine of another dialect", () => {
  it.each<[string, string]>([
    ["/[a-z&&b]x/", "takes && in brackets for an operation on sets"],
    ["/[!--]x/", "takes -- in brackets"],
    ["/[~~]x/", "takes ~~ in brackets"],
    ["/a[[]b/", "takes [ in brackets for the start of a class inside"],
    ["/a[x[=a=]]b/", "takes [ in brackets"],
    [String.raw`/\<wandb/`, String.raw`takes \< for the edge of a word`],
    [String.raw`/wandb\>/`, String.raw`takes \> for the edge of a word`],
    [String.raw`/a[\<]/`, String.raw`\< for the edge`],
    [String.raw`/\Qa.b\E/`, String.raw`refuses \Q`],
    [String.raw`/a\0/`, String.raw`refuses \0`],
    [String.raw`/a[\07]/`, String.raw`refuses \0`],
    [String.raw`/a[\w-z]/`, String.raw`refuses \w-z`],
    [String.raw`/a\P{^L}/`, String.raw`Write \P for \p, or \p for \P, without the ^.`],
    [String.raw`/a\p{^L}/`, String.raw`refuses \p{^`],
    ["/(?P<1n>a)/", "refuses (?P<1"],
    [String.raw`/a\x{D800}/`, String.raw`refuses \x{D800}`],
    ["/(?i-i)a/", "refuses (?i-i)"],
    ["/(?)a/", "refuses (?)"],
  ])("hears what GitHub does with %s", (query, said) => {
    expect(maybeQueryProblem(query)).toBeUndefined();
    const messages = queryWarnings({ query, extensions: ["sh"] }).filter(({ kind }) => kind === "dialect");
    expect(messages).toHaveLength(1);
    expect(messages[0]?.message).toContain(said);
  });

  it.each([
    "/a&&b--c~~d/",
    String.raw`/[\[\&\&a\-\-\~\~-]x/`,
    "/[[:alpha:][:^digit:]-]x/",
    "/[]a[:space:]]x/",
    String.raw`/\\<a\\>b\\Qc/`,
    String.raw`/a[\w-]b[\w\--z]/`,
    String.raw`/\x{D7FF}\x00\P{L}\p{Greek}/`,
    "/(?P<n1>a)(?i)(?-i)b(?i-s:c)(?:d)/",
    "/(i)(ii)/",
  ])("hears nothing where both read the same: %s", (query) => {
    expect(maybeQueryProblem(query)).toBeUndefined();
    expect(queryWarnings({ query, extensions: ["sh"] })).toEqual([]);
  });
});

describe("a query that says something else", () => {
  it.each<[string, string[]]>([
    ["/a[/]b/c/", ["slash: /]b/c/"]],
    ["/etc/wandb/", ["slash: /wandb/"]],
    [String.raw`/import wandb\b.*wandb\.log\(/`, ["lines: .*wandb\\"]],
    [String.raw`/import wandb\b(.|,)*wandb\.log\(/`, ["lines: (.|,)*wa"]],
    [String.raw`/(?m)import wandb\b.+?wandb\.log\(/`, ["lines: .+?wandb"]],
    [String.raw`/(\s\S)*x/`, [String.raw`lines: \s\S)*x/`]],
    [String.raw`/import mlflow\b.*log_params/`, ["lines: .*log_pa"]],
    [String.raw`/Task\.init\(.*auto_connect_frameworks=True/`, ["lines: .*auto_c"]],
    [String.raw`/wandb\.init\(.*wandb\.log\(/`, ["lines: .*wandb\\"]],
    [String.raw`/wandb\.init\(.*\).*wandb\.log\(/`, ["lines: .*wandb\\"]],
    [String.raw`/import wandb\b.{0,500}wandb\.log\(/`, ["lines: .{0,500}"]],
    [String.raw`/(?s:import wandb)\b.*wandb\.log\(/`, ["lines: .*wandb\\"]],
    [String.raw`/[\s\S]*\.(log|log_artifact)\(/`, [String.raw`method: \.(log|l`]],
    [String.raw`/\.(?:log)\(/`, [String.raw`method: \.(?:log`]],
    [String.raw`/\b\w+\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/[\s\S]*(\w+)\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/[\s\S]*[^h]\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/[\s\S]{0,500}\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/(?s:.*)\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/[\s\S]*\n\s*\w+\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/\.log\s*\(/`, [String.raw`method: \.log\s*`]],
    [String.raw`/\.log_metrics?\(/`, [String.raw`method: \.log_me`]],
    [String.raw`/[\s\S]*.log\(/`, [String.raw`method: .log\(/`]],
    ["import wandb|from wandb", ["literal text: |from wa"]],
    ["^import wandb", ["literal text: ^import "]],
    ["wandb$", ["literal text: $"]],
    ["(?i)wandb", ["literal text: (?i)wand"]],
    ["NOT wandb", ["literal text: NOT wand"]],
    ["mlflow AND wandb", ["literal text:  AND wan"]],
    ["wandb is:fork", ["literal text: is:fork"]],
    ["wandb user:someone", ["literal text: user:som"]],
    [String.raw`/\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/import wandb\b[\s\S]*\w+\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/import wandb\b[^#]*[.]log[(]/`, ["method: [.]log[("]],
    [String.raw`/(?i)\.log\(/`, [String.raw`method: \.log\(/`]],
    [String.raw`/(?m)^import wandb\b/`, ["anchor: ^import "]],
    [String.raw`/(?m)^\s*import wandb\b/`, [String.raw`anchor: ^\s*impo`]],
    ["/(?m)import wandb$/", ["anchor: $/"]],
    [String.raw`/^.*import wandb\b/`, ["anchor: ^.*impor"]],
    [String.raw`/import\s+wandb/`, [String.raw`word end: import\s`]],
    ["/(import|from) wandb/", ["word end: (import|"]],
    ["/import (?:wandb|mlflow)/", ["word end: import ("]],
    [String.raw`/(import|from)\s+(wandb|mlflow)/`, ["word end: (import|"]],
    [String.raw`/\pL\x{22}import wandb/`, ["word end: import w"]],
    [String.raw`/\Aimport wandb\b/`, [String.raw`anchor: \Aimport`]],
    ["/(?m)import (wandb|mlflow)$/", ["anchor: $/"]],
    [String.raw`/(?m)wandb\.init\(x\):\s*$/`, ["anchor: $/"]],
    ['/(?m:^"a)|^"b/', ['anchor: ^"b/']],
    [String.raw`/import wandb(\s+as\s+\w+)?[\s\S]*wandb\.log\(/`, ["word end: import w"]],
    ["/(?P<how>import wandb)/", ["word end: import w"]],
    [String.raw`/(\d|\D|x)+y/`, [String.raw`repetition: (\d|\D|x`]],
    [String.raw`import wandb\s`, [String.raw`literal text: \s`]],
    ["import wandb.*log", ["literal text: .*log"]],
    ["(import|from) wandb", ["literal text: (import|"]],
    ["wandb[a-z]+", ["literal text: [a-z]+"]],
    ['"import wandb"', ['literal text: "import ']],
    ["wandb OR mlflow", ["literal text:  OR mlfl"]],
    ["wandb language:python", ["literal text: language"]],
    [".log(", ["method: .log("]],
    ["import wandb", ["word end: import w"]],
  ])("gets its warning: %s", (query, expected) => {
    expect(marked(query)).toEqual(expected);
  });

  it.each([
    "/apiVersion( )*:( )*kubeflow.*kind( )*:( )*Experiment/",
    String.raw`/uses: iterative\/setup-cml.*cml comment create/`,
  ])("is told that lines of YAML are several: %s", (query) => {
    expect(marked(query, ["yml"], 2)).toEqual(["lines: .*"]);
  });

  it.each(["/uses: .*setup-cml/", String.raw`/uses: iterative\/.*@v1/`, "/run: .*cml comment create/"])(
    "may name a value of YAML on the line of its key: %s",
    (query) => {
      expect(marked(query, ["yml"])).toEqual([]);
    },
  );

  it("hears what stands in place of its gap", () => {
    const [warning] = queryWarnings({
      query: String.raw`/import wandb\b.{0,500}?log_code/`,
      extensions: ["py"],
    });
    expect(warning?.message).toContain(String.raw`Write [\s\S]{0,500}? to cross lines.`);
  });

  it("is told how a path is written", () => {
    const [warning] = queryWarnings({ query: "/etc/wandb.yml/", extensions: ["py"] });
    expect(warning?.message).toContain(String.raw`/\/etc\/wandb\.yml\//`);
  });

  it("hears of notebooks only where it looks into some", () => {
    const query = String.raw`/(.|\s\S)*x/`;
    const [[inScripts], [inNotebooks]] = [["py"], ["IPYNB"]].map((extensions) =>
      queryWarnings({ query, extensions }),
    ) as [ReturnType<typeof queryWarnings>, ReturnType<typeof queryWarnings>];
    expect(inScripts?.message).not.toContain(".ipynb");
    expect(inNotebooks?.message).toContain(".ipynb");
  });
});

describe("any text", () => {
  const pieces = [
    "(",
    ")",
    "|",
    "*",
    "?",
    "\\",
    "\\s",
    "\\S",
    "[",
    "]",
    "^",
    "$",
    ".",
    "\\.",
    "log(",
    "import wandb",
    " ",
  ];
  const likePattern = fc
    .array(fc.constantFrom(...pieces, "(?", "(?i)", "(?P<a>", "(?s:", "{2,}", "/", "é", "\u{1F600}", "\n"), {
      maxLength: 30,
    })
    .map((parts) => `/${parts.join("")}/`);
  const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), likePattern);

  it("gets a list of warnings in the order of their places, each a sentence", () => {
    fc.assert(
      fc.property(text, (query) => {
        const warnings = queryWarnings({ query, extensions: ["py", "ipynb"] });
        const places = warnings.map(({ place = 0 }) => place);
        expect(places).toEqual([...places].sort((one, other) => one - other));
        expect(places.every((place) => place >= 0 && place < Math.max(1, query.length))).toBe(true);
        expect(warnings.every(({ message }) => /^\S.*\. \S/s.test(message))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["deep", `/${"(".repeat(450)}a${")".repeat(450)}/`],
    ["far too deep", `/${"(".repeat(90_000)}${")".repeat(90_000)}/`],
    ["optional many times over", `/import wandb${"(( ?)?)?".repeat(120)}/`],
    ["full of open brackets", "[a-z".repeat(240)],
    ["full of letters in one bracket", `[${"a-z".repeat(320)}`],
    ["full of names before a bracket", `/${"(.log".repeat(160)}${")".repeat(160)}/`],
    ["full of gaps between imports", `/${"import a.*".repeat(95)}/`],
    ["full of gaps inside gaps", `/${"(.*".repeat(190)}${")*".repeat(190)}/`],
    ["full of anchors", `/${"^$".repeat(480)}/`],
  ])("that is %s is answered soon", (_, query) => {
    expect(queryWarnings({ query, extensions: ["py", "ipynb"] })).toBeInstanceOf(Array);
  });

  it("that can be asked and has no warning can be told from one that cannot be asked", () => {
    expect(maybeQueryProblem("/a(?=b)/")).toBeDefined();
    expect(queryWarnings({ query: "/a(?=b)/", extensions: ["py"] })).toEqual([]);
  });
});
