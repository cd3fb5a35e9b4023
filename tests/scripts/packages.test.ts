import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { arePackagesCurrent } from "../../scripts/bootstrap/packages.mjs";

const HOST = { platform: "linux", arch: "x64", nodeMajor: "20" };
const LOCKED = {
  "": { version: "0.1.0" },
  "node_modules/zod": { version: "4.0.0" },
  "node_modules/resvg-linux": { version: "2.0.0", optional: true, os: ["linux"], cpu: ["x64"] },
  "node_modules/resvg-darwin": { version: "2.0.0", optional: true, os: ["darwin"], cpu: ["arm64"] },
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "census-packages-"));
  mkdirSync(join(root, "node_modules"));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: LOCKED }));
});

function install(...names: readonly (keyof typeof LOCKED)[]): void {
  const packages = Object.fromEntries(names.map((name) => [name, LOCKED[name]]));
  writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
}

describe("packages installed by hand", () => {
  it("are current when they are those of the lock file for this platform", () => {
    install("node_modules/zod", "node_modules/resvg-linux");
    expect(arePackagesCurrent(root, HOST)).toBe(true);
  });

  it("are not current when one is missing", () => {
    install("node_modules/resvg-linux");
    expect(arePackagesCurrent(root, HOST)).toBe(false);
  });

  it("are not current when they are another platform's", () => {
    install("node_modules/zod", "node_modules/resvg-darwin");
    expect(arePackagesCurrent(root, HOST)).toBe(false);
  });

  it("are not current when the lock file names another version", () => {
    install("node_modules/zod", "node_modules/resvg-linux");
    const packages = { ...LOCKED, "node_modules/zod": { version: "4.0.1" } };
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
    expect(arePackagesCurrent(root, HOST)).toBe(false);
  });
});

it("without any packages they are not current", () => {
  expect(arePackagesCurrent(root, HOST)).toBe(false);
});

it("a project without lock file is an error that says what to do", () => {
  expect(() => arePackagesCurrent(join(root, "node_modules"), HOST)).toThrow("package-lock.json is missing");
});
