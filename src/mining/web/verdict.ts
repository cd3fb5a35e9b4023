import type { Blocked, Counted, Failed, Rest, Unreadable } from "../../census/outcome.js";

/** What an answer means, without when and where it was asked. */
export type Verdict =
  | Pick<Counted, "kind" | "count" | "readFrom" | "remarks" | "rest" | "isPractice">
  | Pick<Failed, "kind" | "reason" | "mayHelpToAskAgain">
  | Pick<Blocked, "kind" | "reason" | "advice">
  | Pick<Unreadable, "kind" | "reason">
  | { readonly kind: "signed out"; readonly reason: string }
  | { readonly kind: "slow down"; readonly rest: Rest };

export function failedForNow(reason: string): Verdict {
  return { kind: "failed", reason, mayHelpToAskAgain: true };
}
