import type { Asking } from "../../census/outcome.js";
import type { Admission, Door } from "./admission.js";
import { askSearch, type SearchRules } from "./ask-search.js";
import type { Verdict } from "./verdict.js";

/** A search to ask, and the page to ask it with. */
export type Work = Door & Pick<Asking, "text" | "address">;

/** Asks searches as somebody signed in, and sees to it that the browser is. */
export class SignedInSearch {
  readonly #admission: Admission;
  readonly #options: SearchRules;
  /** Whether the browser was let in, as far as is known; else that comes first. */
  #hasEntered = false;

  constructor(admission: Admission, options: SearchRules) {
    this.#admission = admission;
    this.#options = options;
  }

  /** Input: `isFresh`, whether the browser has just been started. Errors: PageError, AbortError */
  async ask(work: Work, isFresh: boolean): Promise<Verdict> {
    if (isFresh) this.#hasEntered = false;
    return (await this.#maybeRefused(work)) ?? (await this.#search(work));
  }

  async #maybeRefused(work: Work): Promise<Verdict | undefined> {
    if (this.#hasEntered) return undefined;
    const refused = await this.#admission.enter(work);
    this.#hasEntered = refused === undefined;
    return refused;
  }

  /** Asks, and where the site takes the browser for nobody, gets it in and asks once more; by each way in once. */
  async #search(work: Work): Promise<Verdict> {
    for (let isFirst = true; ; isFirst = false) {
      const verdict = await askSearch(work, this.#options);
      if (verdict.kind === "counted") this.#admission.noteIsIn();
      if (verdict.kind !== "signed out") return verdict;
      this.#hasEntered = false;
      const refused = await this.#admission.enterAgain(work, isFirst);
      if (refused !== undefined) return refused;
      this.#hasEntered = true;
    }
  }
}
