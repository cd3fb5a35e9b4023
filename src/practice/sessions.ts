import type { Clock, Random } from "../census/clock.js";
import type { Account } from "./accounts.js";

/** Two weeks, as GitHub's own. Source: GitHub's page on its cookies. */
export const SESSION_SECONDS = 14 * 24 * 3_600;

/** Somebody on the way in: known by the cookie `_gh_sess`. */
export interface Visitor {
  /** What every form of theirs must send back. */
  readonly authenticityToken: string;
  /** Whose password was right, while a code is still asked for. */
  pending?: Account | undefined;
  /** The code that an e-mail would bring. */
  mailedCode?: string | undefined;
  /** Where to go once signed in, on this server. */
  returnTo: string;
}

/** More half-finished sign-ins than this at once are those of a program gone wrong: the oldest are forgotten. */
const MOST_VISITORS = 1_000;

/** Who is signed in, who is about to, and which devices are known. Kept in memory: it ends with the server. */
export class Sessions {
  readonly #visitors = new Map<string, Visitor>();
  readonly #open = new Map<string, { username: string; endMs: number }>();
  readonly #devices = new Set<string>();
  readonly #clock: Pick<Clock, "now">;
  readonly #random: Random;

  constructor({ clock, random }: { clock: Pick<Clock, "now">; random: Random }) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Digits and letters a-f drawn at random. */
  token(length = 40): string {
    return Array.from({ length }, () => Math.floor(this.#random() * 16).toString(16)).join("");
  }

  /** Six digits drawn at random. */
  code(): string {
    return String(Math.floor(this.#random() * 1_000_000)).padStart(6, "0");
  }

  welcome(): { readonly key: string; readonly visitor: Visitor } {
    const key = this.token();
    const visitor: Visitor = { authenticityToken: this.token(), returnTo: "/" };
    this.#visitors.set(key, visitor);
    if (this.#visitors.size > MOST_VISITORS) this.#visitors.delete([...this.#visitors.keys()][0] ?? "");
    return { key, visitor };
  }

  maybeVisitor(key: string | undefined): Visitor | undefined {
    return this.#visitors.get(key ?? "");
  }

  /** Begins a session. Returns the value of its cookie. */
  open(username: string): string {
    const key = this.token(48);
    this.#open.set(key, { username, endMs: this.#clock.now().getTime() + SESSION_SECONDS * 1_000 });
    return key;
  }

  /** Whose session that is; undefined where it has ended or never was one. */
  maybeUsername(key: string | undefined): string | undefined {
    const session = this.#open.get(key ?? "");
    if (session === undefined || session.endMs <= this.#clock.now().getTime()) return undefined;
    return session.username;
  }

  /** Ends every session, as time or GitHub can in the middle of a run. */
  endAll(): void {
    this.#open.clear();
  }

  knowDevice(device: string, username: string): void {
    this.#devices.add(`${device} ${username}`);
  }

  isKnownDevice(device: string | undefined, username: string): boolean {
    return this.#devices.has(`${device} ${username}`);
  }
}
