import { type Answer, pageAnswer, redirectTo } from "./answer.js";
import { html } from "./markup.js";
import type { PracticeRequest } from "./request.js";
import { searchForm } from "./search-page.js";
import { maybeUser, type Site } from "./site.js";

/** `GET /`: who is signed in, and a field to search in. */
export function showHome(site: Site, request: PracticeRequest): Answer {
  const login = maybeUser(site, request);
  const rest =
    login === undefined
      ? html`<p><a href="/login">Sign in</a> to search.</p>`
      : html`<p>You are signed in as ${login}.</p>${searchForm("")}
<p>For example <code>/import wandb|from wandb/ (path:*.py OR path:*.ipynb)</code>, or <code>"cml comment create" path:*.yml</code>.</p>`;
  return pageAnswer({
    title: "A GitHub for practice",
    login,
    body: html`<main><h1>A GitHub for practice</h1>
<p>It searches ${site.corpus.length} sample files.</p>${rest}</main>`,
  });
}

/** `GET /settings/profile`: there for who is signed in; everybody else has to sign in first. */
export function showProfile(site: Site, request: PracticeRequest): Answer {
  const login = maybeUser(site, request);
  if (login === undefined) return redirectTo("/login?return_to=%2Fsettings%2Fprofile");
  return pageAnswer({
    title: "Your profile · practice",
    login,
    body: html`<main><h1>Public profile</h1><p>${login}</p></main>`,
  });
}

/** A page that says why there is none. */
export function problemAnswer(status: number, heading: string, headers: Answer["headers"] = {}): Answer {
  return pageAnswer(
    {
      title: `${heading} · practice`,
      body: html`<main><h1>${heading}</h1><p><a href="/">The first page</a></p></main>`,
    },
    { status, headers },
  );
}
