import type { Clock } from "../../census/clock.js";
import type { CookieJar } from "./cookie-jar.js";
import { keepSession, knownDeviceCookies, maybeKeptSession } from "./kept-sessions.js";
import { type OneTimeCodes, oneTimeCodes } from "./one-time-code.js";
import { isSessionCookie, originHash, type SessionOrigin } from "./saved-session.js";
import type { SessionStore } from "./session-store.js";
import { signIn } from "./sign-in.js";
import type { Verdict } from "./verdict.js";
import { accountOf, REFUSALS, sessionCookies, userHash, type Way, type WebCredentials } from "./way-in.js";
import type { WebPage } from "./web-page.js";

/** A password that is sent again and again locks the account. */
const MOST_TRIES = 3;

const NO_END: Verdict = {
  kind: "blocked",
  reason: `GitHub's sign-in came to no end ${MOST_TRIES} times, and is not tried again now.`,
  advice: "Sign in by hand with npm run login, or start again later.",
};

export interface AdmissionOptions {
  readonly siteUrl: string;
  readonly credentials: WebCredentials;
  readonly sessions: SessionStore;
  readonly clock: Clock;
}

/** A browser's page and cookies, through which somebody gets in. */
export interface Door {
  readonly page: WebPage;
  readonly cookies: CookieJar;
  readonly signal: AbortSignal;
}

/**
 * Gets the browser signed in, by the least that is enough: a kept session, else a given cookie, else user and password.
 *
 * A refusal is remembered: nothing is tried twice that a person has to mend.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #codes: OneTimeCodes | undefined;
  /** Ways that were refused. */
  readonly #spent = new Set<Way>();
  #way: Way = "none";
  #origin: SessionOrigin = { kind: "hand" };
  #refusal: Verdict | undefined;
  /** How often user and password were sent in a row without an end, good or bad. */
  #tries = 0;
  #isIn = false;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    const { totpSecret } = options.credentials;
    this.#codes = totpSecret && oneTimeCodes(totpSecret, options.clock);
  }

  /** How the browser gets in, in words; before it did, how it would. */
  get account(): string {
    const way = this.#way === "none" ? this.#nextWay() : this.#way;
    if (way === "kept") return accountOf(maybeKeptSession(this.#options)?.origin ?? this.#origin);
    return way === "password" ? "user and password" : way === "cookie" ? "session cookie" : "nothing";
  }

  /** Gets a browser in that knows nobody. Missing: undefined when it may ask, signed in or not */
  async enter(door: Door): Promise<Verdict | undefined> {
    return this.#enterBy(this.#nextWay(), door);
  }

  /**
   * Gets a browser in that was taken for nobody, by the next way; by user and password once for each time that this is
   * begun with `isFirst`.
   *
   * Missing: undefined when it may ask again
   */
  async enterAgain(door: Door, isFirst: boolean): Promise<Verdict | undefined> {
    const refused = this.#way;
    this.#isIn = false;
    if (refused !== "password") this.#spent.add(refused);
    // What is kept was kept from what has just been refused, or was refused before it.
    this.#spent.add("kept");
    const next = refused === "password" && !isFirst ? "none" : this.#nextWay();
    return next === "none" ? REFUSALS[refused] : this.#enterBy(next, door);
  }

  /** To be called when an answer came for somebody signed in. */
  noteIsIn(): void {
    this.#isIn = this.#way !== "none";
  }

  /** Keeps the session where somebody is signed in. */
  async keep(cookies: CookieJar): Promise<void> {
    if (this.#isIn) await keepSession(cookies, this.#origin, this.#options);
  }

  #nextWay(): Way {
    const { session, username, password } = this.#options.credentials;
    if (!this.#spent.has("kept") && maybeKeptSession(this.#options) !== undefined) return "kept";
    if (!this.#spent.has("cookie") && session !== undefined) return "cookie";
    return username !== undefined && password !== undefined ? "password" : "none";
  }

  async #enterBy(way: Way, door: Door): Promise<Verdict | undefined> {
    this.#way = way;
    if (way === "kept") return this.#enterKept(door);
    if (way === "cookie") return this.#enterByCookie(door);
    return way === "password" ? this.#enterByPassword(door) : undefined;
  }

  async #enterKept({ cookies }: Door): Promise<undefined> {
    const kept = maybeKeptSession(this.#options);
    if (kept === undefined) return;
    this.#origin = kept.origin;
    await cookies.put(kept.cookies);
  }

  async #enterByCookie({ cookies }: Door): Promise<undefined> {
    const { siteUrl, credentials } = this.#options;
    const value = credentials.session?.reveal() ?? "";
    this.#origin = { kind: "cookie", hash: originHash(value) };
    await cookies.remove(isSessionCookie);
    await cookies.put(sessionCookies(value, siteUrl));
  }

  async #enterByPassword({ page, cookies, signal }: Door): Promise<Verdict | undefined> {
    if (this.#refusal !== undefined) return this.#refusal;
    const { siteUrl, clock, credentials } = this.#options;
    const { username, password } = credentials;
    if (username === undefined || password === undefined) return undefined;
    await cookies.put(knownDeviceCookies(this.#options));
    if (this.#tries === MOST_TRIES) return NO_END;
    const codes = this.#codes;
    const onSending = (): void => {
      this.#tries += 1;
    };
    const end = await signIn({ page, cookies, siteUrl, username, password, codes, onSending, clock, signal });
    if (end.kind !== "failed") this.#tries = 0;
    if (end.kind === "slow down") return end;
    if (end.kind === "failed") return { kind: "failed", reason: end.reason, mayHelpToAskAgain: true };
    if (end.kind === "refused") {
      this.#refusal = { kind: "blocked", reason: end.reason, advice: end.advice };
      return this.#refusal;
    }
    this.#origin = { kind: "user", hash: userHash(username) };
    this.#spent.delete("kept");
    this.#isIn = true;
    await this.keep(cookies);
    return undefined;
  }
}
