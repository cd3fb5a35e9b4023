import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { exactCount, NOT_MEASURED } from "../../src/census/count.js";
import { collect } from "../../src/collect/collector.js";
import { openRun } from "../../src/collect/open-run.js";
import { loadPopularityIn } from "../../src/data/load-popularity.js";
import { githubRepositories } from "../../src/popularity/github-repositories.js";
import { memoryAnswers } from "../../src/popularity/kept-answers.js";
import { REPOSITORY_QUESTIONS } from "../../src/popularity/repository-questions.js";
import { fakeClock, START } from "../collect/fake-clock.js";
import { folderWith } from "../data/folder.js";
import { json, startApiServer } from "../mining/github-api/api-server.js";

const LIMIT = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(START.getTime() / 1_000 + 1_800) };
const CLEARML = {
  full_name: "clearml/clearml",
  stargazers_count: 6_012,
  forks_count: 660,
  created_at: "2019-06-10T08:18:32Z",
  archived: false,
};

/** Collects these repositories into a run's part on popularity, and gives what was slept and asked. */
async function collectStars(folder: string, url: string) {
  const clock = fakeClock();
  const source = githubRepositories({ apiUrl: url, service: url, clock, kept: memoryAnswers() });
  const random = () => 0.5;
  const run = await openRun({ folder, identity: { source: source.name, service: url }, clock, random });
  const collection = await collect({
    queries: [
      { tool: "ClearML", repository: "allegroai/clearml" },
      { tool: "Gone", repository: "a/gone" },
    ],
    kind: REPOSITORY_QUESTIONS,
    source,
    run,
    pace: { lowMs: 1_000, highMs: 2_000 },
    repeats: 1,
    clock,
    random,
    signal: new AbortController().signal,
  });
  return { collection, slept: clock.slept };
}

it("What a collection leaves is what the study is drawn from; a limit is waited for, and nothing asked twice", async () => {
  const server = await startApiServer([
    json({ message: "API rate limit exceeded" }, { status: 403, headers: LIMIT }),
    json(CLEARML),
    json({ message: "Not Found" }, { status: 404 }),
  ]);
  onTestFinished(() => server.close());
  const folder = join(folderWith(), "data", "runs", "may", "popularity");
  const { collection, slept } = await collectStars(folder, server.url);
  expect(collection.rows[0]).toMatchObject({
    tool: "ClearML",
    repository: "allegroai/clearml",
    number: 6_012,
    search: "GET /repos/allegroai/clearml",
    remarks: ["allegroai/clearml is clearml/clearml now."],
  });
  expect(slept.some((ms) => ms >= 1_800_000)).toBe(true);
  expect(server.requests.map(({ url }) => url.pathname)).toEqual([
    "/repos/allegroai/clearml",
    "/repos/allegroai/clearml",
    "/repos/a/gone",
  ]);
  const [clearml, gone] = loadPopularityIn(dirname(folder)) ?? [];
  expect(clearml).toMatchObject({
    count: exactCount(6_012),
    fullName: "clearml/clearml",
    forks: 660,
    archived: false,
  });
  expect(gone).toMatchObject({ repository: "a/gone", count: NOT_MEASURED });
  expect(gone).not.toHaveProperty("fullName");
});
