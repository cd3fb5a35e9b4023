import nodeFiles, { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishPractice } from "../../src/execution/publish-practice.js";
import { temporaryFolder } from "../config/conf-file.js";

/** A folder with one file in it, which says whose it is. */
function runAt(folder: string, whose: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "output.json"), whose);
}

describe("the practice run of a reproduction", () => {
  it.each([0, 1, 2])(
    "takes the place of the last one, though %i others come at the same moment",
    (others) => {
      const [root, draft] = [temporaryFolder(), temporaryFolder()];
      const place = join(root, "data", "practice", "reproduction");
      runAt(place, "last");
      runAt(join(draft, "reproduction"), "ours");
      let left = others;
      const renameSync: typeof nodeFiles.renameSync = (from, to) => {
        if (to === place && left > 0) {
          left -= 1;
          runAt(place, "another's");
        }
        nodeFiles.renameSync(from, to);
      };
      publishPractice(root, draft, { ...nodeFiles, renameSync });
      expect(readFileSync(join(place, "output.json"), "utf8")).toBe("ours");
      expect(readdirSync(join(root, "data", "practice"))).toEqual(["reproduction"]);
    },
  );

  it("is the first one where there was none, and none where the notebook made none", () => {
    const [root, draft] = [temporaryFolder(), temporaryFolder()];
    publishPractice(root, draft);
    expect(readdirSync(root)).toEqual([]);
    runAt(join(draft, "reproduction"), "ours");
    publishPractice(root, draft);
    expect(readdirSync(join(root, "data", "practice"))).toEqual(["reproduction"]);
  });
});
