import type { Answer } from "../http/fetch-answer.js";
import type { PageReply } from "./page-reply.js";
import { maybeWebPage } from "./web-page.js";

/** By these a service refuses an account or a search, in data; by a page it is more likely a server in between. */
const STATUSES: readonly number[] = [400, 403];

/** That a web page refuses, which says nothing of the account or the search; undefined where it is the service that does. */
export function maybeRefusingPage(answer: Answer, service: string): PageReply | undefined {
  return STATUSES.includes(answer.status) ? maybeWebPage(answer, service) : undefined;
}
