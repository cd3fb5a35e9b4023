import type { Secret } from "../../config/secret.js";
import { type Answer, NoAnswerError } from "../../http/fetch-answer.js";
import type { Send } from "../ask-pages.js";
import { READ_FIELDS } from "./cse-document.js";

/** Google takes 1 to 10 for one request. */
const PAGES = 10;

export interface CseAccess {
  readonly url: string;
  readonly key: Secret;
  readonly engineId: string;
  readonly send: Send;
}

/**
 * Asks Google by its own client, which makes the request; `send` sends it, within its limits of time and length.
 *
 * The client learns nothing of the answer: it would read one of any length, and its errors hold the key.
 */
export async function askCse(text: string, { url, key, engineId, send }: CseAccess): Promise<Answer> {
  // Only this interface, and only once it is asked: the client's index would load hundreds of them.
  const { customsearch } = await import("googleapis/build/src/apis/customsearch/index.js");
  let answer: Promise<Answer> | undefined;
  const fetchImplementation = async (address: string | URL | Request, request: RequestInit = {}) => {
    answer ??= send(String(address), { headers: Object.fromEntries(new Headers(request.headers)) });
    await answer.catch(() => {});
    return new Response("", { status: 200 });
  };
  await customsearch({ version: "v1", universeDomain: "googleapis.com" })
    .cse.list(
      { q: text, cx: engineId, num: PAGES, fields: READ_FIELDS, auth: key.reveal() },
      { rootUrl: `${url}/`, retry: false, fetchImplementation },
    )
    .catch(() => {});
  if (answer === undefined) throw new NoAnswerError("Google's client could not make the request");
  return answer;
}
