import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { loadSettings } from "../../src/config/load-settings.js";
import { VARIABLES } from "../../src/config/variables.js";
import { writtenFile } from "./conf-file.js";

const text = readFileSync(join(PROJECT_ROOT, ".env.example"), "utf8");

describe("the example of .env", () => {
  it("names every variable that the program knows, in its order, and no other", () => {
    const names = [...text.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(names).toEqual(VARIABLES.map(({ name }) => name));
  });

  it("explains each in a comment right above it", () => {
    const lines = text.split("\n");
    const unexplained = lines.filter(
      (line, index) => /^[A-Z_]+=/.test(line) && !lines[index - 1]?.startsWith("# "),
    );
    expect(unexplained).toEqual([]);
  });

  it("sets nothing when it is copied as it is", () => {
    expect(loadSettings({ env: {}, envFile: writtenFile(".env", text) })).toEqual(
      loadSettings({ env: {}, envFile: "/nowhere/.env" }),
    );
  });
});
