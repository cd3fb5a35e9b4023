import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadReference, REFERENCE_FOLDER } from "../../src/data/load-reference.js";
import { changeFile, projectCopy } from "./folder.js";

function brokenBy(change: (folder: string) => void): () => unknown {
  const folder = join(projectCopy(), REFERENCE_FOLDER);
  change(folder);
  return () => loadReference(folder);
}

describe("the statements on platforms", () => {
  const rows = loadReference();

  test("are on the platforms of the study and on others, each with its day or with none", () => {
    expect([...new Set(rows.map(({ platform }) => platform))]).toEqual([
      "GitHub web search",
      "GitHub REST",
      "GitLab",
      "Hugging Face",
      "Sourcegraph",
      "grep.app",
      "BigQuery",
    ]);
    expect(new Set(rows.map(({ checked }) => checked))).toEqual(new Set(["2026-11-23", ""]));
  });

  test("say where a checked one with an address was read, and name no address of an unchecked one", () => {
    const sources = rows.map(({ source }) => source).filter(Boolean);
    expect(sources.every((source) => URL.canParse(source))).toBe(true);
    expect(rows.filter(({ checked, source }) => checked === "" && source !== "")).toEqual([]);
  });

  test("say what restricts every limited one", () => {
    expect(rows.filter(({ verdict, detail }) => verdict === "limited" && detail === "")).toEqual([]);
  });
});

describe("a broken reference is told with its place", () => {
  test("a day of another form", () => {
    const broken = brokenBy((folder) =>
      changeFile(join(folder, "platforms.csv"), (text) => text.replace("2026-11-23", "yesterday")),
    );
    expect(broken).toThrow(/platforms\.csv, line 2, column checked: expected a day such as 2026-01-31/);
  });

  test("other bytes than the description gives", () => {
    const broken = brokenBy((folder) =>
      changeFile(join(folder, "platforms.csv"), (text) => text.replace("2026-11-23", "2026-11-24")),
    );
    expect(broken).toThrow(/platforms\.csv: expected the bytes whose hash/);
  });

  test("no such file, and no such resource", () => {
    expect(brokenBy((folder) => rmSync(join(folder, "platforms.csv")))).toThrow(/platforms\.csv/);
    const renamed = (text: string) => text.replace('"name": "platforms"', '"name": "planets"');
    expect(brokenBy((folder) => changeFile(join(folder, "datapackage.json"), renamed))).toThrow(
      /expected a resource named platforms/,
    );
  });
});
