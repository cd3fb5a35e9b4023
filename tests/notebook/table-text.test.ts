import { describe, expect, it } from "vitest";
import { type TableText, tableHtml, tablePlain } from "../../src/notebook/table-text.js";

const TABLE: TableText = {
  caption: "Files <found>",
  headings: ["tool", "files"],
  cells: [
    ["W&B", "197,000"],
    ["<script>alert(1)</script>", "not measured"],
  ],
  numeric: [false, true],
};

describe("a table", () => {
  it("shows what cells say as text, never as HTML", () => {
    const html = tableHtml(TABLE);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("<caption>Files &lt;found&gt;</caption>");
    expect(html).not.toContain("<script>");
  });

  it("has a heading with a scope for each column", () => {
    expect(tableHtml(TABLE).match(/<th scope="col"/g)).toHaveLength(2);
  });

  it("lines its columns up in plain text, numbers to the right", () => {
    expect(tablePlain({ ...TABLE, cells: TABLE.cells.slice(0, 1) })).toBe(
      "Files <found>\ntool    files\nW&B   197,000",
    );
  });
});
