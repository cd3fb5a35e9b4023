import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { copyProject, ROOT } from "../project-copy.js";

const run = promisify(execFile);

/** What `npm run reproduce` writes, by path: a hash of the bytes. */
function written(folder: string): Record<string, string> {
  const files = ["notebooks", "figures"].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((file) => /\.(ipynb|json|svg|png)$/.test(file))
      .map((file) => `${part}/${file}`),
  );
  const hash = (file: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
  return Object.fromEntries(files.sort().map((file) => [file, hash(file)]));
}

describe("npm run reproduce", () => {
  const copies = [copyProject("one"), copyProject("another-place")] as const;
  afterAll(() => {
    for (const copy of copies) copy.remove();
  });

  it("writes the same bytes in two folders, those that the project holds, whatever the person has set", async () => {
    const env = {
      ...process.env,
      CENSUS_RUN: "mine",
      GH_USERNAME: "someone",
      TZ: "Asia/Tokyo",
      LANG: "fr_FR.UTF-8",
    };
    for (const { folder } of copies) {
      const { stdout } = await run(process.execPath, ["scripts/reproduce.mjs"], { cwd: folder, env });
      expect(stdout).toContain("same bytes as before");
    }
    const [one, another] = copies.map(({ folder }) => written(folder));
    expect(another).toEqual(one);
    expect(one).toEqual(written(ROOT));
  }, 240_000);
});
