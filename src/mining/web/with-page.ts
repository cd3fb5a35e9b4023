import type { Door } from "./admission.js";
import { type Ended, withoutSecrets } from "./ended.js";
import { maybeFailurePage } from "./failure-page.js";
import { namesInPage } from "./names-in-page.js";
import { type PrivacyOptions, privacyOf } from "./privacy.js";
import type { Verdict } from "./verdict.js";

/**
 * A verdict with the page that it was passed on, where it is no number; neither holds what belongs to the person.
 *
 * Errors: PageError, AbortError
 */
export async function withPage(
  verdict: Verdict,
  { page, cookies, signal }: Door,
  person: Pick<PrivacyOptions, "credentials" | "service">,
): Promise<Ended> {
  const isOver = verdict.kind === "counted" || verdict.kind === "slow down";
  if (isOver) return { verdict };
  if (!page.isUsable) {
    return { verdict: withoutSecrets(verdict, privacyOf({ ...person, cookies: [], told: [] })) };
  }
  const told = await page.run(namesInPage, { args: [], signal });
  const privacy = privacyOf({ ...person, cookies: await cookies.load(), told });
  const kept = await maybeFailurePage(page, privacy, signal);
  return { verdict: withoutSecrets(verdict, privacy), page: kept };
}
