import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadJournal } from "../../src/collect/open-journal.js";
import { readingKey } from "../../src/collect/remaining.js";
import { ownMark } from "../../src/setup/process-mark.js";
import { newFolder } from "./collecting.js";

const QUERIES = 80;
const REPEATS = 2;
const KILLS = 20;
/** A process is killed after 0 to 4 askings, and then so many ms at the most: in that time it answers, stores, asks. */
const MOST_ASKINGS = 4;
const LONGEST_DELAY_MS = 8;
/** So often a life is answered that will be killed, and then no more: it cannot end by itself before. */
const MOST_ANSWERS = 6;
/** Longer than any test: what still holds is killed after it. */
const HOLD_MS = 600_000;
const ANSWER_MS = 2;

let server: Server;
let service: string;
/** Every query that was asked, by the life of the process that asked it. */
let asked: { life: number; query: string }[];
let life: number;
const children: ChildProcess[] = [];

beforeEach(async () => {
  asked = [];
  life = 0;
  server = createServer(async (request, response) => {
    const query = new URL(request.url ?? "", service).searchParams.get("q") ?? "";
    asked.push({ life, query });
    await sleep(ANSWER_MS);
    if (isKilled(life) && askedInLife() > MOST_ANSWERS) return;
    response.end(String(query.length * 100 + Number(query.split(" ")[1])));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  service = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  server.closeAllConnections();
  server.close();
});

function start(script: string, ...args: readonly (string | number)[]): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

const collecting = (folder: string) => start("collecting-process.mjs", folder, service, QUERIES, REPEATS);
const closed = async (child: ChildProcess) => (await once(child, "close"))[0] as number | null;

async function lineOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("No output.");
  return (await once(createInterface(child.stdout), "line"))[0];
}

/** The same numbers in [0, 1) for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("a collecting process", () => {
  it("that is killed at twenty moments ends with the same results, and asks nothing that was stored", async () => {
    const random = randomFrom(20_261_103);
    const folder = newFolder();
    for (life = 1; life <= KILLS; life++) {
      const stored = storedKeys(folder);
      const child = collecting(folder);
      expect(await lineOf(child)).toBe("ready");
      await hasAsked(Math.floor(random() * (MOST_ASKINGS + 1)));
      await sleep(random() * LONGEST_DELAY_MS);
      child.kill("SIGKILL");
      expect(await closed(child), "ended by itself").toBe(null);
      expectNothingAgain(stored);
    }
    const stored = storedKeys(folder);
    expect(stored.length).toBeGreaterThan(KILLS / 2);
    expect(await closed(collecting(folder))).toBe(0);
    expectNothingAgain(stored);
    expect(readdirSync(folder).toSorted()).toEqual(["journal.jsonl", "output.json", "provenance.json"]);

    const undisturbed = newFolder();
    asked = [];
    expect(await closed(collecting(undisturbed))).toBe(0);
    expect(asked).toHaveLength(QUERIES * REPEATS);
    expect(readFileSync(join(folder, "output.json"), "utf8")).toBe(
      readFileSync(join(undisturbed, "output.json"), "utf8"),
    );
    const { sessions } = JSON.parse(readFileSync(join(folder, "provenance.json"), "utf8"));
    expect(sessions.at(-1).how).toBe("complete");
    expect(sessions.slice(0, -1).every(({ how }: { how: string }) => how === "killed")).toBe(true);
  }, 300_000);
});

/** Resolves once the process of this life has asked so often. */
async function hasAsked(askings: number): Promise<void> {
  while (askedInLife() < askings) await sleep(1);
}

const askedInLife = () => asked.filter((one) => one.life === life).length;
const isKilled = (life: number) => life >= 1 && life <= KILLS;

const storedKeys = (folder: string): string[] =>
  loadJournal(folder).flatMap((record) => (record.kind === "reading" ? [readingKey(record)] : []));

/** In this life a query may be asked for each of its repeats that was not stored, and no more. */
function expectNothingAgain(stored: readonly string[]): void {
  const now = asked.filter((one) => one.life === life).map(({ query }) => query);
  for (const query of new Set(now)) {
    const keys = Array.from({ length: REPEATS }, (_, index) =>
      readingKey({ text: query, repeat: index + 1 }),
    );
    const open = keys.filter((key) => !stored.includes(key)).length;
    expect(now.filter((one) => one === query).length, query).toBeLessThanOrEqual(open);
  }
}

describe("a run that a process holds", () => {
  it("is refused to a second one, which names the first; a killed one holds nothing", async () => {
    const folder = newFolder();
    const first = start("holding-process.mjs", folder, HOLD_MS);
    expect(await lineOf(first)).toBe("held");
    const second = await lineOf(start("holding-process.mjs", folder, 0));
    expect(second).toMatch(
      new RegExp(`^RunError: Another process \\(${first.pid}\\) collects into .*CENSUS_RUN`),
    );
    first.kill("SIGKILL");
    await closed(first);
    expect(await lineOf(start("holding-process.mjs", folder, 0))).toBe("held");
  }, 120_000);

  it("is taken over from a dead one by one of several at once, never by two", async () => {
    const folder = newFolder();
    const dead = start("holding-process.mjs", folder, HOLD_MS);
    await lineOf(dead);
    dead.kill("SIGKILL");
    await closed(dead);
    const lines = await Promise.all(
      Array.from({ length: 5 }, () => lineOf(start("holding-process.mjs", folder, HOLD_MS))),
    );
    expect(lines.filter((line) => line === "held")).toHaveLength(1);
    expect(lines.filter((line) => line !== "held").every((line) => line.startsWith("RunError"))).toBe(true);
  }, 120_000);
});

describe("the mark of a process", () => {
  const { pid, started, boot, host } = ownMark();
  const refusal = async (mark: readonly (string | number)[]) => {
    const folder = newFolder();
    await closed(start("holding-process.mjs", folder, 0));
    writeFileSync(join(folder, ["lock", ...mark].join(".")), "");
    const line = await lineOf(start("holding-process.mjs", folder, 0));
    return line === "held" ? undefined : line;
  };

  it("is not that of a later process with its number, nor of one before the system started", async () => {
    expect(await refusal([pid, `${started}1`, boot, host])).toBeUndefined();
    expect(await refusal([pid, started, "00000000", host])).toBeUndefined();
    expect(await refusal([pid, started, boot, host])).toContain(`Another process (${pid})`);
  }, 120_000);

  it("of another machine is taken to be alive, and the message says which file to delete", async () => {
    expect(await refusal([1, 2, boot, "elsewhere"])).toMatch(
      /\(1 on the machine elsewhere\).*delete \S*lock\.1\.2\..*elsewhere\.$/,
    );
  }, 120_000);
});
