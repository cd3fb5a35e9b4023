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

/** Tasks that a thread has at once, so that it need not wait while this one lists files. */
const AHEAD = 4;

/** Does tasks in threads of their own: each takes the next ones as soon as it has few left. */
export function workerPool(search: Search, count: number): TaskPool {
  const waiting: Order[] = [];
  const busy = new Map<Worker, Order[]>();
  const giveNext = (worker: Worker): void => {
    const orders = busy.get(worker);
    while (orders !== undefined && orders.length < AHEAD && waiting.length > 0) {
      const order = waiting.shift() as Order;
      orders.push(order);
      worker.postMessage(order.task);
    }
  };
  const failAll = (error: unknown): void => {
    for (const order of [...[...busy.values()].flat(), ...waiting.splice(0)]) order.reject(error);
    busy.clear();
  };
  for (let index = 0; index < count; index += 1) {
    const worker = new Worker(PROGRAM, { workerData: search, resourceLimits: LIMITS });
    busy.set(worker, []);
    worker.on("error", failAll);
    worker.on("message", (answer: WorkerAnswer) => {
      const orders = busy.get(worker);
      if (answer.kind === "bytes") return orders?.[0]?.onBytes(answer.bytes);
      const order = orders?.shift();
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
        const load = (worker: Worker) => busy.get(worker)?.length ?? AHEAD;
        const freest = workers.toSorted((one, other) => load(one) - load(other))[0];
        if (freest) giveNext(freest);
      }),
    close: async () => {
      failAll(new DOMException("The scan was stopped.", "AbortError"));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
