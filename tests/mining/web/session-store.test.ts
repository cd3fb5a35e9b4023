import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileSessions } from "../../../src/mining/web/session-store.js";
import { temporaryFolder } from "../../config/conf-file.js";

const COOKIE = { name: "user_session", value: "v", domain: "h", path: "/", secure: true, httpOnly: true };
const SESSION = { version: 1 as const, origin: { kind: "hand" as const }, cookies: [COOKIE] };

function store(url = "https://github.com") {
  const root = temporaryFolder();
  const path = join(root, ".session", "github.com", "session.json");
  return { root, path, sessions: fileSessions({ root, url }) };
}

describe("a kept session", () => {
  it("is read as it was written, from a file for the owner alone", () => {
    const { sessions, path } = store();
    expect(sessions.isKept()).toBe(false);
    sessions.save(SESSION);
    expect(sessions.isKept()).toBe(true);
    expect(sessions.maybeLoad()).toEqual(SESSION);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(path))).toEqual(["session.json"]);
  });

  it("has a folder for each host and port", () => {
    const { root, sessions } = store("http://127.0.0.1:3210");
    sessions.save(SESSION);
    expect(readdirSync(join(root, ".session"))).toEqual(["127.0.0.1_3210"]);
    expect(fileSessions({ root, url: "http://127.0.0.1:3211" }).isKept()).toBe(false);
  });

  it.each(["", "{", "[]", '{"version":2}', '{"version":1,"origin":{"kind":"hand"},"cookies":[{}]}', "\0"])(
    "is as good as none where the file holds %j",
    (text) => {
      const { sessions, path } = store();
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      expect(sessions.isKept()).toBe(false);
      sessions.save(SESSION);
      expect(sessions.maybeLoad()).toEqual(SESSION);
    },
  );

  it("takes the rights of others from a file and a folder that they may read", () => {
    const { sessions, path } = store();
    sessions.save(SESSION);
    chmodSync(path, 0o644);
    chmodSync(dirname(path), 0o755);
    expect(sessions.maybeLoad()).toEqual(SESSION);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    sessions.save(SESSION);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  });

  it("is the old one where a new one cannot be written", () => {
    const { sessions, path } = store();
    sessions.save(SESSION);
    const before = readFileSync(path, "utf8");
    mkdirSync(`${path}.${process.pid}`);
    expect(() => sessions.save({ ...SESSION, cookies: [] })).toThrow();
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});
