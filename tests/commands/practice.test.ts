import { describe, expect, it } from "vitest";
import { runPractice } from "../../src/commands/practice.js";
import { startPractice } from "../../src/practice/start-practice.js";

function command(args: readonly string[]) {
  const written = { stdout: "", stderr: "" };
  const ending = new AbortController();
  let told: (() => void) | undefined;
  const isTold = new Promise<void>((resolve) => {
    told = resolve;
  });
  const status = runPractice({
    args,
    signal: ending.signal,
    stdout: {
      write: (text) => {
        written.stdout += text;
        told?.();
      },
    },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { written, status, isTold, end: () => ending.abort() };
}

describe("the practice command", () => {
  it("serves until it is told to end, and says how to use it", async () => {
    const { written, status, isTold, end } = command(["--port", "0"]);
    await isTold;
    const [url = ""] = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(written.stdout) ?? [];
    expect((await fetch(url)).status).toBe(200);
    expect(written.stdout).toContain(`CENSUS_PRACTICE_URL=${url} npm run collect\n`);
    expect(written.stdout).toContain("It is not GitHub");
    expect(written.stdout).toContain("the app's key is PRACTICEPRACTICE");
    expect(written.stdout).toContain(
      `GITHUB_URL=${url} GH_USERNAME=locked GH_PASSWORD=sample-files-only CENSUS_RUN=locked npm run collect\n`,
    );
    expect(written.stdout).toContain(
      `GOOGLE_API_URL=${url} GOOGLE_API_KEY=practice-key GOOGLE_CSE_ID=practice-engine\n`,
    );
    const [shown = ""] = /http\S+customsearch\S+/.exec(written.stdout) ?? [];
    expect((await (await fetch(shown)).json()).kind).toBe("customsearch#search");
    end();
    expect(await status).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    expect(written.stderr).toBe("");
  });

  it("says when the port is taken", async () => {
    const practice = await startPractice({ corpus: [] });
    const { port } = new URL(practice.url);
    const { written, status } = command(["--port", port]);
    expect(await status).toBe(1);
    expect(written.stderr).toContain(`Port ${port} is taken by another program`);
    expect(written.stdout).toBe("");
    await practice.close();
  });

  it.each([["--port"], ["--port", "00"], ["--port", "70000"], ["--port", "http"], ["now"], ["--host", "a"]])(
    "refuses the arguments %s %s",
    async (...args) => {
      const { written, status } = command(args);
      expect(await status).toBe(1);
      expect(written.stderr).toMatch(/^Expected nothing, or --port and a number/);
    },
  );
});
