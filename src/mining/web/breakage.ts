import type { PageError } from "./page-error.js";

/** Tells those who wait for a page that it broke, whatever they wait for. */
export class Breakage {
  /** Those who wait now. A promise that outlives them would keep what they got. */
  readonly #waiting = new Set<(error: PageError) => void>();

  tell(error: PageError): void {
    for (const tell of this.#waiting) tell(error);
  }

  /** Does some work with a promise that fails when the page breaks meanwhile. Errors: those of the work */
  async orBroken<Value>(work: (broken: Promise<never>) => Promise<Value>): Promise<Value> {
    let tell: (error: PageError) => void = () => undefined;
    const broken = new Promise<never>((_, reject) => {
      tell = reject;
    });
    this.#waiting.add(tell);
    try {
      return await work(broken);
    } finally {
      this.#waiting.delete(tell);
    }
  }
}
