/** An answer as text, or that there was none. */
export type FetchedText =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Path of the address that answered in the end. */
      readonly path: string;
      readonly isHtml: boolean;
      readonly retryAfter: string | null;
      /** Cut: the answer that is looked for is short. */
      readonly body: string;
    }
  | { readonly kind: "none"; readonly isTimeOut: boolean };

/**
 * Asks an address from inside the page in which it runs, with the page's cookies, as the page's own scripts do.
 * It is sent there as text, so it uses nothing from outside itself.
 */
export async function fetchInPage(address: string, timeoutMs: number): Promise<FetchedText> {
  try {
    const answer = await fetch(address, {
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
      credentials: "same-origin",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      kind: "answer",
      status: answer.status,
      path: new URL(answer.url).pathname,
      isHtml: (answer.headers.get("content-type") ?? "").includes("html"),
      retryAfter: answer.headers.get("retry-after"),
      body: (await answer.text()).slice(0, 20_000),
    };
  } catch (error) {
    return { kind: "none", isTimeOut: error instanceof Error && error.name === "TimeoutError" };
  }
}
