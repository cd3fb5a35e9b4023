import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileAnswers, memoryAnswers } from "../../src/popularity/kept-answers.js";
import { folderWith } from "../data/folder.js";

const URL = "https://api.github.com/repos/a/b";
const ANSWER = { etag: 'W/"abc"', body: "{}" };
const FILE = "https_api.github.com.json";

function store() {
  const root = folderWith();
  const folder = join(root, ".cache", "repositories");
  return { root, folder, kept: fileAnswers({ root, service: "https://api.github.com" }) };
}

describe("answers in a file", () => {
  it("are there for the next run, and nobody else's", () => {
    const { root, folder, kept } = store();
    expect(kept.maybe(URL)).toBeUndefined();
    kept.save(URL, ANSWER);
    kept.save(`${URL}2`, { ...ANSWER, body: "2" });
    const next = fileAnswers({ root, service: "https://api.github.com" });
    expect(next.maybe(URL)).toEqual(ANSWER);
    expect(next.maybe(`${URL}2`)?.body).toBe("2");
    expect(fileAnswers({ root, service: "practice" }).maybe(URL)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([FILE]);
  });

  it.skipIf(process.platform === "win32")("may be read by their owner only", () => {
    const { folder, kept } = store();
    kept.save(URL, ANSWER);
    expect(statSync(join(folder, FILE)).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it.each([
    "",
    "{",
    "[]",
    "7",
    '{"https://api.github.com/repos/a/b":{"etag":7}}',
    '{"x":{"etag":"a\\nb","body":""}}',
  ])("are as absent where the file holds %j, and are kept anew", (content) => {
    const { folder, kept } = store();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, FILE), content);
    expect(kept.maybe(URL)).toBeUndefined();
    kept.save(URL, ANSWER);
    expect(kept.maybe(URL)).toEqual(ANSWER);
  });

  it("are not kept where the disk refuses, without an error", () => {
    const root = folderWith({ ".cache": "a file in the way" });
    const kept = fileAnswers({ root, service: "practice" });
    expect(() => kept.save(URL, ANSWER)).not.toThrow();
    expect(kept.maybe(URL)).toBeUndefined();
    expect(readFileSync(join(root, ".cache"), "utf8")).toBe("a file in the way");
  });
});

it.each([
  ["in a file", () => store().kept],
  ["in memory", memoryAnswers],
])("a mark that no header can carry is not kept %s", (_, open) => {
  const kept = open();
  kept.save(URL, { ...ANSWER, etag: "abc\r\nx: y" });
  expect(kept.maybe(URL)).toBeUndefined();
  kept.save(URL, ANSWER);
  expect(kept.maybe(URL)).toEqual(ANSWER);
});
