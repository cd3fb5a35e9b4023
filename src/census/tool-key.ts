import { nameKey } from "./name-key.js";

/** Tools that go by several names, by what {@link nameKey} makes of each. */
const ALIASES: Readonly<Record<string, string>> = {
  weightsbiases: "wandb",
  weightsandbiases: "wandb",
  wb: "wandb",
};

/** One key for all names of a tool: `Weights & Biases`, `Wandb` and `WanDB` are one, so are `MLflow` and `MLFlow`. */
export function toolKey(tool: string): string {
  const key = nameKey(tool);
  return ALIASES[key] ?? key;
}
