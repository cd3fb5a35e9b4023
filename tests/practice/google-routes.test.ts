import { customsearch } from "googleapis/build/src/apis/customsearch/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRACTICE_ENGINE_ID, PRACTICE_GOOGLE_KEY } from "../../src/practice/accounts.js";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";
import { askGoogle } from "./google-visitor.js";

const NETFLIX = "allintitle: Netflix Metaflow";

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ clock: { now: () => new Date(0) } });
});
afterAll(() => practice.close());

const answerTo = async (fields: Record<string, string>) => (await askGoogle(practice, fields)).json();

describe("the practice search for pages", () => {
  it("answers in the form of Google's interface", async () => {
    const answer = await askGoogle(practice, { q: "allintitle: AWS MLflow" });
    const request = {
      title: "Google Custom Search - allintitle: AWS MLflow",
      totalResults: "6900",
      searchTerms: "allintitle: AWS MLflow",
      count: 1,
      startIndex: 1,
      inputEncoding: "utf8",
      outputEncoding: "utf8",
      safe: "off",
      cx: "practice-engine",
    };
    expect([answer.status, answer.headers.get("x-census-practice")]).toEqual([200, "1"]);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await answer.json()).toEqual({
      kind: "customsearch#search",
      url: { type: "application/json", template: expect.stringContaining("q={searchTerms}") },
      queries: { request: [request] },
      context: { title: "practice: sample pages on this machine" },
      searchInformation: {
        searchTime: 0,
        formattedSearchTime: "0.00",
        totalResults: "6900",
        formattedTotalResults: "6,900",
      },
      items: [
        {
          kind: "customsearch#result",
          title: "Managed MLflow on Amazon SageMaker | AWS",
          htmlTitle: "Managed <b>MLflow</b> on Amazon SageMaker | <b>AWS</b>",
          link: "https://example-developers.example/aws/amazon-sagemaker/mlflow.html",
          displayLink: "example-developers.example",
          snippet: expect.stringMatching(/^Managed MLflow .* \.\.\.$/),
        },
      ],
    });
  });

  it("leaves out the items where nothing is found", async () => {
    const { searchInformation, queries, ...rest } = await answerTo({ q: "allintitle: OpenAI CML" });
    expect(searchInformation).toMatchObject({ totalResults: "0", formattedTotalResults: "0" });
    expect(queries).toMatchObject({ request: [{ totalResults: "0" }] });
    expect(Object.keys({ ...queries, ...rest })).toEqual(["request", "kind", "url", "context"]);
  });

  it("gives what pages say as it stands, and escaped where it is markup", async () => {
    const { items } = await answerTo({ q: "allintitle: script alert" });
    expect(items[0].title).toBe('<script>alert("MLflow")</script> and other names for a run at Uber');
    expect(items[0].htmlTitle).toContain("&lt;<b>script</b>&gt;<b>alert</b>(&quot;MLflow&quot;)");
    const formula = await answerTo({ q: '"Uber + MLflow"' });
    expect(formula.items[0].title).toMatch(/^=Uber \+ MLflow/);
  });

  it("can be read page by page, each page once", async () => {
    const first = await answerTo({ q: NETFLIX, num: "4" });
    const links: string[] = [];
    for (let answer = first; answer !== undefined; ) {
      links.push(...answer.items.map(({ link }: { link: string }) => link));
      const [next] = answer.queries.nextPage ?? [];
      expect(answer.searchInformation.totalResults).toBe(first.searchInformation.totalResults);
      answer = next && (await answerTo({ q: NETFLIX, num: "4", start: String(next.startIndex) }));
    }
    expect([links.length, new Set(links).size]).toEqual([11, 11]);
  });

  it("has a page before every page but the first, and nothing beyond the last", async () => {
    const second = await answerTo({ q: NETFLIX, start: "11" });
    expect(second.queries.previousPage[0].startIndex).toBe(1);
    expect(second.queries.nextPage).toBeUndefined();
    expect(second.items).toHaveLength(1);
    expect((await answerTo({ q: NETFLIX, start: "91" })).items).toBeUndefined();
  });

  it("gives no page after the one that starts at 91", async () => {
    const words = { title: " word ", text: " word " };
    const page = { link: "https://a.example/", host: "a.example", title: "word", text: "word", words };
    const webPages = Array.from({ length: 120 }, () => ({ ...page, standsFor: 1 }));
    const crowded = await startPractice({ webPages, clock: { now: () => new Date(0) } });
    const starts = ["81", "91"].map(async (start) => {
      const { queries, items } = await (await askGoogle(crowded, { q: "word", start })).json();
      return [items.length, queries.nextPage?.[0].startIndex];
    });
    expect(await Promise.all(starts)).toEqual([
      [10, 91],
      [10, undefined],
    ]);
    await crowded.close();
  });

  it("suggests the word that was meant, and answers the text as asked", async () => {
    const answer = await answerTo({ q: "allintitle: Netflix mlfow" });
    expect(answer.searchInformation.totalResults).toBe("0");
    expect(answer.spelling).toEqual({
      correctedQuery: "allintitle: Netflix mlflow",
      htmlCorrectedQuery: "allintitle: Netflix <b><i>mlflow</i></b>",
    });
  });

  it("cuts its answer down to the fields chosen", async () => {
    const fields = "searchInformation(totalResults),spelling,queries(request(totalResults,searchTerms))";
    const asked = { totalResults: "7520", searchTerms: NETFLIX };
    const expected = { queries: { request: [asked] }, searchInformation: { totalResults: "7520" } };
    expect(await answerTo({ q: NETFLIX, fields })).toEqual(expected);
    expect(Object.keys(await answerTo({ q: NETFLIX, fields: "kind,items/title" }))).toEqual([
      "kind",
      "items",
    ]);
  });

  it("understands blanks that are written in either way", async () => {
    const asked = ["allintitle:%20Netflix%20Metaflow", "allintitle%3A+Netflix+Metaflow"].map(async (q) => {
      const rest = `key=${PRACTICE_GOOGLE_KEY}&cx=${PRACTICE_ENGINE_ID}&q=${q}`;
      const answer = await fetch(`${practice.googleUrl}/customsearch/v1?${rest}`);
      return (await answer.json()).searchInformation.totalResults;
    });
    expect(await Promise.all(asked)).toEqual(["7520", "7520"]);
  });

  it("is asked by a GET alone", async () => {
    const answer = await fetch(`${practice.googleUrl}/customsearch/v1`, { method: "POST" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET"]);
  });
});

describe("Google's own client", () => {
  const list = (fields: Record<string, unknown>, auth = PRACTICE_GOOGLE_KEY) =>
    customsearch("v1").cse.list(
      { q: NETFLIX, cx: PRACTICE_ENGINE_ID, auth, ...fields },
      { rootUrl: practice.googleUrl, retry: false },
    );

  it("reads an answer", async () => {
    const { data, status } = await list({ num: 3 });
    expect([status, data.searchInformation?.totalResults, data.items?.length]).toEqual([200, "7520", 3]);
    expect(data.queries?.nextPage?.[0]).toMatchObject({ startIndex: 4, count: 3 });
  });

  it("reads a refusal, and asks once", async () => {
    const before = practice.requests.length;
    await expect(list({}, "perday")).rejects.toMatchObject({
      status: 429,
      message: expect.stringContaining("limit 'Queries per day'"),
    });
    expect(practice.requests.length - before).toBe(1);
  });
});
