import type { Asking, Blocked, Failed, Unreadable } from "../census/outcome.js";

/** Why there is no result, before it is known what the asking cost. */
export type NoResult =
  | Omit<Failed, keyof Asking>
  | Omit<Blocked, keyof Asking>
  | Omit<Unreadable, keyof Asking>;

/** The statement gave no result. */
export class NoResultError extends Error {
  override readonly name = "NoResultError";
  readonly result: NoResult;
  /** What became of the job: `over` where it will never give a result, `unknown` where nobody here knows of it. */
  readonly job: "over" | "unknown" | "as before";

  constructor(result: NoResult, job: NoResultError["job"] = "as before") {
    super(result.reason);
    this.result = result;
    this.job = job;
  }
}

export function failed(reason: string, mayHelpToAskAgain: boolean): NoResult {
  return { kind: "failed", reason, mayHelpToAskAgain };
}

export function blocked(reason: string, advice: string): NoResult {
  return { kind: "blocked", reason, advice };
}

export function unreadable(reason: string): NoResult {
  return { kind: "unreadable", reason };
}
