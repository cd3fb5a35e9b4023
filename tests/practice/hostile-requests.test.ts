import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LARGEST_FORM_BYTES } from "../../src/practice/request.js";
import { type Practice, startPractice } from "../../src/practice/start-practice.js";
import { askGoogle } from "./google-visitor.js";
import { searchPath, signedIn, Visitor } from "./visitor.js";

const SCRIPT = `"'><script>alert(1)</script>\0`;

describe("the practice server, asked by somebody who means no good", () => {
  let practice: Practice;
  let visitor: Visitor;

  beforeAll(async () => {
    practice = await startPractice();
    visitor = signedIn(practice);
  });
  afterAll(() => practice.close());

  /** The status of a request that no client would write. */
  function statusOf(request: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(practice.url);
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(request));
      socket.once("data", (data) => {
        socket.destroy();
        resolve(data.toString().split(" ")[1] ?? "");
      });
      socket.once("error", reject);
    });
  }

  it("never lets a text become markup", async () => {
    const paths = [
      searchPath(SCRIPT),
      searchPath(`/${SCRIPT}/`),
      searchPath(`/(${SCRIPT}/`),
      `/login?return_to=${encodeURIComponent(SCRIPT)}`,
      `/${encodeURIComponent(SCRIPT)}`,
    ];
    const answers = [await new Visitor(practice).login(SCRIPT, SCRIPT)];
    for (const path of paths) {
      for (const one of [visitor, new Visitor(practice)]) answers.push(await one.get(path));
    }
    for (const answer of answers) {
      const text = await answer.text();
      expect(text).not.toContain("<script>alert");
      // An answer that sends on has no page.
      const policy = text === "" ? null : expect.stringContaining("default-src 'none'");
      expect(answer.headers.get("content-security-policy"), answer.url).toEqual(policy);
    }
  });

  it.each([
    ["a null character", "/search?q=%00&type=code", 200],
    ["broken percent signs", "/search?q=%zz%e9&type=code", 200],
    ["a very long query", `/search?q=${"a".repeat(9_000)}&type=code`, 200],
    ["a page that is none", "/search?q=a&type=code&p=-1", 200],
    ["an unknown page", "/nowhere", 404],
    ["a name that every object has", "/constructor", 404],
    ["a way out of the folder", "/..%2f..%2fetc/passwd", 404],
  ])("answers %s", async (_, path, status) => {
    expect((await visitor.get(path)).status).toBe(status);
  });

  it("answers other methods, and a POST without a body", async () => {
    for (const method of ["PUT", "DELETE", "OPTIONS"]) {
      expect((await fetch(`${practice.url}/login`, { method })).status).toBe(405);
    }
    expect((await fetch(`${practice.url}/session`, { method: "POST" })).status).toBe(422);
    const head = await fetch(`${practice.url}/login`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("takes no form that is too large, nor one of another kind", async () => {
    const large = await visitor.post("/session", { login: "a".repeat(LARGEST_FORM_BYTES) });
    expect(large.status).toBe(413);
    const body = JSON.stringify({ login: "plain" });
    const headers = { "content-type": "application/json" };
    expect((await fetch(`${practice.url}/session`, { method: "POST", headers, body })).status).toBe(422);
  });

  it.each([
    ["an address that is none", "GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"],
    ["no HTTP at all", "hello\r\n\r\n"],
  ])("refuses %s", async (_, request) => {
    expect(await statusOf(request)).toBe("400");
  });

  it("answers a pattern on which a backtracking engine would not end", async () => {
    const content = `${"a".repeat(50_000)}!${"x".repeat(50_000)}!`;
    const long = await startPractice({ corpus: [{ repo: "example/one", path: "a.txt", content }] });
    const reader = signedIn(long);
    for (const pattern of ["/(a+)+$/", "/(a|a)*b/", String.raw`/(\s|\S|\w)*nowhere/`, "/(x*)*(y*)*z{5}/"]) {
      expect((await reader.get(searchPath(pattern))).status).toBe(200);
    }
    await long.close();
  });

  it("reads cookies that are full of spaces at once", async () => {
    const cookie = `user_session=${" ".repeat(15_000)}x`;
    const start = performance.now();
    for (let count = 0; count < 20; count += 1) {
      expect((await fetch(`${practice.url}/login`, { headers: { cookie } })).status).toBe(200);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it.each([
    ["many words", "netflix ".repeat(900), 400],
    ["one long word", "netflix".repeat(1_000), 200],
    ["stars", "*".repeat(7_000), 400],
    ["quotes", '"'.repeat(4_000), 400],
    ["a NUL and half a character", "\0\uD800", 200],
  ])("searches pages for %s, or refuses, at once", async (_, q, status) => {
    const start = performance.now();
    expect((await askGoogle(practice, { q })).status).toBe(status);
    expect((await askGoogle(practice, { q: "netflix", fields: q })).status).toBe(400);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("survives somebody who leaves in the middle", async () => {
    const { port } = new URL(practice.url);
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write("POST /session HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nlogin", () =>
        socket.destroy(),
      );
    });
    await new Promise((resolve) => socket.once("close", resolve));
    expect((await visitor.get("/")).status).toBe(200);
  });

  it("closes twice without harm", async () => {
    const other = await startPractice({ corpus: [] });
    await other.close();
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
