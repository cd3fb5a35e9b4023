import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reviewOf } from "../../src/notebook/review-view.js";
import { folderWith } from "../data/folder.js";
import { pageAnswer, pageRow } from "../data/page-rows.js";

const HEADER = "company,tool,place,search,rank,title,address,relevant,note";

function runWith(files: Readonly<Record<string, string>> = {}) {
  const evidence = { pages: [{ title: "Page", address: "https://a.example/" }] };
  const rows = [pageRow({ readings: [pageAnswer({ evidence })] })];
  const folder = folderWith({ "google/output.json": JSON.stringify(rows), ...files });
  const whole = { folder, place: "data/runs/may" };
  const nothing = { counted: 0, toAsk: 0, requests: 0, repeats: 0 };
  return { name: "may", folder: join(folder, "google"), place: "data/runs/may/google", whole, ...nothing };
}

describe("the review as a notebook shows it", () => {
  it("says where the sheet is, and how much of it is marked", () => {
    const { about, precision } = reviewOf(runWith(), false);
    expect(about).toBe("**`data/runs/may/google/review.csv`** lists 1 page; 0 of them are marked.");
    expect(precision.at(-1)).toMatchObject({ company: "all", reviewed: 0 });
  });

  it("says what is wrong with a sheet, and leaves it, so that all else is still asked", () => {
    const sheet = `${HEADER}\nNetflix,MLflow,title,s,1,t,https://a.example/,maybe,\n`;
    const run = runWith({ "google/review.csv": sheet });
    const { about, precision } = reviewOf(run, false);
    expect(about).toMatch(/^\*\*The review sheet was not read.*line 2, column relevant: expected yes, no/);
    expect(about).toContain("run this cell again");
    expect(precision).not.toHaveLength(0);
    expect(readFileSync(join(run.folder, "review.csv"), "utf8")).toBe(sheet);
  });

  it("is that of the study where nothing is searched", () => {
    expect(reviewOf(undefined, false).about).toBe("There is no sheet: nothing was searched.");
  });
});
