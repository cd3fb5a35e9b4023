import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDataPackage, requireSameBytes } from "../../src/data/load-data-package.js";
import { folderWith } from "./folder.js";

const packageOf = (...paths: readonly string[]) =>
  JSON.stringify({ resources: paths.map((path, i) => ({ name: `table-${i}`, path })) });

test("gives the file of each resource", () => {
  const folder = folderWith({ "datapackage.json": packageOf("a.csv"), "a.csv": "x\n" });
  expect([...loadDataPackage(folder)]).toEqual([["table-0", { file: join(folder, "a.csv") }]]);
});

test.each([
  ["names an absent file", packageOf("a.csv"), "expected every file that it names, found none at"],
  ["names a file outside", packageOf("../a.csv"), "expected paths inside the folder, found ../a.csv"],
  ["is no JSON", "{", "expected JSON, found a fault"],
  ["has no resources", "{}", "expected resources with name and path; resources"],
  ["is empty", "", "found an empty file"],
])("a description that %s is refused", (_case, content, message) => {
  const error = expect.objectContaining({ name: "DataFileError", message: expect.stringContaining(message) });
  expect(() => loadDataPackage(folderWith({ "datapackage.json": content }))).toThrow(error);
});

test("a folder without a description is refused", () => {
  expect(() => loadDataPackage(folderWith())).toThrow(
    "datapackage.json: expected a data file, found no such file.",
  );
});

test("a file must have the bytes whose hash its description gives: one cut at a line's end looks whole", () => {
  const folder = folderWith({ "a.csv": "x\n1\n2\n" });
  const file = join(folder, "a.csv");
  const hash = `sha256:${createHash("sha256").update("x\n1\n2\n").digest("hex")}`;
  expect(() => requireSameBytes({ file, hash })).not.toThrow();
  writeFileSync(file, "x\n1\n");
  expect(() => requireSameBytes({ file, hash })).toThrow(
    /a\.csv: expected the bytes whose hash datapackage\.json gives/,
  );
});
