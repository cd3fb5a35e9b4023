import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/execution/notebook-format.js";
import { notebookProblems } from "../../src/execution/notebook-problems.js";
import { codeCell, display, notebookOf, stream } from "./notebook-of.js";

const PATHS = ["/home/ada", "/home/ada/census", "/tmp"];

const problemsOf = (...cells: readonly Cell[]): string[] =>
  notebookProblems(notebookOf(...cells), PATHS).map(({ what }) => what);

describe("an executed notebook", () => {
  it("that only wrote to stdout and drew is without problems", () => {
    const outputs = [
      stream("stdout", "42\n"),
      display({ "text/html": ["<p>", "42</p>"], "image/png": "/tmp/+" }),
    ];
    expect(problemsOf(codeCell("42", outputs))).toEqual([]);
  });

  it("that wrote to stderr names the code cell, its first line and the text", () => {
    const prose = { cell_type: "markdown", metadata: {}, source: "# Title" };
    const failing = codeCell('\nconst b: number = "x";\nb', [stream("stderr", ["1:7 - Type\n", "no\n"])]);
    expect(notebookProblems(notebookOf(prose, codeCell("1"), failing), PATHS)).toEqual([
      { cell: 2, line: 'const b: number = "x";', what: "wrote to stderr:\n    1:7 - Type\n    no" },
    ]);
  });

  it("that failed with an error for the person gives its message, not the way through the code", () => {
    const text =
      "file:///x/dist/a.js:1\n    throw new DataFileError();\n\nDataFileError: a.csv: expected 3, found 2.\n  - more\n    at f (file:///x/dist/a.js:1:2)\n";
    expect(problemsOf(codeCell("open()", [stream("stderr", text)]))[0]).toMatch(
      /wrote to stderr:\n\s+DataFileError: a\.csv: expected 3, found 2\.\n\s+- more$/,
    );
  });

  it("may write to stderr where its cell says so", () => {
    const metadata = { tags: ["expects-stderr"] };
    expect(problemsOf(codeCell("warn()", [stream("stderr", "careful\n")], { metadata }))).toEqual([]);
  });

  it("with an error output has failed", () => {
    const error = { output_type: "error", ename: "Error", evalue: "boom", traceback: [] };
    expect(problemsOf(codeCell("boom()", [error]))).toEqual(["failed: Error: boom"]);
  });

  it("must not show a path of this machine, in text or inside JSON", () => {
    const chart = display({ "application/vnd.vegalite.v5+json": { data: { url: "file:///tmp/x.csv" } } });
    expect(problemsOf(codeCell("a", [stream("stdout", "saved to /home/ada/census/a b\n")]))).toEqual([
      "shows a path of this machine: /home/ada/census/a",
    ]);
    expect(problemsOf(codeCell("a", [chart]))).toEqual(["shows a path of this machine: /tmp/x.csv"]);
  });

  it("may show what only looks like such a path", () => {
    const text = "https://example.org/tmp/x /tmpfs /home/adam ./tmp/x";
    expect(problemsOf(codeCell("a", [stream("stdout", text)]))).toEqual([]);
  });

  it("must not show terminal colours", () => {
    expect(problemsOf(codeCell("a", [stream("stdout", "\u001b[31mred")]))).toEqual([
      "shows terminal control codes (escape sequences)",
    ]);
  });
});
