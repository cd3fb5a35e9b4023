import type { Progress, Waiting } from "./progress.js";

/** Keeps the progress of a collection and tells each change of it. */
export interface Tell {
  /** This one is asked next: to be told with what it waits for, or that it is asked. */
  next(current: NonNullable<Progress["current"]>): void;
  /** Undefined where the waiting is over, and it is asked. */
  waiting(waiting: Waiting | undefined): void;
  /** The one that was asked is done. */
  ended(how: "answered" | "failed"): void;
}

export function progressTeller({
  onProgress = () => {},
  counted,
  refused,
  total,
}: Pick<Progress, "counted" | "total"> & {
  refused: number;
  onProgress?: (progress: Progress) => void;
}): Tell {
  let progress: Progress = {
    done: counted,
    total,
    counted,
    failures: 0,
    ...(refused > 0 && { refused }),
  };
  const change = (next: Progress): void => {
    progress = next;
    onProgress(next);
  };
  change(progress);
  return {
    next(current) {
      progress = { ...progress, current };
    },
    waiting(waiting) {
      const { waiting: _before, ...rest } = progress;
      change(waiting === undefined ? rest : { ...rest, waiting });
    },
    ended(how) {
      const { current: _current, waiting: _waiting, ...rest } = progress;
      const key = how === "answered" ? "counted" : "failures";
      change({ ...rest, done: rest.done + 1, [key]: rest[key] + 1 });
    },
  };
}
