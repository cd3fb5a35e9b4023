import { describe, expect, it } from "vitest";
import { html, jsonScript } from "../../src/practice/markup.js";

describe("markup", () => {
  it("escapes texts, keeps markup and leaves nothing of what is absent", () => {
    const inner = html`<b>${"<&>\"'\0"}</b>`;
    expect(html`<p title="${'"x'}">${inner}${undefined}${7}${[inner]}</p>`.text).toBe(
      '<p title="&quot;x"><b>&lt;&amp;&gt;&quot;&#39;\uFFFD</b>7<b>&lt;&amp;&gt;&quot;&#39;\uFFFD</b></p>',
    );
  });

  it("lets no JSON end the element that it lies in", () => {
    const value = { text: "</script><!--" };
    expect(jsonScript(value).text).not.toContain("<");
    expect(JSON.parse(jsonScript(value).text)).toEqual(value);
  });
});
