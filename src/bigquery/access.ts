import { readFileSync } from "node:fs";
import { z } from "zod";
import { maybeJson } from "../census/json.js";
import type { Secret } from "../config/secret.js";
import { blocked, failed, NoResultError } from "./no-result-error.js";

/** How Google is told who asks: by a service account's key file, by what this machine has, or by a token as it is. */
export type BigQueryCredentials =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "default" }
  | { readonly kind: "token"; readonly token: Secret };

/** Gives the headers that let a request in. Errors: NoResultError */
export type Access = () => Promise<Readonly<Record<string, string>>>;

const SCOPE = "https://www.googleapis.com/auth/bigquery";
const LONGEST_REQUEST_MS = 30_000;

/** Nothing is read before the first request. A key file signs by itself: no token is asked for on the way. */
export function openAccess(credentials: BigQueryCredentials): Access {
  if (credentials.kind === "token") {
    return async () => ({ authorization: `Bearer ${credentials.token.reveal()}` });
  }
  let client: Promise<{ getRequestHeaders(): Promise<Headers> }> | undefined;
  return async () => {
    try {
      client ??= clientOf(credentials);
      return requireToken(await (await client).getRequestHeaders());
    } catch (error) {
      client = undefined;
      throw accessError(error, credentials);
    }
  };
}

async function clientOf(credentials: Exclude<BigQueryCredentials, { kind: "token" }>) {
  const { auth } = await import("googleapis/build/src/apis/bigquery/index.js");
  const google = new auth.GoogleAuth({
    scopes: [SCOPE],
    clientOptions: { transporterOptions: { timeout: LONGEST_REQUEST_MS, retry: false } },
    ...(credentials.kind === "file" && { credentials: keyOf(credentials.path) }),
  });
  google.useJWTAccessWithScope = true;
  return google.getClient();
}

const keySchema = z.object({
  type: z.literal("service_account"),
  client_email: z.string().min(1),
  private_key: z.string().min(1),
});

/** Google's client would take a file of any other kind for a key, too. */
function keyOf(path: string): z.infer<typeof keySchema> {
  return keySchema.parse(maybeJson(readFileSync(path, "utf8")));
}

function requireToken(headers: Headers): Readonly<Record<string, string>> {
  if (!headers.has("authorization")) throw new TypeError("Google's client gives no token.");
  return Object.fromEntries(headers);
}

/** Of an error the code alone: what else it says can hold parts of the key. */
function accessError(error: unknown, { kind }: BigQueryCredentials): NoResultError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_|UND_ERR|5\d\d$)/.test(code)) {
    return new NoResultError(failed(`Google's sign-in could not be reached (${code})`, true));
  }
  const why = code === "ENOENT" ? "there is no such file" : "it is no service account's key";
  return new NoResultError(
    kind === "file"
      ? blocked(
          `the key file of the service account cannot be used: ${why}`,
          "Check BIGQUERY_CREDENTIALS in .env: the path of a service account's key, as Google's cloud console gives it (JSON).",
        )
      : blocked(
          "this machine has no credentials for Google's cloud",
          "Put the path of a service account's key into .env as BIGQUERY_CREDENTIALS, or sign in with: gcloud auth application-default login.",
        ),
  );
}
