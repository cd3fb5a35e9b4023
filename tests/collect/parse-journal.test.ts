import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../src/collect/journal-line.js";
import type { JournalRecord } from "../../src/collect/journal-records.js";
import { parseJournal } from "../../src/collect/parse-journal.js";
import { anyRecords, readingRecord, runRecord } from "./records.js";

const bytesOf = (records: readonly JournalRecord[]) => Buffer.from(records.map(lineOf).join(""));
const parse = (bytes: Uint8Array) => parseJournal(bytes, "journal.jsonl");
const journal = (...lines: readonly string[]) => Buffer.from(lines.join(""));

describe("a journal", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const bytes = bytesOf(records);
        expect(parse(bytes)).toEqual({ records, wholeBytes: bytes.length });
      }),
    );
  });

  it("that ends anywhere gives a prefix of its records", () => {
    fc.assert(
      fc.property(anyRecords, fc.double({ min: 0, max: 1, noNaN: true }), (records, share) => {
        const bytes = bytesOf(records).subarray(0, Math.floor(bytesOf(records).length * share));
        const { records: read, wholeBytes } = parse(bytes);
        expect(read).toEqual(records.slice(0, read.length));
        expect(bytesOf(read)).toEqual(bytes.subarray(0, wholeBytes));
      }),
    );
  });

  it("gives what it gave before and the records that are appended", () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (before, after) => {
        const bytes = Buffer.concat([bytesOf(before), bytesOf(after)]);
        expect(parse(bytes).records).toEqual([...parse(bytesOf(before)).records, ...after]);
      }),
    );
  });

  it("in which one byte is another one is refused, or ends before it, and never gives another record", () => {
    const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyRecords, place, fc.integer({ min: 1, max: 255 }), (records, share, flip) => {
        const bytes = bytesOf(records);
        const at = Math.floor(bytes.length * share);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const read = maybeParsed(bytes);
        if (read === undefined) return;
        expect(read.wholeBytes).toBeLessThanOrEqual(at);
        expect(read.records).toEqual(records.slice(0, read.records.length));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is empty where nothing was written, or only half a line", () => {
    expect(parse(Buffer.from(""))).toEqual({ records: [], wholeBytes: 0 });
    expect(parse(Buffer.from('{"kind":"run"'))).toEqual({ records: [], wholeBytes: 0 });
  });

  it("writes a missing upper end as null", () => {
    const line = lineOf(
      readingRecord({ count: { value: 5, low: 5, high: Number.POSITIVE_INFINITY, reading: "at least" } }),
    );
    expect(line).toContain('"high":null');
  });
});

const start = lineOf(runRecord);
const edited = lineOf(readingRecord()).replace('"value":3', '"value":4');
const summed = (json: string) => {
  const line = lineOf(readingRecord());
  return line.replace(/.*/, () => json);
};

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(start, "utf16le")]);
const windows = journal(start, lineOf(readingRecord())).toString().replaceAll("\n", "\r\n");

describe("a journal whose first line is broken says how to go on without it, where", () => {
  it.each([
    ["it was changed", journal(start.replace("fake", "make"), start), "found a line that was changed"],
    ["it is no beginning", journal(lineOf(readingRecord())), "found a record of the kind"],
    ["a byte order mark was added", journal("\uFEFF", start, start), "converted (with a byte order mark)"],
    ["the line ends are those of Windows", Buffer.from(windows), "converted (with the line ends of Windows)"],
    ["it is in UTF-16", Buffer.concat([utf16, utf16]), "converted (to UTF-16)"],
  ])("%s", (_case, bytes, found) => {
    const message = expect.stringMatching(/put a copy of it back, or begin another run with CENSUS_RUN/i);
    expect(() => parse(bytes)).toThrow(expect.objectContaining({ name: "DataFileError", message }));
    expect(() => parse(bytes)).toThrow(found);
    expect(() => parse(bytes)).not.toThrow("delete this line");
  });

  it("its only line was converted", () => {
    expect(() => parse(Buffer.from(start.replace("\n", "\r\n")))).toThrow("converted");
    expect(() => parse(utf16)).toThrow("converted");
  });
});

describe("a journal is refused, with the line and what to do, where", () => {
  it.each([
    ["a number in its last line was changed", journal(start, edited), "line 2: expected a record"],
    ["a line in the middle is no JSON", journal(start, "{\n", start), "line 2: expected a record"],
    ["a line has no checksum", journal(start, summed("{}"), start), "its checksum does not fit"],
    ["a line in the middle is empty", journal(start, "\n", start), "line 2"],
    ["it does not begin as one", journal(lineOf(readingRecord())), "line 1: expected the beginning of a run"],
    [
      "two services are in it",
      journal(start, lineOf({ ...runRecord, service: "http://other.test" })),
      "line 2: expected fake at http://counts.test, as in line 1, found fake at http://other.test",
    ],
  ])("%s", (_case, bytes, message) => {
    const error = expect.objectContaining({
      name: "DataFileError",
      message: expect.stringContaining(message),
    });
    expect(() => parse(bytes)).toThrow(error);
  });
});

describe("a record that could not be read back is never written:", () => {
  it.each([
    ["a number out of its interval", { count: { value: 9, low: 1, high: 2, reading: "estimate" as const } }],
    ["a negative number", { count: { value: -1, low: -1, high: -1, reading: "exact" as const } }],
    ["half a file", { count: { value: 0.5, low: 0.5, high: 0.5, reading: "exact" as const } }],
    ["NaN", { count: { value: Number.NaN, low: 0, high: 1, reading: "exact" as const } }],
    [
      "an estimate without an upper end",
      { count: { value: 1, low: 1, high: Number.POSITIVE_INFINITY, reading: "estimate" as const } },
    ],
    ["an exact number with an interval", { count: { value: 1, low: 0, high: 1, reading: "exact" as const } }],
    ["a time that is none", { time: "yesterday" }],
    ["repeat 0", { repeat: 0 }],
  ])("%s", (_case, fields) => {
    expect(() => lineOf(readingRecord(fields))).toThrow("A record of the journal is wrong");
  });
});

function maybeParsed(bytes: Uint8Array): ReturnType<typeof parse> | undefined {
  try {
    return parse(bytes);
  } catch (error) {
    expect((error as Error).name).toBe("DataFileError");
    return undefined;
  }
}
