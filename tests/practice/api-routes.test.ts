import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";

const CORPUS = [
  { repo: "example/one", path: "src/a.py", content: "import wandb\nprint('say \"hi\"')\n" },
  { repo: "example/two", path: "b.PY", content: "IMPORT WANDB\n" },
  { repo: "example/two", path: "c.sh", content: "import wandb /x.*y/\n" },
];

describe("the practice interface for programs", () => {
  let practice: Practice;

  beforeAll(async () => {
    practice = await startPractice({ corpus: CORPUS, clock: { now: () => new Date(60_000) } });
  });
  afterAll(() => practice.close());

  const ask = (query: string, authorization: string | undefined = `Bearer ${practice.token}`, rest = "") =>
    fetch(`${practice.apiUrl}/search/code?q=${encodeURIComponent(query)}${rest}`, {
      headers: authorization === "" ? {} : { authorization },
    });

  it.each([
    ['"import wandb"', 3],
    ['"import wandb" extension:py', 2],
    ['"import wandb" extension:sh', 1],
    ["wandb print", 1],
    [String.raw`"say \"hi\""`, 1],
    ["/x.*y/", 1],
    ["/import.*/", 0],
    ['"nowhere"', 0],
  ])("counts %s", async (query, count) => {
    const answer = await ask(query);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ total_count: count, incomplete_results: false });
  });

  it("gives files by pages, and the headers of its rate", async () => {
    const answer = await ask("wandb", undefined, "&per_page=1&page=2");
    expect(answer.headers.get("x-ratelimit-resource")).toBe("code_search");
    expect(answer.headers.get("x-ratelimit-reset")).toBe("120");
    const { total_count: total, items } = await answer.json();
    expect(total).toBe(3);
    expect(items).toMatchObject([{ name: "b.PY", path: "b.PY", repository: { full_name: "example/two" } }]);
  });

  it("wants its token", async () => {
    const none = await ask("wandb", "");
    expect([none.status, (await none.json()).message]).toEqual([401, "Requires authentication"]);
    expect((await ask("wandb", "Bearer other")).status).toBe(401);
    expect((await ask("wandb", "token practice")).status).toBe(200);
  });

  it.each(["", "extension:py", "wandb path:*.py", "(wandb)", "a OR b", '"a', "a".repeat(257)])(
    "refuses %j",
    async (query) => {
      const answer = await ask(query);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ message: "Validation Failed", status: "422" });
    },
  );
});
