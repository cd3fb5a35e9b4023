import { createHash } from "node:crypto";
import { html, Markup } from "./markup.js";

export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** Name of who is signed in. */
  readonly login?: string | undefined;
  /** A script of ours for this page. */
  readonly script?: string;
}

/** A page needs nothing from elsewhere, and runs no script but its own, which is known by its hash. */
export function contentPolicy({ script }: Pick<Page, "script">): string {
  const hash = createHash("sha256")
    .update(script ?? "")
    .digest("base64");
  return [
    "default-src 'none'",
    `script-src ${script === undefined ? "'none'" : `'sha256-${hash}'`}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join("; ");
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 0 1rem 3rem; color: #222 }
.practice { background: #fff3c4; border-bottom: 3px solid #d9a400; margin: 0 -1rem 1.5rem; padding: .5rem 1rem }
form p { max-width: 24rem } label { display: block } input { font: inherit; padding: .25rem .5rem }
[role=alert] { border: 2px solid #b3261e; padding: .5rem 1rem }
[hidden], .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
[hidden] { display: none } pre { background: #f4f4f4; overflow-x: auto; padding: .5rem } mark { background: #ffe08a }
`;

/** By this a program knows a page of practice. */
export const PRACTICE_META = '<meta name="census-practice" content="This is a practice server, not GitHub">';

/** The frame of every page, with the sign that it is for practice. */
export function pageText({ title, body, login = "", script }: Page): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
${new Markup(PRACTICE_META)}
<meta name="user-login" content="${login}">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style></head>
<body><p class="practice"><strong>PRACTICE — not GitHub.</strong> Sample files on this machine are searched; nothing here is a result.</p>
${body}
${script === undefined ? undefined : html`<script>${new Markup(script)}</script>`}
</body></html>
`.text;
}
