/** A row of `google/output.json`, as the collector writes it, with what a test does not care about filled in. */
export function pageRow(part: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { company = "Netflix", name = "MLflow" } = part;
  return {
    company,
    tool: "MLflow",
    name,
    place: "title",
    kind: "public",
    number: 3,
    low: 3,
    high: 3,
    reading: "estimate",
    outcome: "counted",
    search: `allintitle: ${company} ${name}`,
    address: "https://example.org/?q=1",
    time: "2026-11-25T10:00:00.000Z",
    source: "google-cse",
    service: "https://customsearch.googleapis.com",
    readFrom: ["API answer"],
    remarks: [],
    readings: [],
    ...part,
  };
}

/** One answer in such a row. */
export function pageAnswer(part: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    repeat: 1,
    number: 3,
    low: 3,
    high: 3,
    reading: "estimate",
    time: "2026-11-25T10:00:00.000Z",
    readFrom: ["API answer"],
    remarks: [],
    ...part,
  };
}
