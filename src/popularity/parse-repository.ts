import { type Count, exactCount } from "../census/count.js";
import type { RepositoryFacts } from "../census/evidence.js";
import type { Blocked, Failed, Unreadable } from "../census/outcome.js";
import { isSameRepository } from "../census/repository-name.js";
import type { Answer } from "../http/fetch-answer.js";
import { isWebPage } from "../http/is-web-page.js";
import { documentOf, quotedMessage } from "../mining/github-api/api-document.js";
import { maybeRepositoryDocument } from "./repository-document.js";

/** The stars of a repository, or why they are not known, before it is known what the asking cost. */
export type RepositoryReply =
  | {
      readonly kind: "counted";
      readonly count: Count;
      readonly repository: RepositoryFacts;
      readonly remarks: readonly string[];
    }
  | Pick<Failed, "kind" | "reason" | "mayHelpToAskAgain">
  | Pick<Blocked, "kind" | "reason" | "advice">
  | Pick<Unreadable, "kind" | "reason">;

/** What GitHub says where it keeps one repository back, and answers of the others. */
const ONE_KEPT_BACK = /access blocked|saml|ip allow list/i;

const OTHER_FORM =
  "GitHub's answer has another form than the one that this version knows: no number of stars is taken from it";

/** GitHub's interface refuses in data: a page is no word of it on a repository. */
const OF_ANOTHER: RepositoryReply = {
  kind: "blocked",
  reason:
    "GitHub sent a web page where data is expected: something stands in between, or the address is another",
  advice: "Look at the page, which is kept with the run, and check GITHUB_API_URL, if you set it.",
};

/**
 * What a body says of a repository, fresh or kept.
 *
 * Missing: a number that is absent or of another form is unreadable, never 0
 */
export function parseRepository(body: string, asked: string): RepositoryReply {
  const document = maybeRepositoryDocument(body);
  if (document === undefined) return { kind: "unreadable", reason: OTHER_FORM };
  const { full_name: fullName, stargazers_count: stars, forks_count: forks } = document;
  return {
    kind: "counted",
    count: exactCount(stars),
    repository: { fullName, forks, created: document.created_at, archived: document.archived },
    remarks: isSameRepository(fullName, asked) ? [] : [`${asked} is ${fullName} now.`],
  };
}

/** What an answer other than the repository itself says. Requests to wait were taken out before. */
export function parseRefusal(answer: Answer, asked: string): RepositoryReply {
  const { status, text } = answer;
  const message = quotedMessage(documentOf(text));
  if (status >= 500 || status === 408) return failed(`GitHub has trouble (status ${status})`, true);
  if (isWebPage(answer)) return OF_ANOTHER;
  switch (status) {
    case 401:
      return {
        kind: "blocked",
        reason: `GitHub does not accept the token${message}`,
        advice:
          "Make a new token in GitHub's settings and put it into .env as GITHUB_TOKEN, or leave it empty.",
      };
    case 403:
      return ONE_KEPT_BACK.test(message)
        ? failed(`GitHub keeps ${asked} back${message}`, false)
        : barred(message);
    case 404:
      return failed(`GitHub knows no public repository ${asked}${message}`, false);
    case 451:
      return failed(`${asked} is blocked for legal reasons${message}`, false);
    case 400:
    case 422:
      return failed(`GitHub does not take this name of a repository${message}`, false);
    default:
      return {
        kind: "unreadable",
        reason: `GitHub gave an answer that this version does not know (status ${status})${message}`,
      };
  }
}

function barred(message: string): RepositoryReply {
  return {
    kind: "blocked",
    reason: `GitHub refuses to answer${message}`,
    advice: "Look at what the message asks for; a token of an organisation may need its consent.",
  };
}

function failed(reason: string, mayHelpToAskAgain: boolean): RepositoryReply {
  return { kind: "failed", reason, mayHelpToAskAgain };
}
