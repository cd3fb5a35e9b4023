import { parentPort } from "node:worker_threads";
import { draw } from "./draw.js";
import type { VegaLiteSpec } from "./figure.js";

/** One request to the drawing thread. */
export interface DrawRequest {
  readonly id: number;
  readonly spec: VegaLiteSpec;
}

/** While one figure is painted, outside this thread, the next is laid out; more at once would only delay the first. */
const AT_ONCE = 2;

/** Drawn when the thread starts, for nobody: fonts are read and Vega's code is compiled before the first figure comes. */
const WARM_UP: VegaLiteSpec = {
  data: { values: [{ name: "a", value: 1 }] },
  mark: "bar",
  encoding: { y: { field: "name", type: "nominal" }, x: { field: "value", type: "quantitative" } },
};
void draw(WARM_UP);

const waiting: DrawRequest[] = [];
let drawing = 0;

parentPort?.on("message", (request: DrawRequest) => {
  waiting.push(request);
  startNext();
});

function startNext(): void {
  if (drawing >= AT_ONCE) return;
  const request = waiting.shift();
  if (request === undefined) return;
  drawing += 1;
  void answer(request).finally(() => {
    drawing -= 1;
    startNext();
  });
}

async function answer({ id, spec }: DrawRequest): Promise<void> {
  try {
    parentPort?.postMessage({ id, drawing: await draw(spec) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
}
