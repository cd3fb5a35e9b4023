import { type Answer, jsonAnswer } from "./answer.js";

interface ApiFailure {
  readonly message: string;
  readonly documentation: string;
  readonly errors?: readonly object[];
  readonly headers?: Answer["headers"];
}

/** A refusal in the form of GitHub's interface for programs. */
export function apiFailure(
  status: number,
  { message, documentation, errors, headers = {} }: ApiFailure,
): Answer {
  const body = {
    message,
    ...(errors && { errors }),
    documentation_url: documentation,
    status: String(status),
  };
  return jsonAnswer(body, { status, headers });
}
