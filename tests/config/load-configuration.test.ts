import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { dorkingPlan } from "../../src/dorking/plan.js";
import { codePlanOf } from "../collect/plan-of.js";
import { conf, ENTRY, findingsOf, temporaryFolder, writtenFile } from "./conf-file.js";

function wrongIn(content: string | Uint8Array): string[] {
  const path = writtenFile("conf.json", content);
  return findingsOf(() => loadConfiguration(path), path);
}

function loaded(content: string | Uint8Array) {
  return loadConfiguration(writtenFile("conf.json", content));
}

/** What is wrong with one entry that differs from a right one in these fields, without position. */
function wrongWith(fields: object): string[] {
  return wrongIn(conf([{ ...ENTRY, ...fields }])).map((text) =>
    text.replace(/ \(line \d+, column \d+\)/, ""),
  );
}

describe("the study's conf.json", () => {
  const configuration = loadConfiguration();

  it("holds 21 queries of five tools at 10 to 30 s", () => {
    const { queries, pace } = configuration.mining;
    expect(queries).toHaveLength(21);
    expect([...new Set(queries.map(({ tool }) => tool))]).toEqual([
      "cml",
      "ClearML",
      "MLflow",
      "Kubeflow",
      "Wandb",
    ]);
    expect(pace).toEqual({ lowMs: 10_000, highMs: 30_000 });
  });

  it("holds the query with bare slashes inside as the study wrote it", () => {
    expect(configuration.mining.queries[14]).toEqual({
      tool: "Kubeflow",
      query: String.raw`/apiVersion( )*:( )*kubeflow\.org/v1beta1(\s|\S)*kind( )*:( )*Experiment/`,
      extensions: ["yaml", "yml"],
      purposes: ["logging", "metric", "tuning"],
    });
  });

  it("holds 8 companies and 11 tools, searched as studied", () => {
    const { dorking } = configuration;
    expect(dorking?.companies).toHaveLength(8);
    expect(dorking?.tools).toHaveLength(11);
    expect(dorking?.asStudied).toBe(true);
    expect(dorking?.companies.filter(({ ownTool }) => ownTool === undefined).map(({ name }) => name)).toEqual(
      ["OpenAI", "Alibaba cloud"],
    );
    expect(dorking?.figures).toEqual({
      companies: ["Netflix", "Uber", "IBM", "OpenAI"],
      tools: ["MLFlow", "Clear ML", "CML", "KubeFlow"],
    });
  });
});

describe("a configuration that is right", () => {
  it("may be the bare list of queries, whose entries may hold other fields", () => {
    const { mining, dorking } = loaded(JSON.stringify([{ ...ENTRY, purpose: "global", number: 197_000 }]));
    expect(mining.queries).toEqual([
      { tool: "wandb", query: "/import wandb/", extensions: ["py"], purposes: ["global"] },
    ]);
    expect(dorking).toBeUndefined();
  });

  it("may give one purpose and one extension without a list", () => {
    const { mining } = loaded(conf([{ ...ENTRY, extensions: "py", purpose: "metric" }]));
    expect(mining.queries[0]).toMatchObject({ extensions: ["py"], purposes: ["metric"] });
  });

  it("may begin with a byte order mark and have Windows' line ends", () => {
    expect(loaded(`\uFEFF${conf([ENTRY]).replaceAll("\n", "\r\n")}`).mining.queries).toHaveLength(1);
  });

  it.each([
    ["5-15", 5_000, 15_000],
    ["5–15", 5_000, 15_000],
    ["0", 0, 0],
    [7, 7_000, 7_000],
  ])("may set the pace %j", (pace, lowMs, highMs) => {
    expect(loaded(JSON.stringify({ mining: { pace, queries: [ENTRY] } })).mining.pace).toEqual({
      lowMs,
      highMs,
    });
  });

  it("quotes names in Google searches and searches a tool by its name where nothing else is said", () => {
    const { dorking } = loaded(conf([ENTRY], { companies: [{ name: "Uber" }], tools: [{ name: "CML" }] }));
    expect(dorking).toEqual({
      companies: [{ name: "Uber" }],
      tools: [{ name: "CML", search: ["CML"], with: [], without: [] }],
      asStudied: false,
      figures: { companies: ["Uber"], tools: ["CML"] },
      pace: { lowMs: 1_000, highMs: 2_000 },
      repeats: 1,
      source: "google-cse",
    });
  });

  it("may say what figures show, who counts, on how many days, and which words stand beside a name", () => {
    const { dorking } = loaded(
      conf([ENTRY], {
        companies: [
          { name: "Uber", ownTool: "Michelangelo" },
          { name: "OpenAI", usedTool: "W&B" },
        ],
        tools: [
          { name: "W&B" },
          { name: "CML", with: "machine learning", without: ["leukemia"] },
          { name: "Michelangelo" },
        ],
        figures: { companies: ["OpenAI"], tools: ["CML"] },
        source: "serpapi",
        repeats: 3,
      }),
    );
    expect(dorking).toMatchObject({
      companies: [{ name: "Uber" }, { name: "OpenAI", usedTool: "W&B" }],
      figures: { companies: ["OpenAI"], tools: ["CML"] },
      source: "serpapi",
      repeats: 3,
    });
    expect(dorking?.tools[1]).toMatchObject({ with: ["machine learning"], without: ["leukemia"] });
  });

  it("shows in figures, where nothing else is said, all companies, and all tools that are no company's own", () => {
    const { dorking } = loaded(
      conf([ENTRY], {
        companies: [{ name: "Uber", ownTool: "Michelangelo" }, { name: "OpenAI" }],
        tools: [{ name: "W&B" }, { name: "Michelangelo" }],
      }),
    );
    expect(dorking?.figures).toEqual({ companies: ["Uber", "OpenAI"], tools: ["W&B"] });
  });

  it("may give one name to search without a list, and null for no own tool", () => {
    const { dorking } = loaded(
      conf([ENTRY], {
        companies: [{ name: "Uber", ownTool: null }],
        tools: [{ name: "Wandb", search: "Weights & Biases" }],
      }),
    );
    expect(dorking?.companies).toEqual([{ name: "Uber" }]);
    expect(dorking?.tools).toMatchObject([{ name: "Wandb", search: ["Weights & Biases"] }]);
  });

  it.each(["iterative/setup-cml@v1", "path/to/model", "a (b", "[x", String.raw`c:\models`])(
    "may ask for the phrase %s",
    (query) => {
      expect(wrongWith({ query })).toEqual([]);
    },
  );

  it.each([
    String.raw`/a\/b/`,
    "/a/b/",
    String.raw`/\x{41}a{2,3}/`,
    "/(?-i)True/",
    "/[{]a/",
    "/[[:alpha:]{]a/",
    String.raw`/a\b{2}/`,
    String.raw`/\{/`,
  ])("may ask for the regular expression %s", (query) => {
    expect(wrongWith({ query })).toEqual([]);
  });
});

describe("an entry that is wrong", () => {
  const at = (field: string) => `conf.json: mining.queries[0].${field}: expected`;

  it.each([
    [
      { purpose: "metrics" },
      `${at("purpose")} one of global, logging, metric, tuning (did you mean "metric"?), found "metrics"`,
    ],
    [
      { purpose: ["global", "lgoging"] },
      `${at("purpose[1]")} one of global, logging, metric, tuning (did you mean "logging"?), found "lgoging"`,
    ],
    [{ purpose: [] }, `${at("purpose")} at least one of global, logging, metric, tuning, found []`],
    [
      { purpose: 7 },
      `${at("purpose")} one or several of global, logging, metric, tuning: one text or a list of them, found 7`,
    ],
    [
      { purpose: ["metric", "metric"] },
      `${at("purpose")} each purpose once in the list, found ["metric","metric"]`,
    ],
    [
      { purpose: undefined },
      `${at("purpose")} one or several of global, logging, metric, tuning: one text or a list of them, found nothing`,
    ],
    [{ query: "" }, `${at("query")} a phrase to search, or a regular expression between slashes, found ""`],
    [
      { query: "  " },
      `${at("query")} a phrase to search, or a regular expression between slashes, found "  "`,
    ],
    [
      { query: 3 },
      `${at("query")} a phrase to search, or a regular expression between slashes, as one text, found 3`,
    ],
    [{ query: "//" }, `${at("query")} a regular expression between the slashes, found "//"`],
    [
      { tool: "" },
      `${at("tool")} the name of the tool, with a letter or digit, without double quotes or spaces around it, found ""`,
    ],
    [
      { tool: "--" },
      `${at("tool")} the name of the tool, with a letter or digit, without double quotes or spaces around it, found "--"`,
    ],
    [{ extensions: [] }, `${at("extensions")} at least one extension, such as "py", found []`],
    [{ extensions: ["py", "py"] }, `${at("extensions")} each extension once in the list, found ["py","py"]`],
  ])("%j is told with what is expected", (fields, text) => {
    expect(wrongWith(fields)).toEqual([text]);
  });

  it.each([
    "logging, metric",
    "logging,metric",
    "Logging; metrics",
    "logging metric",
    "logging, metric, logging",
  ])("the purpose %j is told to be a list", (purpose) => {
    expect(wrongWith({ purpose })).toEqual([
      `${at("purpose")} one of global, logging, metric, tuning (write a list: ["logging", "metric"]), found ${JSON.stringify(purpose)}`,
    ]);
  });

  it("the purpose with an unknown word in it is not told to be a list", () => {
    expect(wrongWith({ purpose: "logging, speed" })).toEqual([
      `${at("purpose")} one of global, logging, metric, tuning, found "logging, speed"`,
    ]);
  });

  it.each(["py,ipynb", "py, ipynb", "*.py;*.ipynb", "py ipynb"])(
    "the extension %j is told to be a list",
    (extensions) => {
      expect(wrongWith({ extensions })).toEqual([
        `${at("extensions")} an extension without dot, star or space, such as "py" (write a list: ["py", "ipynb"]), found ${JSON.stringify(extensions)}`,
      ]);
    },
  );

  it("takes an extension in upper case, as R's scripts have it", () => {
    expect(wrongWith({ extensions: ["R"] })).toEqual([]);
  });

  it.each([".py", "*.py", " py", "py "])("the extension %j is none, and py is proposed", (extension) => {
    expect(wrongWith({ extensions: ["sh", extension] })).toEqual([
      `${at("extensions[1]")} an extension without dot, star or space, such as "py" (did you mean "py"?), found ${JSON.stringify(extension)}`,
    ]);
  });

  it.each(["tar.gz", "p y", "p*", ""])("the extension %j is none", (extension) => {
    expect(wrongWith({ extensions: extension })).toEqual([expect.stringContaining(at("extensions"))]);
  });

  it.each([
    ["/import wandb", "a closing slash"],
    [String.raw`/import wandb\/`, "a closing slash"],
    ["/", "a closing slash"],
    ["/wandb/i", "no letters after it"],
    ["/a/i", "no letters after it"],
    ["/abc", "a closing slash"],
    ["/abc", String.raw`a phrase that begins with a slash is written /\/like this/`],
    ["/s", "a closing slash"],
    ["//cdn.com/x", "a closing slash"],
    ["//cdn.com/s", "a closing slash"],
    ["/usr/local/bin", "a closing slash"],
    [String.raw`/a\/i`, "a closing slash"],
    [" /wandb/", "no space before or after"],
    ["/(a/", "missing closing ): (a"],
    ["/[a/", "missing closing ]: [a"],
    ["/a{2/", "a closed repetition"],
    ["/a{x}/", "a closed repetition"],
    ["/a(?=b)/", "without look-around such as (?=: GitHub's engine has none"],
    ["/a(?!b)/", "without look-around such as (?!"],
    ["/(?<=a)b/", "without look-around such as (?<="],
    ["/a(?<!b)/", "without look-around such as (?<!"],
    [String.raw`/(a)\1/`, String.raw`without back-references such as \1: GitHub's engine has none`],
    [String.raw`/(?<n>a)\k<n>/`, String.raw`without back-references such as \k`],
    ["/(?P<n>a)(?P=n)/", "without back-references such as (?P="],
    ["/a++/", "RE2, does not know one repetition right after another, ++."],
    ["/a**/", "as in (?:a+)+"],
    ["/a{2}{3}/", "right after another, {2}{3}."],
    ["/a{1001}/", "RE2, does not know the repetition {1001}."],
    [String.raw`/\u0041/`, String.raw`RE2, does not know \u. Write \x{0041}`],
    [String.raw`/\p{Script=Greek}/`, String.raw`Write the value alone, as in \p{Greek}, instead`],
    [String.raw`/a\b{start}/`, String.raw`RE2, does not know \b{start}. Write \b instead`],
    ["/(?u)a/", "RE2, does not know the flag at the end of (?u."],
    ["/[a(?=b/", "missing closing ]: [a(?=b"],
    ["/(?>a)/", "a regular expression that code search understands (invalid"],
    ["/*a/", "missing argument to repetition operator: *"],
    ["/(wandb)?/", "matches every file"],
    ["a\nb", "on one line"],
    ["/a\tb/", "on one line"],
    ["a\ud800", "surrogate"],
  ])("the query %j is told, with the reason", (query, reason) => {
    const texts = wrongWith({ query });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(at("query"));
    expect(texts[0]).toContain(reason);
  });

  it("is told when its search text is longer than GitHub's limit, with its length", () => {
    expect(wrongWith({ query: "a".repeat(988) })).toEqual([]);
    expect(wrongWith({ query: "a".repeat(989) })).toEqual([
      `${at("query")} a search text of at most 1000 characters, files included, found 1001 characters`,
    ]);
  });

  it("is told with the name that was meant where a name is misspelt, twice: as unknown and as missing", () => {
    const { purpose, ...rest } = ENTRY;
    expect(wrongIn(conf([{ ...rest, purposes: purpose }]))).toEqual([
      expect.stringMatching(
        /^conf.json: mining.queries\[0\].purpose \(line 4.*did you write "purposes" for "purpose"\?/,
      ),
      expect.stringMatching(
        /^conf.json: mining.queries\[0\].purposes \(line 10, column 9\).*did you mean "purpose"\?/,
      ),
    ]);
  });
});

describe("entries that are at odds", () => {
  it("are told when equal in tool, query and extensions in any order, with both places", () => {
    const entries = [
      { ...ENTRY, extensions: ["py", "ipynb"] },
      { ...ENTRY, extensions: ["ipynb", "py"], purpose: ["metric"] },
    ];
    expect(wrongIn(conf(entries))).toEqual([
      "conf.json: mining.queries[1] (line 15, column 7): expected another tool, query or extensions than " +
        "mining.queries[0] (line 4): a count asked twice would be added twice, found an equal entry",
    ]);
  });

  it("are told when equal even where their query is wrong too", () => {
    const entry = { ...ENTRY, query: "/open" };
    expect(wrongIn(conf([entry, { ...entry, purpose: "metric" }]))).toHaveLength(3);
  });

  it("are let be when only the extensions differ", () => {
    expect(wrongIn(conf([ENTRY, { ...ENTRY, extensions: "ipynb" }]))).toEqual([]);
  });

  it("are told when tools differ in letter case, spaces or punctuation only, once a spelling", () => {
    const tools = ["ClearML", "Clear ML", "Clear ML", "clear-ml", "ClearML"];
    const entries = tools.map((tool, index) => ({ ...ENTRY, tool, query: `use ${index}` }));
    expect(wrongIn(conf(entries)).map((text) => text.replace(/ \(line.*/, ""))).toEqual([
      "conf.json: mining.queries[1].tool",
      "conf.json: mining.queries[3].tool",
    ]);
  });

  it("are told when one tool goes by two of its names, which would share a figure", () => {
    const entries = ["Wandb", "Weights & Biases"].map((tool, index) => ({
      ...ENTRY,
      tool,
      query: `use ${index}`,
    }));
    expect(wrongIn(conf(entries))).toEqual([expect.stringContaining("both names stand for one")]);
  });

  it("are told when a company or a tool comes twice", () => {
    const dorking = {
      companies: [{ name: "IBM" }, { name: "ibm" }],
      tools: [{ name: "Clear ML" }, { name: "ClearML" }],
    };
    expect(wrongIn(conf([ENTRY], dorking))).toEqual([
      expect.stringMatching(
        /dorking.companies\[1\].name .*: expected each company once: dorking.companies\[0\].name \(line \d+\) is "IBM", found "ibm"$/,
      ),
      expect.stringMatching(
        /dorking.tools\[1\].name .*: expected each tool once: .* is "Clear ML", found "ClearML"$/,
      ),
    ]);
  });

  it("are told when an own tool is spelt otherwise than among the tools", () => {
    const dorking = { companies: [{ name: "Netflix", ownTool: "MetaFlow" }], tools: [{ name: "Metaflow" }] };
    expect(wrongIn(conf([ENTRY], dorking))).toEqual([
      expect.stringMatching(
        /companies\[0\].ownTool .*: expected "Metaflow", as it is written among the tools, found "MetaFlow"$/,
      ),
    ]);
  });
});

describe("what figures show, and the tool that a company runs", () => {
  const companies = [{ name: "Netflix", ownTool: "Metaflow" }];
  const tools = [{ name: "Metaflow" }, { name: "Clear ML" }];

  it("must be among the companies and the tools", () => {
    const figures = { companies: ["netflix"], tools: ["Clear ML", "Aim"] };
    expect(wrongIn(conf([ENTRY], { companies, tools, figures }))).toEqual([
      expect.stringMatching(
        /figures\.companies\[0\] .*expected the name of one of the companies \(did you mean "Netflix"\?\), found "netflix"/,
      ),
      expect.stringMatching(/figures\.tools\[1\] .*expected the name of one of the tools, found "Aim"/),
    ]);
  });

  it("stands once for all names of a tool, whose counts would else be two", () => {
    const own = [{ name: "Netflix", ownTool: "Weights & Biases" }];
    expect(wrongIn(conf([ENTRY], { companies: own, tools: [{ name: "W&B" }, { name: "wandb" }] }))).toEqual([
      expect.stringMatching(/companies\[0\]\.ownTool .*expected "W&B", as it is written among the tools/),
      expect.stringMatching(/tools\[1\]\.name .*expected each tool once: .*tools\[0\]\.name .* is "W&B"/),
    ]);
    const figures = { companies: ["Netflix"], tools: ["wandb"] };
    expect(wrongIn(conf([ENTRY], { companies, tools: [...tools, { name: "W&B" }], figures }))).toEqual([
      expect.stringMatching(/figures\.tools\[0\] .*did you mean "W&B"\?/),
    ]);
  });

  it("is one of the tools, and stands in an own tool's stead", () => {
    const used = [
      ...companies.map((one) => ({ ...one, usedTool: "Clear ML" })),
      { name: "Uber", usedTool: "Aim" },
    ];
    expect(wrongIn(conf([ENTRY], { companies: used, tools }))).toEqual([
      expect.stringMatching(/companies\[0\]\.usedTool .*either ownTool or usedTool/),
      expect.stringMatching(/companies\[1\]\.usedTool .*one of the tools, found "Aim"/),
    ]);
  });

  it.each([
    ["with", "-leukemia"],
    ["without", 'a "phrase"'],
    ["without", ""],
  ])("takes no words %s %j", (field, word) => {
    const wrong = wrongIn(conf([ENTRY], { companies, tools: [...tools, { name: "CML", [field]: [word] }] }));
    expect(wrong).toEqual([expect.stringContaining("without double quotes, minus or spaces around it")]);
  });

  it("is counted by a known source", () => {
    expect(wrongIn(conf([ENTRY], { companies, tools, source: "google" }))).toEqual([
      expect.stringContaining("expected one of google-cse, serpapi, dataforseo"),
    ]);
  });
});

describe("a configuration that is wrong as a whole", () => {
  it("is told all at once, in the order of the file", () => {
    const text = conf(
      [
        { ...ENTRY, purpose: "metrics" },
        { ...ENTRY, query: "", extensions: [".py"] },
        { ...ENTRY, tool: "" },
      ],
      { companies: [], tools: [{ name: "CML", serach: ["CML"] }], pace: "30-10" },
    );
    expect(wrongIn(text).map((line) => line.replace(/ \(line.*/, ""))).toEqual([
      "conf.json: mining.queries[0].purpose",
      "conf.json: mining.queries[1].query",
      "conf.json: mining.queries[1].extensions[0]",
      "conf.json: mining.queries[2].tool",
      "conf.json: dorking.companies",
      "conf.json: dorking.tools[0].serach",
      "conf.json: dorking.pace",
    ]);
  });

  it.each([
    [
      '{ "minig": {} }',
      'conf.json: minig (line 1, column 3): expected one of the names $schema, mining, dorking, popularity (did you mean "mining"?), found the unknown name "minig"',
    ],
    [
      "7",
      "conf.json (line 1, column 1): expected an object with mining and, where they are wanted, dorking and popularity; or the list of queries alone, found 7",
    ],
    ["[]", "conf.json (line 1, column 1): expected a list of queries, at least one, found []"],
    [
      "[7]",
      "conf.json: [0] (line 1, column 2): expected an entry with tool, query, extensions and purpose, found 7",
    ],
    [
      '{"mining":{"queries":{}}}',
      "conf.json: mining.queries (line 1, column 22): expected a list of queries, at least one, found {}",
    ],
    [
      '{"mining":{"queries":[],"queries":[]}}',
      'conf.json: mining.queries (line 1, column 25): expected each name once in an object, found "queries" again',
    ],
  ])("%s is told with its place", (text, finding) => {
    expect(wrongIn(text)).toContain(finding);
  });

  it("may say how often each query is counted, and by whom", () => {
    const { mining } = loaded(
      JSON.stringify({ mining: { repeats: 3, source: "github-api", queries: [ENTRY] } }),
    );
    expect(mining).toMatchObject({ repeats: 3, source: "github-api" });
    expect(loaded(JSON.stringify([ENTRY])).mining).toMatchObject({ repeats: 1, source: "github-web" });
  });

  it.each([
    [{ repeats: 0 }, "a whole number of times to count each query, 1 to 20, found 0"],
    [{ repeats: 1.5 }, "a whole number of times to count each query, 1 to 20, found 1.5"],
    [{ source: "google" }, 'one of github-web, github-api, corpus, bigquery, found "google"'],
  ])("tells of %j", (wrong, expected) => {
    const found = wrongIn(JSON.stringify({ mining: { ...wrong, queries: [ENTRY] } }));
    expect(found).toEqual([expect.stringContaining(expected)]);
  });

  it("tells of a pace that is none", () => {
    expect(wrongIn(JSON.stringify({ mining: { pace: -1, queries: [ENTRY] } }))).toEqual([
      'conf.json: mining.pace (line 1, column 19): expected seconds between two requests, 0 to 3600: a range such as "10-30", or one number such as "10", found -1',
    ]);
  });
});

describe("a file that is no configuration", () => {
  it("is told when it is missing", () => {
    const path = join(temporaryFolder(), "conf.json");
    expect(findingsOf(() => loadConfiguration(path), path)).toEqual([
      expect.stringMatching(/expected a file at .*, found no file$/),
    ]);
  });

  it("is told when it is a folder", () => {
    const path = join(temporaryFolder(), "conf.json");
    mkdirSync(path);
    expect(findingsOf(() => loadConfiguration(path), path)).toEqual([
      "conf.json: expected a file, found a folder",
    ]);
  });

  it.each(["", "  \n"])("is told when it is empty: %j", (text) => {
    expect(wrongIn(text)).toEqual(["conf.json: expected a JSON object or list, found an empty file"]);
  });

  it("is told when it is not UTF-8, with the place of the first wrong byte", () => {
    expect(wrongIn(Buffer.from('[\n "caf\xe9"]', "latin1"))).toEqual([
      "conf.json (line 2, column 6): expected a text in UTF-8 (save the file in that encoding), found other bytes",
    ]);
  });
});

describe("a file that is nested too deeply", () => {
  it.each(["[".repeat(20_000), `${'{"mining":'.repeat(5_000)}1${"}".repeat(5_000)}`])(
    "is told, and nothing else is thrown",
    (text) => {
      expect(wrongIn(text)).toEqual([expect.stringContaining("nested too deeply")]);
    },
  );
});

describe("any JSON at all", () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom("/a/", "/a", "py", ".py", "metric", "5-1", "IBM"),
  );
  const entry = fc.record({ tool: odd, query: odd, extensions: odd, purpose: odd }, { requiredKeys: [] });
  const names = fc.array(fc.record({ name: odd, search: odd, ownTool: odd }, { requiredKeys: [] }), {
    maxLength: 3,
  });
  const repositories = fc.array(fc.record({ tool: odd, repository: odd }, { requiredKeys: [] }), {
    maxLength: 3,
  });
  const nearlyRight = fc.record(
    {
      mining: fc.record({ queries: fc.array(entry, { maxLength: 3 }), pace: odd }, { requiredKeys: [] }),
      dorking: fc.record({ companies: names, tools: names, pace: odd }, { requiredKeys: [] }),
      popularity: fc.record({ repositories, pace: odd }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );

  it("makes a plan or is told with findings: nothing else is ever thrown", () => {
    const path = writtenFile("conf.json", "");
    fc.assert(
      fc.property(fc.oneof(nearlyRight, odd, fc.array(entry)), (value) => {
        writeFileSync(path, JSON.stringify(value));
        const findings = findingsOf(() => {
          const { mining, dorking } = loadConfiguration(path);
          codePlanOf(mining.queries, mining);
          if (dorking !== undefined) dorkingPlan(dorking);
        }, path);
        expect(findings.every((finding) => finding.includes("expected"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
