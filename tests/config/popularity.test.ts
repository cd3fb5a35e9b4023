import { describe, expect, it } from "vitest";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { loadPublished } from "../../src/data/load-published.js";
import { ENTRY, findingsOf, writtenFile } from "./conf-file.js";

function conf(popularity: unknown): string {
  return JSON.stringify({ mining: { queries: [ENTRY] }, popularity });
}

function loaded(popularity: unknown) {
  return loadConfiguration(writtenFile("conf.json", conf(popularity))).popularity;
}

/** What is wrong, without positions. */
function wrongIn(popularity: unknown): string[] {
  const path = writtenFile("conf.json", conf(popularity));
  return findingsOf(() => loadConfiguration(path), path).map((text) =>
    text.replaceAll(/ \(line \d+(, column \d+)?\)/g, ""),
  );
}

const of = (...repositories: string[]) => ({
  repositories: repositories.map((repository, place) => ({ tool: `tool ${place}`, repository })),
});

describe("the study's conf.json", () => {
  const { popularity } = loadConfiguration();

  it("names a repository for each candidate of the study, and for Metaflow", () => {
    const candidates = loadPublished().stars.map(({ tool }) => tool);
    expect(popularity?.repositories.map(({ tool }) => tool)).toEqual([...candidates, "Metaflow"]);
  });

  it("asks for them at 1 to 2 s", () => {
    expect(popularity?.pace).toEqual({ lowMs: 1_000, highMs: 2_000 });
  });
});

describe("a part on popularity that is right", () => {
  it("gives tools, repositories and its own pace", () => {
    const repositories = [{ tool: "CML", repository: "iterative/cml" }];
    expect(loaded({ pace: 5, repositories })).toEqual({
      repositories,
      pace: { lowMs: 5_000, highMs: 5_000 },
    });
  });

  it("may be left out", () => {
    expect(loaded(undefined)).toBeUndefined();
  });

  it.each(["octo/.github", "a/b", "Azure/azureml-examples", "octo_corp/x.y_z"])("may name %s", (name) => {
    expect(loaded(of(name))?.repositories[0]?.repository).toBe(name);
  });
});

describe("a part on popularity that is wrong", () => {
  const EXPECTED =
    'conf.json: popularity.repositories[0].repository: expected a repository as OWNER/NAME, such as "iterative/cml"';

  it.each([
    ["cml", ""],
    ["https://github.com/iterative/cml", ' (did you mean "iterative/cml"?)'],
    ["git@github.com:iterative/cml.git", ' (did you mean "iterative/cml"?)'],
    ["iterative/cml/", ' (did you mean "iterative/cml"?)'],
    ["iterative/..", ""],
    ["iterative/cml?x=1", ""],
    ["-iterative/cml", ""],
    ["", ""],
  ])("is told of the repository %j", (repository, hint) => {
    expect(wrongIn(of(repository))).toEqual([`${EXPECTED}${hint}, found ${JSON.stringify(repository)}`]);
  });

  it("is told when a tool comes twice, under whichever of its names", () => {
    const repositories = [
      { tool: "W&B", repository: "wandb/wandb" },
      { tool: "Wandb", repository: "wandb/openui" },
    ];
    expect(wrongIn({ repositories })).toEqual([
      'conf.json: popularity.repositories[1].tool: expected each tool once: popularity.repositories[0].tool is "W&B", found "Wandb"',
    ]);
  });

  it("is told when a repository comes twice, whatever its letter case", () => {
    expect(wrongIn(of("MLReef/mlreef", "mlreef/MLReef"))).toEqual([
      'conf.json: popularity.repositories[1].repository: expected each repository once: popularity.repositories[0].repository is "MLReef/mlreef", found "mlreef/MLReef"',
    ]);
  });

  it("is told of no repository, an unknown name and a wrong pace together", () => {
    expect(wrongIn({ repositories: [], stars: true, pace: "2-1" })).toEqual([
      expect.stringContaining("popularity.repositories: expected a list of repositories, at least one"),
      expect.stringContaining("popularity.stars: expected one of the names pace, repositories"),
      expect.stringContaining("popularity.pace: expected"),
    ]);
  });
});
