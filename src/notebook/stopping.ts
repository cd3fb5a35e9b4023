/** What a notebook's stop button sends to its kernel. */
const INTERRUPT = "SIGINT";
/** What ends a kernel politely. */
const ENDING = ["SIGTERM", "SIGHUP"] as const;

export interface Stopping {
  /** Aborted when the work is to end. */
  readonly signal: AbortSignal;
}

/**
 * Does work that can be stopped: by the stop button, and by what ends this process politely, which then ends when the
 * work has.
 */
export async function untilStopped<Result>(work: (stopping: Stopping) => Promise<Result>): Promise<Result> {
  const stopping = new AbortController();
  let isLast = false;
  const stop = (): void => stopping.abort();
  const end = (): void => {
    isLast = true;
    stop();
  };
  process.on(INTERRUPT, stop);
  for (const signal of ENDING) process.on(signal, end);
  try {
    return await work(stopping);
  } finally {
    process.off(INTERRUPT, stop);
    for (const signal of ENDING) process.off(signal, end);
    if (isLast) process.exit();
  }
}
