import { execFileSync } from "node:child_process";
import nodeFiles, {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, test } from "vitest";
import type { FileSystem } from "../../src/collect/file-system.js";
import { loadJournal } from "../../src/collect/open-journal.js";
import { openRun } from "../../src/collect/open-run.js";
import { folderWith } from "../data/folder.js";
import { collectInto, newFolder } from "./collecting.js";
import { fakeClock } from "./fake-clock.js";
import { counted, fakeSource } from "./fake-source.js";
import { readingRecord, runRecord } from "./records.js";

const identity = { source: "fake", service: "http://counts.test" };
const clock = fakeClock();
const open = (folder: string, files?: FileSystem) =>
  openRun({ folder, identity, clock, ...(files && { files }) });
const locks = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("lock"));
const systemError = (code: string) => Object.assign(new Error(`${code}: refused`), { code });

/** Node's file system, in which writing to a file refuses from some moment on. */
function refusing(code: string, isRefused: (bytes: Uint8Array) => boolean): FileSystem {
  const writeSync = ((file: number, bytes: Uint8Array, from: number) => {
    if (isRefused(bytes)) {
      nodeFiles.writeSync(file, bytes, from, Math.floor((bytes.length - from) / 2));
      throw systemError(code);
    }
    return nodeFiles.writeSync(file, bytes, from);
  }) as FileSystem["writeSync"];
  return { ...nodeFiles, writeSync };
}

describe("a run's folder", () => {
  it("is made, is held while it is open, and keeps its records", async () => {
    const folder = newFolder();
    const run = await open(folder);
    expect(run).toMatchObject({ name: "first", ...identity, records: [], remarks: [] });
    expect(locks(folder)).toHaveLength(1);
    run.append(runRecord, readingRecord());
    run.close();
    run.close();
    expect(locks(folder)).toEqual([]);
    expect(loadJournal(folder)).toEqual([runRecord, readingRecord()]);
    expect(() => run.append(readingRecord())).toThrow("closed");
  });

  it("has what is appended on the disk itself before it goes on", async () => {
    const folder = newFolder();
    const done: string[] = [];
    const writeSync = ((file: number, bytes: Uint8Array, from: number) => {
      done.push("write");
      return nodeFiles.writeSync(file, bytes, from);
    }) as FileSystem["writeSync"];
    const fsyncSync = (file: number) => {
      done.push("sync");
      nodeFiles.fsyncSync(file);
    };
    const run = await open(folder, { ...nodeFiles, writeSync, fsyncSync });
    done.length = 0;
    run.append(runRecord, readingRecord());
    expect(done).toEqual(["write", "sync"]);
    run.close();
  });

  it("of another source or service is refused by name, and left as it is", async () => {
    const folder = newFolder();
    const run = await open(folder);
    run.append(runRecord);
    run.close();
    const other = openRun({ folder, identity: { source: "fake", service: "practice" }, clock });
    await expect(other).rejects.toMatchObject({
      name: "RunError",
      message:
        'The run "first" was begun with fake at http://counts.test, not with fake at practice: ' +
        "their numbers do not belong into one run. Name another with CENSUS_RUN.",
    });
    expect(locks(folder)).toEqual([]);
    (await open(folder)).close();
  });

  it("whose last record is cut short loses only that, and says so", async () => {
    const folder = newFolder();
    const run = await open(folder);
    run.append(runRecord, readingRecord());
    run.close();
    appendFileSync(join(folder, "journal.jsonl"), '{"kind":"reading","te');
    const again = await open(folder);
    expect(again.records).toEqual([runRecord, readingRecord()]);
    expect(again.remarks[0]).toMatch(/journal\.jsonl: the last record was cut short \(21 bytes\)/);
    again.append(readingRecord({ repeat: 2 }));
    again.close();
    expect(loadJournal(folder)).toHaveLength(3);
  });

  it("whose journal is broken is refused, left as it is, and given back", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "journal.jsonl"), "hello\n{}\n");
    await expect(open(folder)).rejects.toMatchObject({ name: "DataFileError" });
    expect(readFileSync(join(folder, "journal.jsonl"), "utf8")).toBe("hello\n{}\n");
    expect(locks(folder)).toEqual([]);
  });

  it("is held against this very process too", async () => {
    const folder = newFolder();
    const run = await open(folder);
    await expect(open(folder)).rejects.toMatchObject({
      name: "RunError",
      message: expect.stringContaining(`This process (${process.pid}) collects into`),
    });
    run.close();
    (await open(folder)).close();
  });

  it("never writes over a page", async () => {
    const folder = newFolder();
    const run = await open(folder);
    expect(run.savePage(7, { html: "one" })).toEqual(["pages/07-1.html"]);
    run.close();
    const again = await open(folder);
    expect(again.savePage(7, { html: "two", screenshot: new Uint8Array([1]) })).toEqual([
      "pages/07-2.html",
      "pages/07-2.png",
    ]);
    again.close();
    expect(readFileSync(join(folder, "pages", "07-1.html"), "utf8")).toBe("one");
  });
});

describe("a disk that refuses", () => {
  it.each([
    ["ENOSPC", "there is no room left. Make room on the disk (ENOSPC)"],
    ["EDQUOT", "your share of the disk is used up"],
    ["EROFS", "the disk is read-only"],
    ["EACCES", "it may not be written to"],
    ["EBADMSG", "the system refuses to write it"],
  ])("(%s) stops the run with what to do; the journal keeps whole records only", async (code, words) => {
    const folder = newFolder();
    let isFull = false;
    const run = await open(
      folder,
      refusing(code, () => isFull),
    );
    run.append(runRecord, readingRecord());
    isFull = true;
    const error = { name: "RunError", message: expect.stringContaining(words) };
    expect(() => run.append(readingRecord({ repeat: 2 }))).toThrow(expect.objectContaining(error));
    isFull = false;
    // What follows half a record would be lost with it: nothing more is taken.
    expect(() => run.append(readingRecord({ repeat: 3 }))).toThrow(expect.objectContaining(error));
    run.close();
    expect(loadJournal(folder)).toEqual([runRecord, readingRecord()]);
  });

  it("and does not even cut back leaves a journal that the next opening mends", async () => {
    const folder = newFolder();
    let isFull = false;
    const files = refusing("EIO", () => isFull);
    const ftruncateSync = () => {
      throw systemError("EIO");
    };
    const run = await open(folder, { ...files, ftruncateSync });
    run.append(runRecord);
    isFull = true;
    expect(() => run.append(readingRecord())).toThrow("the disk fails");
    run.close();
    const again = await open(folder);
    expect(again.records).toEqual([runRecord]);
    expect(again.remarks).toHaveLength(1);
    again.close();
  });

  it("in the middle of a collection ends it, and it goes on when there is room", async () => {
    const folder = newFolder();
    const files = refusing("ENOSPC", (bytes) => Buffer.from(bytes).includes('"text":"b in py"'));
    const full = fakeSource(clock, {});
    await expect(collectInto(folder, { clock, source: full, files })).rejects.toThrow("no room left");
    expect(full.closed).toBe(1);
    expect(locks(folder)).toEqual([]);
    const source = fakeSource(clock, {});
    expect((await collectInto(folder, { clock, source })).isComplete).toBe(true);
    expect(source.asked).toEqual(["b", "c"]);
  });

  it("for a result file leaves the one that was there", async () => {
    const folder = newFolder();
    let isFull = false;
    const run = await open(
      folder,
      refusing("ENOSPC", () => isFull),
    );
    run.saveJson("output.json", [1]);
    isFull = true;
    expect(() => run.saveJson("output.json", [2])).toThrow("no room left");
    run.close();
    expect(readFileSync(join(folder, "output.json"), "utf8")).toBe("[\n  1\n]\n");
    expect(readdirSync(folder).toSorted()).toEqual(["journal.jsonl", "output.json"]);
  });

  it("takes what is written in pieces", async () => {
    const folder = newFolder();
    const writeSync = ((file: number, bytes: Uint8Array, from: number) =>
      nodeFiles.writeSync(file, bytes, from, Math.min(7, bytes.length - from))) as FileSystem["writeSync"];
    const run = await open(folder, { ...nodeFiles, writeSync });
    run.append(runRecord, readingRecord());
    run.close();
    expect(loadJournal(folder)).toEqual([runRecord, readingRecord()]);
  });

  it("is told of where a new run would be on a read-only disk, of which Node says that it is not there", async () => {
    const mkdirSync = ((_path: string, options?: { recursive?: boolean }) => {
      throw systemError(options?.recursive ? "ENOENT" : "EROFS");
    }) as FileSystem["mkdirSync"];
    await expect(open(newFolder(), { ...nodeFiles, mkdirSync })).rejects.toMatchObject({
      name: "RunError",
      message: expect.stringContaining("the disk is read-only. Make it writable"),
    });
  });

  it("is told of where a folder above the run is a link that leads nowhere", async () => {
    const root = folderWith();
    symlinkSync(join(root, "none"), join(root, "runs"), "junction");
    await expect(open(join(root, "runs", "first"))).rejects.toMatchObject({
      name: "RunError",
      message: expect.stringMatching(/runs: expected a folder, found a link to one that is not there/),
    });
  });

  it("is told of where a folder has the name of a file that is written, in its own words", async () => {
    const folder = newFolder();
    const run = await open(folder);
    mkdirSync(join(folder, "output.json.partial"));
    expect(() => run.saveJson("output.json", [1])).toThrow(
      expect.objectContaining({
        name: "RunError",
        message: expect.stringContaining("a folder is where a file is needed. Move it away (EISDIR)"),
      }),
    );
    run.close();
  });

  it("is told of where a folder is only to be read", async () => {
    const openSync = (() => {
      throw systemError("EROFS");
    }) as FileSystem["openSync"];
    await expect(open(newFolder(), { ...nodeFiles, openSync })).rejects.toMatchObject({
      name: "RunError",
      message: expect.stringContaining("the disk is read-only. Make it writable"),
    });
  });
});

const isRoot = process.getuid?.() === 0;

test.skipIf(isRoot || process.platform === "win32")("a real folder that may not be written to", async () => {
  const folder = folderWith();
  chmodSync(folder, 0o500);
  await expect(open(folder)).rejects.toMatchObject({ name: "RunError" });
  chmodSync(folder, 0o700);
});

test.skipIf(!canMount())("a real full disk stops the run, and nothing of it is lost", async () => {
  const disk = folderWith();
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
  onTestFinished(() => void execFileSync("umount", [disk]));
  const folder = join(disk, "first");
  const remarks = ["x".repeat(9_000)];
  const queries = [..."abcdefghij"];
  const answers = Object.fromEntries(queries.map((query) => [query, [counted(1, { remarks })]]));
  const first = fakeSource(clock, answers);
  await expect(collectInto(folder, { clock, source: first, queries })).rejects.toMatchObject({
    name: "RunError",
    message: expect.stringContaining("no room left"),
  });
  expect(locks(folder)).toEqual([]);
  const stored = loadJournal(folder).filter(({ kind }) => kind === "reading");
  expect(stored.length).toBe(first.asked.length - 1);
  execFileSync("mount", ["-o", "remount,size=1m", disk]);
  const second = fakeSource(clock, answers);
  expect((await collectInto(folder, { clock, source: second, queries })).isComplete).toBe(true);
  expect(second.asked).toEqual(queries.slice(stored.length));
});

function canMount(): boolean {
  if (!isRoot || process.platform !== "linux") return false;
  try {
    const disk = nodeFiles.mkdtempSync("/tmp/census-disk-");
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", disk], { stdio: "ignore" });
    execFileSync("umount", [disk]);
    nodeFiles.rmdirSync(disk);
    return true;
  } catch {
    return false;
  }
}
