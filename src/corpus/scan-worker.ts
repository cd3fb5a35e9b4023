import { parentPort, workerData } from "node:worker_threads";
import { FileSearcher } from "./file-searcher.js";
import { runTask } from "./run-task.js";
import type { Search } from "./search-options.js";
import type { Task } from "./task.js";
import type { WorkerAnswer } from "./worker-pool.js";

const searcher = new FileSearcher(workerData as Search);
const tell = (answer: WorkerAnswer): void => parentPort?.postMessage(answer);

/** One task at a time, in the order in which they come. */
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (task: Task) => {
  last = last.then(() => answer(task));
});

async function answer(task: Task): Promise<void> {
  try {
    const onBytes = (bytes: number) => tell({ kind: "bytes", bytes });
    tell({ kind: "tally", tally: await runTask(task, searcher, { onBytes }) });
  } catch (error) {
    tell({ kind: "error", error });
  }
}
