import { FileSearcher } from "./file-searcher.js";
import { runTask } from "./run-task.js";
import type { Search } from "./search-options.js";
import type { Tally } from "./tally.js";
import type { Task } from "./task.js";

/** Does tasks, one after another or several at once. */
export interface TaskPool {
  /** Input: onBytes, called as an archive is read */
  run(task: Task, onBytes: (bytes: number) => void): Promise<Tally>;
  /** What is not done yet never will be. */
  close(): Promise<void>;
}

/** Does tasks in this thread, in the order given. */
export function ownThread(search: Search, signal: AbortSignal): TaskPool {
  const searcher = new FileSearcher(search);
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  return {
    run: (task, onBytes) => {
      const done = last.then(() => {
        if (isClosed) throw new DOMException("The scan was stopped.", "AbortError");
        return runTask(task, searcher, { signal, onBytes });
      });
      last = done.catch(() => {});
      return done;
    },
    close: async () => {
      isClosed = true;
      await last;
    },
  };
}
