import { Worker } from "node:worker_threads";
import type { Drawing } from "./drawing.js";
import type { VegaLiteSpec } from "./figure.js";
import type { DrawRequest } from "./render-worker.js";

interface DrawAnswer {
  readonly id: number;
  readonly drawing?: Drawing;
  readonly error?: Error;
}

interface Waiting {
  readonly resolve: (drawing: Drawing) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Draws figures in a thread of its own: Vega and the picture library load and work there, while a notebook's cells are
 * checked and computed in the kernel's.
 */
export class Renderer {
  readonly #waiting = new Map<number, Waiting>();
  readonly #drawings = new Map<string, Promise<Drawing>>();
  readonly #worker: Worker;
  #lastId = 0;

  constructor() {
    this.#worker = new Worker(new URL("./render-worker.js", import.meta.url));
    this.#worker.unref();
    this.#worker.on("message", (answer: DrawAnswer) => this.#settle(answer));
    this.#worker.on("error", (error) => this.#failAll(error));
  }

  /** Each specification is drawn once: a figure that was asked for ahead of time is ready, or on its way. */
  draw(spec: VegaLiteSpec): Promise<Drawing> {
    const key = JSON.stringify(spec);
    const drawing = this.#drawings.get(key) ?? this.#ask(spec);
    this.#drawings.set(key, drawing);
    return drawing;
  }

  /** Has figures drawn before they are shown; what fails is told when it is shown. */
  drawAhead(specs: readonly VegaLiteSpec[]): void {
    for (const spec of specs) this.draw(spec).catch(() => {});
  }

  #ask(spec: VegaLiteSpec): Promise<Drawing> {
    this.#lastId += 1;
    const request: DrawRequest = { id: this.#lastId, spec };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      this.#worker.ref(); // Whoever waits for a picture must get it, even where nothing else keeps the process alive.
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle({ id, drawing, error }: DrawAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (drawing === undefined)
      waiting?.reject(error ?? new Error("The drawing thread gave neither picture nor error."));
    else waiting?.resolve({ ...drawing, png: Buffer.from(drawing.png) });
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
