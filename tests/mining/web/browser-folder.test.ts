import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeBrowserFolder, removeBrowserFolder } from "../../../src/mining/web/browser-folder.js";
import { temporaryFolder } from "../../config/conf-file.js";

/** The start of the process that started this one, as the system tells it. */
function startOfParent(): string {
  const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

describe.runIf(process.platform === "linux")("the folder of a browser", () => {
  it("goes with the next one where its process is gone, also where another has that number now", () => {
    const root = temporaryFolder();
    const living = `browser-${process.ppid}-${startOfParent()}-living`;
    const left = [`browser-${process.ppid}-1-left`, "browser-999999999-1-left", "browser-999999999-left"];
    for (const name of [living, ...left]) mkdirSync(join(root, ".session", name), { recursive: true });
    const folder = makeBrowserFolder(root);
    expect(readdirSync(join(root, ".session")).sort()).toEqual([living, basename(folder)].sort());
    removeBrowserFolder(folder);
    expect(readdirSync(join(root, ".session"))).toEqual([living]);
  });
});
