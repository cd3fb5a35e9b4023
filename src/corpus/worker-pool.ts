import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PROJECT_ROOT } from "../census/project-root.js";
import type { Search } from "./search-options.js";
import type { Tally } from "./tally.js";
import type { Task } from "./task.js";
import type { TaskPool } from "./task-pool.js";

/** What a thread tells: bytes of an archive that it read, or what came of its task. */
export type WorkerAnswer =
  | { readonly kind: "bytes"; readonly bytes: number }
  | { readonly kind: "tally"; readonly tally: Tally }
  | { readonly kind: "error"; readonly error: unknown };

interface Order {
  readonly task: Task;
  readonly onBytes: (bytes: number) => void;
  readonly resolve: (tally: Tally) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread runs the compiled program, also where this one is run from its source. */
const PROGRAM = join(PROJECT_ROOT, "dist", "corpus", "scan-worker.js");

/** A file's texts are garbage as soon as it is searched: room for many of them would only be memory. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/** Does tasks in threads of their own: each takes the next one as soon as it is free. */
export function workerPool(search: Search, count: number): TaskPool {
  const waiting: Order[] = [];
  const busy = new Map<Worker, Order | undefined>();
  const giveNext = (worker: Worker): void => {
    const order = busy.has(worker) ? waiting.shift() : undefined;
    if (!busy.has(worker)) return;
    busy.set(worker, order);
    if (order) worker.postMessage(order.task);
  };
  const failAll = (error: unknown): void => {
    for (const order of [...busy.values(), ...waiting.splice(0)]) order?.reject(error);
    busy.clear();
  };
  for (let index = 0; index < count; index += 1) {
    const worker = new Worker(PROGRAM, { workerData: search, resourceLimits: LIMITS });
    busy.set(worker, undefined);
    worker.on("error", failAll);
    worker.on("message", (answer: WorkerAnswer) => {
      const order = busy.get(worker);
      if (answer.kind === "bytes") return order?.onBytes(answer.bytes);
      if (answer.kind === "tally") order?.resolve(answer.tally);
      else order?.reject(answer.error);
      giveNext(worker);
    });
  }
  const workers = [...busy.keys()];
  return {
    run: (task, onBytes) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, onBytes, resolve, reject });
        const free = workers.find((worker) => busy.has(worker) && busy.get(worker) === undefined);
        if (free) giveNext(free);
      }),
    close: async () => {
      failAll(new DOMException("The scan was stopped.", "AbortError"));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
