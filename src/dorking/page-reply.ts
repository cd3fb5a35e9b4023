import type { Asking, Blocked, Counted, Failed, NotGiven, Rest, Unreadable } from "../census/outcome.js";

/** What a search for pages was answered, before it is known what the asking cost. */
export type PageReply =
  | Omit<Counted, keyof Asking>
  | Omit<NotGiven, keyof Asking>
  | Omit<Failed, keyof Asking>
  | Omit<Blocked, keyof Asking>
  | Omit<Unreadable, keyof Asking>
  | { readonly kind: "rest"; readonly rest: Rest }
  | { readonly kind: "quota"; readonly reason: string; readonly until: Date };

export function failed(reason: string, mayHelpToAskAgain: boolean): PageReply {
  return { kind: "failed", reason, mayHelpToAskAgain };
}

export function blocked(reason: string, advice: string): PageReply {
  return { kind: "blocked", reason, advice };
}

export function unreadable(reason: string): PageReply {
  return { kind: "unreadable", reason };
}

/** Input: toldMs, where the service says how long */
export function rest(reason: string, toldMs?: number): PageReply {
  return { kind: "rest", rest: { reason, ...(toldMs !== undefined && { toldMs }) } };
}
