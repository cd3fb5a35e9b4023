import { toolKey } from "../census/tool-key.js";

/** How a tool is named and coloured in every figure. */
export interface ToolStyle {
  readonly label: string;
  /** Part of a file name. */
  readonly slug: string;
  readonly color: string;
}

/** Colours of Okabe and Ito, told apart with every common colour blindness. The same tool has the same one everywhere. */
const KNOWN: Readonly<Record<string, ToolStyle>> = {
  wandb: { label: "W&B", slug: "wandb", color: "#E69F00" },
  mlflow: { label: "MLflow", slug: "mlflow", color: "#0072B2" },
  kubeflow: { label: "Kubeflow", slug: "kubeflow", color: "#009E73" },
  clearml: { label: "ClearML", slug: "clearml", color: "#CC79A7" },
  cml: { label: "CML", slug: "cml", color: "#56B4E9" },
};

/** For tools that a run adds: from the same family, none of them a known tool's or that of companies' own tools. */
const SPARE_COLORS = ["#882255", "#332288", "#999933", "#44AA99", "#AA4499", "#117733", "#661100"];

/** Companies' own tools, wherever they stand beside public ones. */
export const OWN_TOOL_COLOR = "#D55E00";

/** The style of a tool, known or new; a new one takes a spare colour by its place in the alphabet of the new ones of `tools`. */
export function toolStyle(tool: string, tools: readonly string[] = [tool]): ToolStyle {
  const known = KNOWN[toolKey(tool)];
  if (known !== undefined) return known;
  const added = [...new Set(tools.map(toolKey))].filter((key) => KNOWN[key] === undefined).sort();
  const place = Math.max(0, added.indexOf(toolKey(tool)));
  const slug = tool
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  return { label: tool, slug, color: SPARE_COLORS[place % SPARE_COLORS.length] ?? OWN_TOOL_COLOR };
}

export function isKnownTool(tool: string): boolean {
  return toolKey(tool) in KNOWN;
}

/** A tool's name as readers know it: `W&B` for `Wandb`; one that is not known keeps its own. */
export function toolName(tool: string): string {
  return KNOWN[toolKey(tool)]?.label ?? tool;
}

/** The colour scale of a figure over these tools, by their labels. */
export function toolColorScale(tools: readonly string[]): { domain: string[]; range: string[] } {
  const styles = tools.map((tool) => toolStyle(tool, tools));
  return { domain: styles.map((style) => style.label), range: styles.map((style) => style.color) };
}
