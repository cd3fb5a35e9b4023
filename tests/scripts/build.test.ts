import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { deleteOrphans, sourceHash } from "../../scripts/bootstrap/build.mjs";

let root: string;

const write = (path: string, text = ""): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "census-build-"));
  for (const path of ["package.json", "package-lock.json", "tsconfig.json", "src/frames/share.ts"])
    write(path);
  for (const path of ["frames/share.js", "frames/share.d.ts", ".tsbuildinfo"]) write(`dist/${path}`);
});

it("any change of a source, of its name or of the compiler's settings is another build", () => {
  const hashes = [sourceHash(root)];
  write("src/frames/share.ts", "export const a = 1;");
  hashes.push(sourceHash(root));
  write("tsconfig.json", "{}");
  hashes.push(sourceHash(root));
  rmSync(join(root, "src/frames/share.ts"));
  write("src/frames/shares.ts", "export const a = 1;");
  hashes.push(sourceHash(root));
  expect(new Set(hashes).size).toBe(4);
  expect(sourceHash(root)).toBe(hashes[3]);
});

it("what was compiled from a source that is gone is deleted, the rest stays", () => {
  for (const path of ["frames/gone.js", "frames/gone.d.ts", "old/folder.js"]) write(`dist/${path}`);
  deleteOrphans(root);
  expect(readdirSync(join(root, "dist/frames")).sort()).toEqual(["share.d.ts", "share.js"]);
  expect(existsSync(join(root, "dist/old/folder.js"))).toBe(false);
  expect(existsSync(join(root, "dist/.tsbuildinfo"))).toBe(true);
});

it("the compiler's record goes when a compiled file is missing, since it would not write that one again", () => {
  rmSync(join(root, "dist/frames/share.js"));
  deleteOrphans(root);
  expect(existsSync(join(root, "dist/.tsbuildinfo"))).toBe(false);
});
