import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Practice, type PracticeOptions, startPractice } from "../../src/practice/start-practice.js";
import { searchPath, signedIn, Visitor } from "./visitor.js";

const CORPUS = [
  { repo: "example/one", path: "a.py", content: "x = 1\nimport wandb  # <b>&\n" },
  { repo: "example/two", path: "b.py", content: "import wandb\nimport mlflow\n" },
  { repo: "example/two", path: "c.md", content: "import wandb\n" },
];
const MANY = Array.from({ length: 1_123 }, (_, index) => ({
  repo: "example/many",
  path: `${index}.py`,
  content: "same",
}));

function embedded(page: string) {
  const [, json = ""] =
    /<script type="application\/json"[^>]*embeddedData">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json);
}

async function withPractice(
  options: PracticeOptions,
  use: (practice: Practice) => Promise<void>,
): Promise<void> {
  const practice = await startPractice({ clock: { now: () => new Date(0) }, ...options });
  try {
    await use(practice);
  } finally {
    await practice.close();
  }
}

describe("the search page of practice", () => {
  let practice: Practice;
  let visitor: Visitor;

  beforeAll(async () => {
    practice = await startPractice({ corpus: CORPUS, clock: { now: () => new Date(0) } });
    visitor = signedIn(practice);
  });
  afterAll(() => practice.close());

  it("says of a slash without a backslash in a pattern that GitHub would end the pattern there, and counts", async () => {
    const pageOf = async (text: string) => (await visitor.get(searchPath(text))).text();
    const page = await pageOf("/wandb|a/b/ path:*.py");
    expect(page).toContain("GitHub takes the pattern to end there");
    expect(page).toContain("2 files (0 ms)");
    for (const text of [String.raw`/wandb|a\/b/ path:*.py`, '"a/b"', "/wandb/ path:*.py"]) {
      expect(await pageOf(text)).not.toContain("GitHub takes the pattern");
    }
  });

  it("shows the number, and carries the same as data", async () => {
    const answer = await visitor.get(searchPath("/import wandb/ path:*.py"));
    const page = await answer.text();
    expect([answer.status, answer.headers.get("x-census-practice")]).toEqual([200, "1"]);
    expect(page).toContain("2 files (0 ms)");
    expect(page).toContain('<span aria-hidden="true">2 files</span>');
    expect(page).toContain('data-testid="results-list"');
    expect(page).toContain("PRACTICE — not GitHub");
    const { payload, meta } = embedded(page);
    expect(meta.title).toBe("Code search results");
    expect(payload.blackbirdSearchRoute).toMatchObject({
      type: "code",
      result_count: 2,
      page: 1,
      page_count: 1,
      errors: [],
      logged_in: true,
      warn_limited_results: false,
      protected_org_logins: [],
    });
  });

  it("marks the hit in its line", async () => {
    const { payload } = await (await visitor.json(searchPath("/import wandb/ path:*.py"))).json();
    expect(payload.blackbirdSearchRoute.results[0]).toMatchObject({
      repo_nwo: "example/one",
      path: "a.py",
      line_number: 2,
      snippets: [{ lines: ["<mark>import wandb</mark>  # &lt;b&gt;&amp;"], starting_line_number: 2 }],
    });
  });

  it("gives a program that asks for JSON what the page carries", async () => {
    const path = searchPath('"import wandb" path:*.py');
    const data = await (await visitor.json(path)).json();
    expect(data).toEqual(embedded(await (await visitor.get(path)).text()));
    expect((await visitor.get(path, { accept: "application/json" })).status).toBe(406);
  });

  it("writes one file and no file as people do", async () => {
    const one = await (await visitor.get(searchPath("mlflow"))).text();
    expect(one).toContain('<span aria-hidden="true">1 file</span>');
    const none = await (await visitor.get(searchPath("nowhere"))).text();
    expect(none).toContain('<span aria-hidden="true">0 files</span>');
    expect(none).toContain("Your search did not match any code");
    expect(none).not.toContain("results-list");
    const { blackbirdSearchRoute } = embedded(none).payload;
    expect(blackbirdSearchRoute).toMatchObject({ result_count: 0, page_count: 0, errors: [] });
  });

  it("gives the number alone", async () => {
    const count = async (query: string) =>
      (await visitor.json(`/search/blackbird_count?saved_searches=&q=${encodeURIComponent(query)}`)).json();
    expect(await count("/import wandb/ path:*.py")).toEqual({ count: 2, failed: false, mode: "practice" });
    expect(await count("/a(?=b)/")).toMatchObject({ count: 0, failed: true });
    expect((await visitor.get("/search/blackbird_count?q=a")).status).toBe(406);
  });

  it.each(["/a(?=b)/", String.raw`/(a)\1/`, "wandb language:python", "", "a".repeat(1_001)])(
    "answers %j with an error and shows no number",
    async (query) => {
      const page = await (await visitor.get(searchPath(query))).text();
      expect(embedded(page).payload.blackbirdSearchRoute).toMatchObject({
        result_count: 0,
        page_count: null,
        errors: [
          {
            type: "ERROR_TYPE_QUERY_PARSING_FATAL",
            message: expect.stringMatching(/^unable to parse query!/),
          },
        ],
      });
      expect(page).not.toContain("search-sub-header");
      expect(page).not.toMatch(/\d files?\b/);
    },
  );

  it("shows nobody a number who is not signed in, with status 200", async () => {
    const stranger = new Visitor(practice);
    const path = searchPath("wandb");
    const answer = await stranger.get(path);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain("Sign in to search code on GitHub");
    expect(page).toContain(`/login?return_to=${encodeURIComponent(path)}`);
    expect(page).not.toContain("embeddedData");
    const { payload } = await (await stranger.json(path)).json();
    expect(payload.blackbirdSearchRoute).toMatchObject({ result_count: 0, results: [], logged_in: false });
    expect((await stranger.json("/search/blackbird_count?q=wandb")).headers.get("location")).toBe("/login");
  });

  it("answers what else the page of a real search asks for", async () => {
    for (const path of ["count?type=issues", "custom_scopes", "suggestions", "warm_blackbird_caches"]) {
      expect((await visitor.json(`/search/${path}`)).status).toBe(200);
    }
  });

  it("searches code only", async () => {
    expect((await visitor.get("/search?q=a&type=issues")).status).toBe(404);
  });

  it("can carry its data in the older form", () =>
    withPractice({ corpus: CORPUS, payloadShape: "old" }, async (old) => {
      const data = await (await signedIn(old).json(searchPath("mlflow"))).json();
      expect(data).toMatchObject({
        title: "Code search results",
        payload: { type: "code", result_count: 1 },
      });
    }));

  it("abbreviates from 1,000 up, keeps every digit in the data, and has five pages at most", () =>
    withPractice({ corpus: MANY }, async (many) => {
      const page = await (await signedIn(many).get(`${searchPath("same")}&p=7`)).text();
      expect(page).toContain('<span aria-hidden="true">1.1k files</span>');
      const { blackbirdSearchRoute } = embedded(page).payload;
      expect(blackbirdSearchRoute).toMatchObject({ result_count: 1_123, page: 5, page_count: 5 });
      expect(blackbirdSearchRoute.results[0].path).toBe(MANY.map(({ path }) => path)[80]);
    }));

  it("lets a test answer in its place, or never answer", () =>
    withPractice(
      {
        corpus: [],
        intercept: ({ url }) => {
          if (url.pathname === "/busy")
            return { status: 429, headers: { "retry-after": "7" }, body: "later" };
          return url.pathname === "/hang" ? new Promise(() => {}) : undefined;
        },
      },
      async (other) => {
        const busy = await new Visitor(other).get("/busy");
        expect([busy.status, busy.headers.get("retry-after"), await busy.text()]).toEqual([
          429,
          "7",
          "later",
        ]);
        const hanging = fetch(`${other.url}/hang`, { signal: AbortSignal.timeout(50) });
        await expect(hanging).rejects.toThrow();
        expect((await new Visitor(other).get("/")).status).toBe(200);
      },
    ));
});
