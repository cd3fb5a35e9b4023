import { expect, test } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { rowsOf } from "../../src/frames/data-frame.js";
import { requireReportedValues } from "../../src/frames/reported-values.js";
import { projectWith } from "./folder.js";
import { pageAnswer, pageRow } from "./page-rows.js";

const PUBLISHED = "the published study, January 2025";
const CODE = JSON.stringify([{ tool: "A", query: "a", extensions: "py", purpose: "global", number: 1 }]);

const studyOf = (files: Readonly<Record<string, string>>, parent = "runs") => {
  const placed = Object.entries(files).map(([file, content]) => [`data/${parent}/may/${file}`, content]);
  return openStudy({ run: "may", root: projectWith(Object.fromEntries(placed)) });
};

test("a run's pages stand in the place of the study's, one row a pair, with names and kinds", () => {
  const rows = [
    pageRow({ number: 30, low: 28, high: 33 }),
    pageRow({ name: "ML flow", number: 10, low: 9, high: 11 }),
    pageRow({ tool: "Metaflow", name: "Metaflow", kind: "own", place: "text", readings: [pageAnswer()] }),
  ];
  const study = studyOf({ "output.json": CODE, "google/output.json": JSON.stringify(rows) });
  const none = Number.NaN;
  expect(rowsOf(study.google)).toEqual([
    {
      ...{ company: "Netflix", tool: "MLflow", kind: "public" },
      ...{ text: none, textLow: none, textHigh: none, textReading: "not measured" },
      ...{ title: 30, titleLow: 28, titleHigh: 44, titleReading: "estimate" },
    },
    {
      ...{ company: "Netflix", tool: "Metaflow", kind: "own" },
      ...{ text: 3, textLow: 3, textHigh: 3, textReading: "estimate" },
      ...{ title: none, titleLow: none, titleHigh: none, titleReading: "not measured" },
    },
  ]);
  expect(rowsOf(study.pageReadings)).toHaveLength(1);
  expect(study.sourceOf).toMatchObject({ github: "run may", google: "run may", stars: PUBLISHED });
  expect(study.countedByOf.google).toBe("Google result totals by google-cse, 2026-11-25");
});

test("the study's values are checked on its own pages, whichever run is looked at", () => {
  const study = studyOf({ "google/output.json": JSON.stringify([pageRow()]) });
  expect(requireReportedValues(study)).toBe(requireReportedValues(openStudy()));
});

test("a run of pages alone opens, and its counts of GitHub are said to be the study's", () => {
  const study = studyOf({ "google/output.json": JSON.stringify([pageRow()]) });
  expect(study).toMatchObject({ name: "may", label: "run may" });
  expect(study.sourceOf).toMatchObject({ github: PUBLISHED, google: "run may" });
  expect(rowsOf(study.github)).toHaveLength(21);
});

test("so does a run of repositories alone", () => {
  const row = { tool: "CML", repository: "iterative/cml", number: 7, readings: [] };
  const study = studyOf({ "popularity/output.json": JSON.stringify([row]) });
  expect(study.sourceOf).toMatchObject({ github: PUBLISHED, google: PUBLISHED });
});

test("a run with none of them names the file that is missing", () => {
  expect(() => studyOf({ "journal.jsonl": "" })).toThrow(/output\.json: expected a data file, found no such/);
});

test("practised pages are called practice, and never Google's", () => {
  const rows = JSON.stringify([pageRow({ service: "practice", practice: true })]);
  for (const parent of ["runs", "practice"]) {
    const study = studyOf({ "google/output.json": rows }, parent);
    expect(study.sourceOf.google).toBe("practice run may");
    expect(study.label).toBe("practice run may");
    expect(study.countedByOf.google).toBe("sample pages on this machine, not Google, 2026-11-25");
  }
});

test("stars that GitHub gave are no practice, whatever the pages beside them are", () => {
  const pages = JSON.stringify([pageRow({ service: "http://127.0.0.1:8000", practice: true })]);
  const stars = JSON.stringify([{ tool: "CML", repository: "iterative/cml", number: 7, readings: [] }]);
  const study = studyOf({ "google/output.json": pages, "popularity/output.json": stars });
  expect(study.sourceOf).toMatchObject({ google: "practice run may", stars: "run may" });
});

test("a run that says what is shown says what each company runs, too: the study is not asked", () => {
  const wandb = { company: "OpenAI", tool: "W&B", name: "W&B" };
  const companiesOf = (part: object) => {
    const rows = [pageRow({ ...wandb, ...part })];
    return rowsOf(studyOf({ "google/output.json": JSON.stringify(rows) }).companyOptions.companies);
  };
  expect(companiesOf({ isShown: true, isUsed: false })).toEqual([]);
  expect(companiesOf({})).toEqual(rowsOf(openStudy().companies));
});

test("another company's own tool is shown where figures name it", () => {
  const klio = { tool: "Klio", name: "Klio", isShown: true };
  const rows = [
    pageRow({ ...klio, company: "Spotify", kind: "own" }),
    pageRow({ ...klio, company: "Zalando", kind: "other's" }),
  ];
  const { shown } = studyOf({ "google/output.json": JSON.stringify(rows) }).companyOptions;
  expect(shown).toEqual({ companies: ["Spotify", "Zalando"], tools: ["Klio"] });
});

test("the reviews of a run stand behind those of the study", () => {
  const sheet =
    "company,tool,place,search,rank,title,address,relevant,note\n" +
    "Netflix,MLflow,title,s,1,t,https://a.example/,yes,\n";
  const study = studyOf({ "google/output.json": JSON.stringify([pageRow()]), "google/review.csv": sheet });
  expect(rowsOf(study.reviews)).toHaveLength(17);
  expect(rowsOf(study.reviews).at(-1)).toMatchObject({ relevant: 1, reviewer: "review.csv, pages" });
  expect(study.sourceOf.reviews).toBe(`${PUBLISHED}; run may`);
});
