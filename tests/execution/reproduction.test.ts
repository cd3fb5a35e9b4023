import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { fileSessions } from "../../src/mining/web/session-store.js";
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

/** Everything by which a collection would ask `url`: settings, and sign-ins that are kept. */
function nameEverywhere(url: string, folder: string): void {
  const settings = [
    `GITHUB_URL=${url}`,
    `GITHUB_API_URL=${url}`,
    "GITHUB_TOKEN=a-token",
    "GH_SESSION=a-cookie",
  ];
  writeFileSync(join(folder, ".env"), settings.join("\n"), { mode: 0o600 });
  for (const site of [url, "https://github.com"]) {
    fileSessions({ root: folder, url: site }).save({ version: 1, origin: { kind: "hand" }, cookies: [] });
  }
}

describe("npm run reproduce", () => {
  const elsewhere = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  const asked: string[] = [];
  const copies = [copyProject("one"), copyProject("another-place")] as const;
  afterAll(() => {
    for (const copy of copies) copy.remove();
    elsewhere.close();
  });

  it("writes the same bytes in two folders, those that the project holds, whatever the person has set, and asks nobody", async () => {
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    for (const { folder } of copies) nameEverywhere(url, folder);
    const env = {
      ...process.env,
      CENSUS_RUN: "mine",
      GH_USERNAME: "someone",
      GITHUB_URL: url,
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
    expect(asked).toEqual([]);
  }, 600_000);
});
