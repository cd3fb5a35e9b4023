import { contentPolicy, type Page, pageText } from "./page.js";

/** What goes back to the browser. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

type Extra = Omit<Answer, "body" | "status"> & { readonly status?: number };

export function pageAnswer(page: Page, { status = 200, headers = {} }: Extra = {}): Answer {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentPolicy(page),
      ...headers,
    },
    body: pageText(page),
  };
}

export function jsonAnswer(value: unknown, { status = 200, headers = {} }: Extra = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

export function redirectTo(location: string, headers: Answer["headers"] = {}): Answer {
  return { status: 302, headers: { location, ...headers } };
}
