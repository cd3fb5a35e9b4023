import { TOTP } from "otpauth";
import type { Account } from "../../src/practice/accounts.js";
import type { Practice } from "../../src/practice/start-practice.js";

/** A browser of sorts: follows nothing, keeps cookies, sends forms as a page would. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #practice: Practice;

  constructor(practice: Practice) {
    this.#practice = practice;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#keep(
      await fetch(this.#practice.url + path, { headers: this.#with(headers), redirect: "manual" }),
    );
  }

  async post(path: string, fields: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams(fields);
    const options = { method: "POST", headers: this.#with({}), body, redirect: "manual" } as const;
    return this.#keep(await fetch(this.#practice.url + path, options));
  }

  /** Opens the page with a form, then sends its hidden fields with these. */
  async send(page: string, action: string, fields: Record<string, string>): Promise<Response> {
    const text = await (await this.get(page)).text();
    const token = /name="authenticity_token" value="([^"]*)"/.exec(text)?.[1] ?? "";
    return this.post(action, { authenticity_token: token, ...fields });
  }

  login(username: string, password: string, page = "/login"): Promise<Response> {
    return this.send(page, "/session", { login: username, password, required_field_0000: "" });
  }

  json(path: string): Promise<Response> {
    return this.get(path, { accept: "application/json", "x-requested-with": "XMLHttpRequest" });
  }

  #with(headers: Record<string, string>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return cookie === "" ? headers : { cookie, ...headers };
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
    return response;
  }
}

/** The six digits that an authenticator app shows at a time, in ms. */
export function codeAt({ totpSecret }: Pick<Account, "totpSecret">, timestamp: number): string {
  return new TOTP({ secret: totpSecret }).generate({ timestamp });
}

/** Somebody who is signed in, without the form. */
export function signedIn(practice: Practice): Visitor {
  const visitor = new Visitor(practice);
  visitor.cookies.set("user_session", practice.openSession());
  return visitor;
}

export function searchPath(query: string): string {
  return `/search?q=${encodeURIComponent(query)}&type=code`;
}
