import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseNotebook } from "../../src/execution/normalise-notebook.js";
import { linesOf, parseNotebook } from "../../src/execution/notebook-format.js";
import { notebookText } from "../../src/execution/notebook-text.js";
import { codeCell, display, notebookOf, stream } from "./notebook-of.js";

const textWritten = (executed: Parameters<typeof notebookText>[0], original = executed): string =>
  notebookText(normaliseNotebook(executed, original));

describe("the saved form", () => {
  it("is the same for what two versions of nbconvert write", () => {
    const original = notebookOf(codeCell("a\nb", [], { id: "first" }));
    const older = {
      ...notebookOf(
        codeCell("a\nb", [stream("stdout", "1\n"), stream("stdout", "2")], {
          id: "random-1",
          metadata: { execution: { "iopub.status.busy": "2025-01-01T00:00:00Z" } },
        }),
      ),
      nbformat_minor: 4,
    };
    const newer = notebookOf(
      codeCell("a\nb", [stream("stdout", ["1\n", "2"])], { id: "random-2", execution_count: 7 }),
    );
    expect(textWritten(older, original)).toBe(textWritten(newer, original));
    expect(textWritten(newer, original)).toContain('"id": "first"');
  });

  it("numbers the code cells that have something in them, in their order", () => {
    const prose = { cell_type: "markdown", metadata: {}, source: "x" };
    const notebook = notebookOf(
      codeCell("a"),
      prose,
      codeCell(" \n", [stream("stdout", "old")]),
      codeCell("b"),
    );
    const { cells } = normaliseNotebook(notebook, notebook);
    expect(cells.map((cell) => cell.execution_count)).toEqual([1, undefined, null, 2]);
    expect(cells[2]?.outputs).toEqual([]);
  });

  it("gives an id to a cell that has none, the same at every run", () => {
    const { id: _, ...cell } = codeCell("a");
    expect(normaliseNotebook(notebookOf(codeCell("a")), notebookOf(cell)).cells[0]?.id).toBe("cell-1");
  });

  it("drops widget states, and keeps the language that the kernel told", () => {
    const notebook = { ...notebookOf(), metadata: { widgets: {}, language_info: { name: "typescript" } } };
    expect(normaliseNotebook(notebook, notebook).metadata).toEqual({
      kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
      language_info: { name: "typescript" },
    });
  });

  it("holds text by lines, pictures in one piece and JSON as it is", () => {
    const data = {
      "text/html": "<p>\n</p>",
      "image/svg+xml": ["<svg>\n", "</svg>"],
      "image/png": ["abc", "def"],
      "application/vnd.vegalite.v5+json": { values: ["a", "b"] },
      "application/json": ["a", "b"],
    };
    const notebook = notebookOf(codeCell("a", [display(data)]));
    expect(normaliseNotebook(notebook, notebook).cells[0]?.outputs?.[0]?.data).toEqual({
      "text/html": ["<p>\n", "</p>"],
      "image/svg+xml": ["<svg>\n", "</svg>"],
      "image/png": "abcdef",
      "application/vnd.vegalite.v5+json": { values: ["a", "b"] },
      "application/json": ["a", "b"],
    });
  });

  it("is a fixed point: saving what was saved changes nothing", () => {
    const source = fc.string({ unit: fc.constantFrom("a", "\n", " ", "é", "\u2028", '"') });
    const cell = fc.tuple(source, fc.array(source)).map(([code, texts]) =>
      codeCell(
        code,
        texts.map((text) => stream("stdout", text)),
      ),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), (cells) => {
        const once = textWritten(notebookOf(...cells));
        expect(textWritten(parseNotebook(once, "n"))).toBe(once);
      }),
      { numRuns: 50 },
    );
  });

  it("has its keys sorted, one blank a level, letters as they are and a final line end", () => {
    const text = textWritten({ ...notebookOf(codeCell("é")), metadata: {} });
    expect(text.startsWith('{\n "cells": [\n  {\n   "cell_type": "code",\n   "execution_count": 1,\n')).toBe(
      true,
    );
    expect(text).toContain('"é"');
    expect(text.endsWith("}\n")).toBe(true);
  });
});

it("the lines of a text put together are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\u2028") }), (text) => {
      const lines = linesOf(text);
      expect(lines.join("")).toBe(text);
      expect(lines.every((line) => line !== "" && !line.slice(0, -1).includes("\n"))).toBe(true);
    }),
  );
});

describe("a file that is no notebook", () => {
  it("is refused with what was expected", () => {
    expect(() => parseNotebook("{", "n.ipynb")).toThrow("n.ipynb: expected a notebook, found broken JSON");
    expect(() => parseNotebook('{"cells":[{}],"metadata":{},"nbformat":4}', "n.ipynb")).toThrow(
      "n.ipynb: expected a notebook of format 4, found other JSON.",
    );
    expect(() => parseNotebook('{"nbformat":3,"worksheets":[]}', "n.ipynb")).toThrow("format 4");
  });
});
