import { parentPort } from "node:worker_threads";
import { draw } from "./draw.js";
import type { VegaLiteSpec } from "./figure.js";

/** One request to the drawing thread. */
export interface DrawRequest {
  readonly id: number;
  readonly spec: VegaLiteSpec;
}

parentPort?.on("message", async ({ id, spec }: DrawRequest) => {
  try {
    parentPort?.postMessage({ id, drawing: await draw(spec) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});
