import type { Cell, Notebook } from "./notebook-format.js";

/** A notebook from a script in the percent format: `# %%` begins a code cell, `# %% [markdown]` one of prose. */
export function percentNotebook(script: string, kernelName: string): Notebook {
  const parts = script.split(/^# %%/m).filter((part) => part.trim() !== "");
  const cells = parts.map((part, index): Cell => {
    const [kind = "", ...lines] = part.split("\n");
    const source = lines.join("\n").trim();
    const common = { id: `cell-${index + 1}`, metadata: {} };
    return kind.includes("[markdown]")
      ? { ...common, cell_type: "markdown", source: source.replace(/^# ?/gm, "") }
      : { ...common, cell_type: "code", source, outputs: [], execution_count: null };
  });
  const kernelspec = { name: kernelName, display_name: kernelName, language: "python" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}
