import { expect, it } from "vitest";
import { openStudy } from "../../src/data/open-study.js";
import { googleByCompany } from "../../src/frames/google-by-company.js";
import * as frames from "../../src/frames/index.js";
import { normalisedPages } from "../../src/frames/normalised-pages.js";
import * as findings from "../../src/notebook/page-findings.js";
import * as pageTables from "../../src/notebook/page-tables.js";
import { tableText } from "../../src/notebook/table.js";
import { googleTable, readingTable, reviewTable } from "../frames/page-tables.js";

const { google, reviews } = openStudy();
const practice = { isPractice: true };
const against = (frame: frames.Frame) => frames.ownAgainstPublic(googleByCompany(frame));

it("The own tool's share is told with its interval, and who has none", () => {
  const text = findings.ownAgainstPublic(against(google));
  expect(text).toContain("In the title, Metaflow at Netflix 99.8 %, Michelangelo at Uber 99.2 %");
  expect(text).toContain("In the text, Metaflow at Netflix 14.1 %");
  expect(text).toContain("OpenAI was not paired with a tool of its own.");
  expect(findings.ownAgainstPublic(against(google), practice)).toContain("in the sample pages");
  const own = googleTable([
    { tool: "Own", kind: "own" },
    { tool: "A", title: 1, text: 1 },
  ]);
  expect(findings.ownAgainstPublic(against(own))).toBe(
    "No own tool can be set beside public ones. C in the title: own tool not measured. C in the text: own tool not measured.",
  );
  expect(findings.ownAgainstPublic(against(googleTable([])))).toBe("No company was searched.");
});

it("The public tool with most pages is told company by company, and ties are named", () => {
  const pages = googleByCompany(
    googleTable([
      { tool: "Own", kind: "own", title: 99, text: 99 },
      { tool: "A", title: 1, text: 2_000 },
      { tool: "Wandb", title: 1, text: 5 },
      { company: "D", tool: "A", title: 0 },
    ]),
  );
  expect(findings.mostNamed(pages)).toBe(
    "The public tools with most pages. In the title, A and W&B at C (1 each). In the text, A at C (2,000).",
  );
  expect(findings.mostNamed(pages, practice)).toContain("most pages in the sample pages. In");
  const none = googleTable([{ tool: "A", title: 0 }]);
  expect(findings.mostNamed(googleByCompany(none))).toBe("No page names a company and a public tool.");
  const unknown = googleTable([{ tool: "A" }]);
  expect(findings.mostNamed(googleByCompany(unknown))).toBe("No public tool was measured.");
});

it("The tools found are told in order, with what the intervals leave open", () => {
  const pages = googleTable([
    { tool: "A", text: 100 },
    { tool: "Wandb", text: 2_000 },
    { company: "D", tool: "A" },
  ]);
  expect(findings.toolsFound(frames.toolsFound(normalisedPages(pages)))).toBe(
    "Tools over the threshold of 0.05, most pages first. C 1 of 2, 1 to 2 by the intervals: W&B. Not measured in the text: D.",
  );
  const none = frames.toolsFound(normalisedPages(googleTable([{ tool: "A" }])));
  expect(findings.toolsFound(none, practice)).toBe("No company's texts were measured in the sample pages.");
});

it("The agreement of ranks is told company by company, or that it cannot be", () => {
  const three = (company: string, titles: readonly number[]) =>
    titles.map((title, place) => ({ company, tool: `T${place}`, text: place, title }));
  const pages = googleTable([
    ...three("C", [1, 2, 3]),
    ...three("D", [3, 2, 1]),
    { company: "E", tool: "A" },
  ]);
  expect(findings.rankAgreement(frames.rankAgreement(pages))).toBe(
    "Texts and titles agree on the order of the tools for C (ρ = 1.00, 3 tools); they do not agree for all companies " +
      "together (ρ = 0.00, 6 pairs); they tend to reversed orders for D (ρ = −1.00, 3 tools). It cannot be told for E.",
  );
  expect(findings.rankAgreement(frames.rankAgreement(googleTable([])))).toContain("cannot be told");
});

it("Precision is told by reviewer, with its interval", () => {
  expect(findings.precision(frames.precision(reviews))).toBe(
    "By study 2025, pairs looked up by hand: **8 of 16, 50.0 % (28.0–72.0 %)** relevant; " +
      "Netflix 4 of 9, 44.4 % (18.9–73.3 %) and Uber 4 of 7, 57.1 % (25.0–84.2 %).",
  );
  expect(findings.precision(frames.precision(reviewTable([{ tool: "A" }])))).toBe(
    "By R: nothing yet. 1 not looked at yet.",
  );
  expect(findings.precision(frames.precision(reviewTable([])))).toBe("Nothing was looked up by hand.");
});

it("Names are no markup, whatever they look like", () => {
  const odd = { company: "<b>C*o</b>", title: 1, text: 9 };
  const rows = googleTable([
    { ...odd, tool: "<img src=x>", kind: "own" },
    { ...odd, tool: "W&B", text: 8, title: 2 },
    { ...odd, tool: "$x_y$", text: 7, title: 3 },
  ]);
  const texts = [
    findings.ownAgainstPublic(against(rows)),
    findings.toolsFound(frames.toolsFound(normalisedPages(rows))),
    findings.rankAgreement(frames.rankAgreement(rows)),
  ];
  for (const text of texts) expect(text).toContain("\\<b>C\\*o\\</b>");
  expect(texts[1]).toContain("\\<img src=x>, W&B and \\$x\\_y\\$");
});

it("Every table names columns that its frame has", () => {
  const readings = readingTable([]);
  const tables = [
    [google, pageTables.googlePages],
    [frames.overThreshold(normalisedPages(google)), pageTables.overThreshold],
    [against(google), pageTables.ownAgainstPublic],
    [frames.rankAgreement(google), pageTables.rankAgreement],
    [frames.repeatedSearches(readings), pageTables.repeatedSearches],
    [frames.correctedSearches(readings), pageTables.correctedSearches],
    [frames.precision(reviews), pageTables.precision],
  ] as const;
  for (const [frame, options] of tables) {
    expect(frame.columns).toEqual(expect.arrayContaining(Object.keys(options.columns ?? {})));
    const text = tableText(frame, options);
    expect(JSON.stringify(text.cells)).not.toMatch(/NaN|undefined|Infinity/);
  }
});
