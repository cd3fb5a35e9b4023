import { afterEach, describe, expect, it } from "vitest";
import { PRACTICE_TOKEN } from "../../src/practice/accounts.js";
import { sampleRepositories } from "../../src/practice/sample-repositories.js";
import { type Practice, type PracticeOptions, startPractice } from "../../src/practice/start-practice.js";

const TOKEN = { authorization: `Bearer ${PRACTICE_TOKEN}` };
const ID = 510_200_002;

let practice: Practice;
let now = new Date(0);
const start = async (options: PracticeOptions = {}) => {
  now = new Date(1_000_000);
  practice = await startPractice({ clock: { now: () => now }, ...options });
};
afterEach(() => practice.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(practice.apiUrl + path, { headers, redirect: "manual" });
const left = ({ headers }: Response) => headers.get("x-ratelimit-remaining");

describe("the practice repositories", () => {
  it("are told with stars, forks and what else is asked of them", async () => {
    await start();
    const answer = await ask("/repos/mlflow/mlflow");
    expect([answer.status, answer.headers.get("x-census-practice")]).toEqual([200, "1"]);
    const { stargazers_count: stars, ...rest } = await answer.json();
    expect(stars).toBeGreaterThan(0);
    expect(rest).toMatchObject({
      full_name: "mlflow/mlflow",
      name: "mlflow",
      owner: { login: "mlflow" },
      html_url: `${practice.url}/mlflow/mlflow`,
      url: `${practice.apiUrl}/repos/mlflow/mlflow`,
      watchers_count: stars,
      forks_count: rest.forks,
      license: { spdx_id: "Apache-2.0" },
      archived: false,
      fork: false,
    });
    expect(rest).not.toHaveProperty("formerly");
  });

  it("are found in any letter case, and by number", async () => {
    await start();
    const byName = await (await ask("/repos/CLEARML/ClearML")).json();
    expect(byName.full_name).toBe("clearml/clearml");
    expect(await (await ask(`/repositories/${ID}`)).json()).toEqual(byName);
  });

  it.each(["allegroai/clearml", "AllegroAI/trains"])("that have moved from %s lead on", async (name) => {
    await start();
    const answer = await ask(`/repos/${name}`);
    const address = `${practice.apiUrl}/repositories/${ID}`;
    expect([answer.status, answer.headers.get("location")]).toEqual([301, address]);
    expect(await answer.json()).toMatchObject({ message: "Moved Permanently", url: address });
    const followed = await (await fetch(`${practice.apiUrl}/repos/${name}`)).json();
    expect(followed.full_name).toBe("clearml/clearml");
  });

  it.each(["/repos/nobody/nothing", "/repos/mlflow/%E0%A4%A", "/repositories/1", "/repositories/x"])(
    "are not found at %s",
    async (path) => {
      await start();
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ message: "Not Found", status: "404" });
    },
  );

  it.each(["/repos/mlflow", "/repos/mlflow/mlflow/", "/repos/mlflow/mlflow/stargazers", "/repositories"])(
    "have no page at %s",
    async (path) => {
      await start();
      const answer = await ask(path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    },
  );

  it("are asked for by a GET alone", async () => {
    await start();
    const answer = await fetch(`${practice.apiUrl}/repos/mlflow/mlflow`, { method: "DELETE" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET"]);
  });

  it("are described once each, and one of them is archived", () => {
    const names = sampleRepositories().flatMap(({ full_name: name, formerly }) => [name, ...formerly]);
    expect(sampleRepositories()).toHaveLength(13);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(new Set(sampleRepositories().map(({ id }) => id)).size).toBe(13);
    const archived = sampleRepositories().filter((one) => one.archived);
    expect(archived.map((one) => one.full_name)).toEqual(["MLReef/mlreef"]);
    for (const { created_at: created, pushed_at: pushed } of sampleRepositories()) {
      expect(Date.parse(created)).toBeLessThan(Date.parse(pushed));
    }
  });
});

describe("an answer that is known already", () => {
  const PATH = "/repos/wandb/wandb";

  it("is told with 304, without a body and for nothing", async () => {
    await start();
    const first = await ask(PATH, TOKEN);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    for (const known of [tag, tag.replace("W/", ""), `"other", ${tag}`, "*"]) {
      const answer = await ask(PATH, { ...TOKEN, "if-none-match": known });
      expect([answer.status, await answer.text(), left(answer)]).toEqual([304, "", "4999"]);
      expect(answer.headers.get("etag")).toBe(tag);
    }
  });

  it("is told again, and counted, where the tag is another's", async () => {
    await start();
    const tag = (await ask("/repos/mlflow/mlflow", TOKEN)).headers.get("etag") ?? "";
    const answer = await ask(PATH, { ...TOKEN, "if-none-match": tag });
    expect([answer.status, left(answer)]).toEqual([200, "4998"]);
  });
});

describe("the limit an hour", () => {
  it("is 60 without a token and 5,000 with one, counted apart", async () => {
    await start();
    const limits = [await ask("/repos/mlflow/mlflow"), await ask("/repos/mlflow/mlflow", TOKEN)];
    expect(limits.map(({ headers }) => headers.get("x-ratelimit-limit"))).toEqual(["60", "5000"]);
    expect(limits.map(left)).toEqual(["59", "4999"]);
    expect(limits[0]?.headers.get("x-ratelimit-resource")).toBe("core");
    expect(limits[0]?.headers.get("x-ratelimit-reset")).toBe("4600");
  });

  it("takes no other token", async () => {
    await start();
    const answer = await ask("/repos/mlflow/mlflow", { authorization: "Bearer other" });
    expect([answer.status, (await answer.json()).message]).toEqual([401, "Bad credentials"]);
  });

  it("ends in a refusal that says when to come again, and then holds anew", async () => {
    await start({ repositoryLimit: 2 });
    const paths = ["/repos/allegroai/trains", "/repos/nobody/nothing", "/repos/mlflow/mlflow"];
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await ask(path)).status);
    expect(statuses).toEqual([301, 404, 403]);
    const refused = await ask("/repos/mlflow/mlflow");
    expect([left(refused), refused.headers.get("x-ratelimit-reset")]).toEqual(["0", "4600"]);
    expect((await refused.json()).message).toMatch(/^API rate limit exceeded for 127\.0\.0\.1\./);
    now = new Date(4_599_999);
    expect((await ask("/repos/mlflow/mlflow")).status).toBe(403);
    now = new Date(4_600_000);
    const anew = await ask("/repos/mlflow/mlflow");
    expect([anew.status, left(anew), anew.headers.get("x-ratelimit-reset")]).toEqual([200, "1", "8200"]);
  });

  it("refuses who has a token in other words", async () => {
    await start({ repositoryLimit: 0 });
    const answer = await ask("/repos/mlflow/mlflow", TOKEN);
    expect([answer.status, left(answer)]).toEqual([403, "0"]);
    expect((await answer.json()).message).toMatch(/^API rate limit exceeded for user ID 1\./);
  });
});
