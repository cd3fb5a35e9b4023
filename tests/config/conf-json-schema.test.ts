import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../src/census/project-root.js";
import { CONF_SCHEMA_FILE } from "../../src/commands/schema.js";
import { confJsonSchemaText } from "../../src/config/conf-json-schema.js";
import { loadConfiguration } from "../../src/config/load-configuration.js";
import { conf, ENTRY, writtenFile } from "./conf-file.js";

const CONF = join(PROJECT_ROOT, "conf.json");
const schema = JSON.parse(confJsonSchemaText()) as object;
const fits = new Ajv({ strict: true, strictTypes: false }).compile(schema);

/** A configuration that counts the stars of one repository. */
function stars(repository: string): string {
  const popularity = { pace: "1-2", repositories: [{ tool: "W&B", repository }] };
  return JSON.stringify({ mining: { queries: [ENTRY] }, popularity });
}

describe("the JSON Schema of conf.json", () => {
  it("is the committed one (else run: npm run build && node dist/commands/schema.js)", () => {
    expect(readFileSync(CONF_SCHEMA_FILE, "utf8")).toBe(confJsonSchemaText());
  });

  it("is the one that conf.json names, and conf.json fits it", () => {
    const value = JSON.parse(readFileSync(CONF, "utf8")) as { $schema: string };
    expect(join(dirname(CONF), value.$schema)).toBe(CONF_SCHEMA_FILE);
    expect(fits(value), JSON.stringify(fits.errors)).toBe(true);
  });

  it("describes every field", () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      for (const [name, field] of Object.entries("properties" in node ? (node.properties as object) : {})) {
        if (!("description" in field)) undescribed.push(`${path}.${name}`);
      }
      for (const [name, child] of Object.entries(node)) visit(child, `${path}.${name}`);
    };
    visit(schema, "");
    expect(undescribed).toEqual([]);
  });

  it.each([
    ["the bare list with other fields", JSON.stringify([{ ...ENTRY, number: 7 }]), true],
    [
      "one purpose and one extension without a list",
      conf([{ ...ENTRY, purpose: "metric", extensions: "py" }]),
      true,
    ],
    ["a pace in numbers", JSON.stringify({ mining: { pace: 3, queries: [ENTRY] } }), true],
    ["a Google plan", conf([ENTRY], { companies: [{ name: "IBM" }], tools: [{ name: "W&B" }] }), true],
    [
      "a name to search without a list, and no own tool",
      conf([ENTRY], {
        companies: [{ name: "IBM", ownTool: null }],
        tools: [{ name: "W&B", search: "Weights" }],
      }),
      true,
    ],
    ["a pace with an en dash", JSON.stringify({ mining: { pace: "10–30", queries: [ENTRY] } }), true],
    ["a repository", stars("wandb/wandb"), true],
    ["a repository's name that begins with a dot", stars("octo/.github"), true],
    ["a repository without an owner", stars("wandb"), false],
    ["a repository's address", stars("https://github.com/wandb/wandb"), false],
    ["a repository's name of dots", stars("wandb/.."), false],
    ["a repository's name with .git", stars("wandb/wandb.git"), false],
    ["an unknown purpose", conf([{ ...ENTRY, purpose: "metrics" }]), false],
    ["no purpose", conf([{ ...ENTRY, purpose: [] }]), false],
    ["a purpose twice", conf([{ ...ENTRY, purpose: ["metric", "metric"] }]), false],
    ["an empty query", conf([{ ...ENTRY, query: "" }]), false],
    ["an empty tool", conf([{ ...ENTRY, tool: "" }]), false],
    ["an extension with a dot", conf([{ ...ENTRY, extensions: [".py"] }]), false],
    ["no extension", conf([{ ...ENTRY, extensions: [] }]), false],
    ["an unknown name", conf([{ ...ENTRY, count: 7 }]), false],
    ["a pace in words", JSON.stringify({ mining: { pace: "slow", queries: [ENTRY] } }), false],
    ["no query", conf([]), false],
  ])("agrees with the program on %s", (_, text, isRight) => {
    expect(fits(JSON.parse(text))).toBe(isRight);
    const load = () => loadConfiguration(writtenFile("conf.json", text));
    if (isRight) expect(load).not.toThrow();
    else expect(load).toThrow(/conf\.json/);
  });
});
