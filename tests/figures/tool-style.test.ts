import { describe, expect, it } from "vitest";
import { toolColorScale, toolStyle } from "../../src/figures/tool-style.js";

describe("the style of a tool", () => {
  it.each(["Wandb", "WanDB", "Weights & Biases", "W&B", "wandb"])("knows %s as W&B", (name) => {
    expect(toolStyle(name)).toMatchObject({ label: "W&B", slug: "wandb" });
  });

  it.each([
    ["MLFlow", "MLflow"],
    ["Clear ML", "ClearML"],
    ["KubeFlow", "Kubeflow"],
    ["cml", "CML"],
  ])("knows %s as %s", (name, label) => expect(toolStyle(name).label).toBe(label));

  it("gives a new tool a file name and a colour that no other has", () => {
    const tools = ["mlflow", "Neptune AI", "Aim", "Wandb"];
    const { range } = toolColorScale(tools);
    expect(toolStyle("Neptune AI", tools)).toMatchObject({ label: "Neptune AI", slug: "neptune-ai" });
    expect(new Set(range).size).toBe(tools.length);
  });
});
