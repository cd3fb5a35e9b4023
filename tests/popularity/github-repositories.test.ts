import { afterEach, describe, expect, it } from "vitest";
import { RateLimitError } from "../../src/census/errors.js";
import { Secret } from "../../src/config/secret.js";
import { githubRepositories } from "../../src/popularity/github-repositories.js";
import { memoryAnswers } from "../../src/popularity/kept-answers.js";
import { fakeClock, START } from "../collect/fake-clock.js";
import { type ApiServer, type Given, json, startApiServer, text } from "../mining/github-api/api-server.js";

const TOKEN = "ghp_planted0secret1token2";
const CLEARML = { tool: "ClearML", repository: "allegroai/clearml" };
const REPOSITORY = {
  full_name: "allegroai/clearml",
  stargazers_count: 5_812,
  watchers_count: 5_812,
  forks_count: 660,
  created_at: "2019-06-10T08:18:32Z",
  archived: false,
  temp_clone_token: "clone0secret",
};
const FACTS = { fullName: "allegroai/clearml", forks: 660, created: "2019-06-10T08:18:32Z", archived: false };
const LIMIT = { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "0" };
const RESET = { ...LIMIT, "x-ratelimit-reset": String(START.getTime() / 1_000 + 1_800) };

const opened: ApiServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function sourceOn(given: readonly Given[], { token = TOKEN, path = "", timeoutMs = 5_000 } = {}) {
  const server = await startApiServer(given);
  opened.push(server);
  const source = githubRepositories({
    apiUrl: server.url + path,
    service: server.url,
    ...(token !== "" && { token: new Secret(token) }),
    clock: fakeClock(),
    kept: memoryAnswers(),
    timeoutMs,
  });
  const count = (query = CLEARML) => source.count(query, new AbortController().signal);
  return { server, source, count };
}

async function countWith(...given: Given[]) {
  const { count } = await sourceOn(given);
  return count();
}

function sendTo(location: string, status = 301): Given {
  return text("", { status, headers: { location } });
}

/** Sends on to a path of the same server. */
function sendOn(path: string, status = 301): Given {
  return (request, response) => {
    response.writeHead(status, { location: `http://${request.headers.host}${path}` }).end();
  };
}

describe("a repository", () => {
  it("is one request, whose answer gives every star, and with it forks, age and name", async () => {
    const { server, count } = await sourceOn([json(REPOSITORY)]);
    expect(await count()).toEqual({
      kind: "counted",
      count: { value: 5_812, low: 5_812, high: 5_812, reading: "exact" },
      readFrom: ["API answer"],
      remarks: [],
      evidence: { repository: FACTS },
      text: "GET /repos/allegroai/clearml",
      address: `${server.url}/allegroai/clearml`,
      time: START.toISOString(),
      tookMs: 0,
      requests: 1,
      bytes: JSON.stringify(REPOSITORY).length,
    });
    expect(server.requests.map(({ url }) => url.pathname)).toEqual(["/repos/allegroai/clearml"]);
    expect(server.requests[0]?.headers).toMatchObject({
      accept: "application/vnd.github+json",
      authorization: `Bearer ${TOKEN}`,
      "user-agent": "tracker-census",
      "x-github-api-version": "2022-11-28",
    });
  });

  it("is asked for without a token where there is none", async () => {
    const { server, source, count } = await sourceOn([json(REPOSITORY)], { token: "" });
    expect(source.account).toBe("nothing");
    expect(await count()).toMatchObject({ kind: "counted" });
    expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("is asked for below the path of a server of one's own", async () => {
    const { server, count } = await sourceOn([json(REPOSITORY)], { path: "/api/v3" });
    expect(await count()).toMatchObject({ kind: "counted", address: `${server.url}/allegroai/clearml` });
    expect(server.requests[0]?.url.pathname).toBe("/api/v3/repos/allegroai/clearml");
  });

  it("has its page on GitHub's site", () => {
    const source = githubRepositories({
      apiUrl: "https://api.github.com",
      service: "https://api.github.com",
      clock: fakeClock(),
      kept: memoryAnswers(),
    });
    expect(source.addressOf(CLEARML)).toBe("https://github.com/allegroai/clearml");
    expect(source.requestsFor(CLEARML)).toBe(1);
  });

  it("with no stars has 0, since GitHub says so", async () => {
    expect(await countWith(json({ ...REPOSITORY, stargazers_count: 0, watchers_count: 0 }))).toMatchObject({
      kind: "counted",
      count: { value: 0, reading: "exact" },
    });
  });

  it("that leaves the limit used up is counted, with the rest that follows", async () => {
    expect(await countWith(json(REPOSITORY, { headers: RESET }))).toMatchObject({
      kind: "counted",
      rest: { toldMs: 1_800_000, reason: "the 60 requests that GitHub allows an hour are used up" },
    });
  });

  it.each(["clearml", "a/../../user", "a/..", "a/b?c", "a/b/c", ""])(
    "is not asked for as %j",
    async (repository) => {
      const { server, source, count } = await sourceOn([json(REPOSITORY)]);
      expect(source.maybeRefusal({ tool: "A", repository })).toContain("write it as OWNER/NAME");
      expect(await count({ tool: "A", repository })).toMatchObject({
        kind: "failed",
        mayHelpToAskAgain: false,
        requests: 0,
      });
      expect(server.requests).toEqual([]);
    },
  );
});

describe("a repository that has moved", () => {
  const moved = json({ ...REPOSITORY, full_name: "clearml/clearml" });
  const remarks = ["allegroai/clearml is clearml/clearml now."];

  it.each([301, 302, 307, 308])("is followed after status %i, and its name of now told", async (status) => {
    const { server, count } = await sourceOn([sendOn("/repositories/1", status), moved]);
    expect(await count()).toMatchObject({
      kind: "counted",
      count: { value: 5_812 },
      remarks,
      evidence: { repository: { fullName: "clearml/clearml" } },
      requests: 2,
    });
    expect(server.requests.map(({ url }) => url.pathname)).toEqual([
      "/repos/allegroai/clearml",
      "/repositories/1",
    ]);
    expect(server.requests[1]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it("is told where the answer alone says so", async () => {
    expect(await countWith(moved)).toMatchObject({ kind: "counted", remarks, requests: 1 });
  });

  it("has not moved where only the letter case differs", async () => {
    expect(await countWith(json({ ...REPOSITORY, full_name: "AllegroAI/ClearML" }))).toMatchObject({
      remarks: [],
      evidence: { repository: { fullName: "AllegroAI/ClearML" } },
    });
  });

  it("is followed three times and no more", async () => {
    const hops = ["/repositories/1", "/repositories/2", "/repositories/3"].map((path) => sendOn(path));
    expect(await countWith(...hops, moved)).toMatchObject({ kind: "counted", requests: 4 });
    const { server, count } = await sourceOn([...hops, sendOn("/repositories/4"), moved]);
    expect(await count()).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining("more than 3"),
      requests: 4,
    });
    expect(server.requests).toHaveLength(4);
  });

  it("is not followed to another server: the token stays", async () => {
    const other = await startApiServer([moved]);
    opened.push(other);
    expect(await countWith(sendTo(`${other.url}/repositories/1`))).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining(other.url),
      requests: 1,
    });
    expect(other.requests).toEqual([]);
  });

  it.each(["/repositories/1", "/api/v3/../../evil", "/api/v33/repositories/1"])(
    "is not followed out of the interface, to %s",
    async (path) => {
      const { server, count } = await sourceOn([sendOn(path), moved], { path: "/api/v3" });
      expect(await count()).toMatchObject({ kind: "blocked", requests: 1 });
      expect(server.requests).toHaveLength(1);
    },
  );

  it("to nowhere is unreadable", async () => {
    expect(await countWith(text("", { status: 301 }))).toMatchObject({ kind: "unreadable" });
  });
});

describe("a refusal", () => {
  const message = { message: "Not Found" };

  it.each([
    [404, "failed", 'GitHub knows no public repository allegroai/clearml: "Not Found"'],
    [451, "failed", 'allegroai/clearml is blocked for legal reasons: "Not Found"'],
    [422, "failed", 'GitHub does not take this name of a repository: "Not Found"'],
    [401, "blocked", 'GitHub does not accept the token: "Not Found"'],
    [403, "blocked", 'GitHub refuses to answer: "Not Found"'],
    [418, "unreadable", 'GitHub gave an answer that this version does not know (status 418): "Not Found"'],
  ])("of status %i is %s", async (status, kind, reason) => {
    const { server, count } = await sourceOn([json(message, { status })]);
    const outcome = await count();
    expect(outcome).toMatchObject({ kind, reason, page: { html: JSON.stringify(message) } });
    if (kind === "failed") expect(outcome).toMatchObject({ mayHelpToAskAgain: false });
    expect(server.requests).toHaveLength(1);
  });

  it("names the setting where the token is wrong", async () => {
    expect(await countWith(json(message, { status: 401 }))).toMatchObject({
      advice: expect.stringContaining("GITHUB_TOKEN"),
    });
  });

  it.each([400, 403, 404])("by a page with status %i says nothing of the repository", async (status) => {
    const page = text("<h1>Page not found</h1>", { status });
    expect(await countWith(page)).toMatchObject({
      kind: "blocked",
      reason: expect.not.stringContaining("clearml"),
      advice: expect.stringContaining("GITHUB_API_URL"),
      page: { html: "<h1>Page not found</h1>" },
    });
  });

  it("of one repository leaves the others", async () => {
    expect(await countWith(json({ message: "Repository access blocked" }, { status: 403 }))).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: false,
    });
  });

  it.each([500, 502, 503, 408])("of status %i may be over the next time", async (status) => {
    expect(await countWith(text("trouble", { status }))).toMatchObject({
      kind: "failed",
      mayHelpToAskAgain: true,
    });
  });

  it("that never comes may come the next time", async () => {
    const { count } = await sourceOn([() => {}], { timeoutMs: 50 });
    expect(await count()).toMatchObject({ kind: "failed", mayHelpToAskAgain: true, requests: 1 });
  });
});

describe("a limit", () => {
  it.each([
    [
      "used up",
      403,
      RESET,
      { toldMs: 1_800_000, reason: "the 60 requests that GitHub allows an hour are used up" },
    ],
    ["used up, by another status", 429, RESET, { toldMs: 1_800_000 }],
    ["with a time to come back", 403, { "retry-after": "90" }, { toldMs: 90_000 }],
    ["of another kind", 429, {}, { reason: "GitHub says that it was asked too often" }],
  ])("%s asks to wait", async (_, status, headers, rest) => {
    const { server, count } = await sourceOn([
      json({ message: "API rate limit exceeded" }, { status, headers }),
    ]);
    const error = await count().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as RateLimitError).rest).toMatchObject(rest);
    expect(server.requests).toHaveLength(1);
  });

  it("is known by GitHub's words too", async () => {
    const secondary = json({ message: "You have exceeded a secondary rate limit." }, { status: 403 });
    await expect(countWith(secondary)).rejects.toThrow("asked too often");
  });
});

describe("an answer of another form", () => {
  const without = ({ ...fields }: Record<string, unknown>, name: string) => {
    delete fields[name];
    return fields;
  };

  it.each(["stargazers_count", "full_name", "forks_count", "created_at", "archived"])(
    "without %s is unreadable",
    async (name) => {
      expect(await countWith(json(without(REPOSITORY, name)))).toMatchObject({ kind: "unreadable" });
    },
  );

  it.each([null, "5812", 5.5, -1, 1e300, {}])("with %j stars is unreadable, never 0", async (stars) => {
    const outcome = await countWith(json({ ...REPOSITORY, stargazers_count: stars }));
    expect(outcome).toMatchObject({ kind: "unreadable" });
    expect(outcome).not.toHaveProperty("count");
  });

  it.each(["", "<html></html>", "[]", "{}", "null", '{"stargazers_count":'])(
    "that is %j is unreadable",
    async (body) => {
      expect(await countWith(text(body))).toMatchObject({ kind: "unreadable" });
    },
  );

  it.each([{ message: "Server Error" }, { errors: ["x"] }, { watchers_count: 5_812 }])(
    "of no stars beside %j is unreadable",
    async (said) => {
      const nothing = { ...REPOSITORY, stargazers_count: 0, watchers_count: 0 };
      expect(await countWith(json({ ...nothing, ...said }))).toMatchObject({ kind: "unreadable" });
    },
  );

  it("that does not end is unreadable", async () => {
    const endless = `${JSON.stringify(REPOSITORY)}${" ".repeat(1_100_000)}`;
    expect(await countWith(text(endless))).toMatchObject({ kind: "unreadable" });
  });
});

describe("an answer that is known", () => {
  const marked = json(REPOSITORY, { headers: { etag: 'W/"abc"' } });
  const unchanged = text("", { status: 304, headers: { etag: 'W/"abc"' } });

  it("is asked for again only where it has changed, and counts as it was", async () => {
    const { server, count } = await sourceOn([marked, unchanged, marked]);
    const first = await count();
    const second = await count();
    expect(server.requests.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, 'W/"abc"']);
    expect(second).toEqual({ ...first, bytes: 0 });
  });

  it("is replaced where it has changed", async () => {
    const changed = json(
      { ...REPOSITORY, stargazers_count: 9, watchers_count: 9 },
      { headers: { etag: '"def"' } },
    );
    const { server, count } = await sourceOn([marked, changed, unchanged]);
    await count();
    expect(await count()).toMatchObject({ count: { value: 9 } });
    expect(await count()).toMatchObject({ count: { value: 9 } });
    expect(server.requests[2]?.headers["if-none-match"]).toBe('"def"');
  });

  it("is not asked for by a mark that no header may carry", async () => {
    const { server, count } = await sourceOn([json(REPOSITORY, { headers: { etag: "abc def" } })]);
    await count();
    await count();
    expect(server.requests[1]?.headers).not.toHaveProperty("if-none-match");
  });

  it("that was not known is unreadable", async () => {
    expect(await countWith(unchanged)).toMatchObject({ kind: "unreadable", requests: 1 });
  });

  it("tells again that the repository has moved", async () => {
    const moved = json({ ...REPOSITORY, full_name: "clearml/clearml" }, { headers: { etag: '"m"' } });
    const on = sendOn("/repositories/1");
    const { count } = await sourceOn([on, moved, on, unchanged]);
    const first = await count();
    expect(await count()).toEqual({ ...first, bytes: 0 });
    expect(first).toMatchObject({ remarks: ["allegroai/clearml is clearml/clearml now."] });
  });
});

describe("secrets", () => {
  it("are in no name and no redirect that the service makes of them", async () => {
    const outcomes = [
      await countWith(json({ ...REPOSITORY, full_name: `allegroai/${TOKEN}` })),
      await countWith(sendTo(`http://${TOKEN}.example/`)),
    ];
    expect(JSON.stringify(outcomes)).not.toContain("planted");
  });

  it("are in no outcome, whatever the service says back", async () => {
    const echo: Given = (request, response) => {
      const said = `${request.headers.authorization} ${encodeURIComponent(TOKEN)}`;
      response.writeHead(404).end(JSON.stringify({ message: said, token: TOKEN }));
    };
    const outcomes = [
      await countWith(echo),
      await countWith(json({ ...REPOSITORY, stargazers_count: null })),
      await countWith(json(REPOSITORY)),
    ];
    expect(JSON.stringify(outcomes)).not.toMatch(/planted|clone0secret/);
  });

  it("that no token can be are not sent", async () => {
    const { server, count } = await sourceOn([json(REPOSITORY)], { token: "two words" });
    expect(await count()).toMatchObject({ kind: "blocked", requests: 0 });
    expect(server.requests).toEqual([]);
  });
});

describe("stopping", () => {
  it("ends the asking", async () => {
    const { source } = await sourceOn([() => {}]);
    const stop = new AbortController();
    const counting = source.count(CLEARML, stop.signal);
    stop.abort();
    await expect(counting).rejects.toMatchObject({ name: "AbortError" });
    await source.close();
    await source.close();
  });
});
