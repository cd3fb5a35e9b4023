import type { QueryWarning, WarningKind } from "./query-warning.js";
import { wordEndWarning } from "./word-end-warnings.js";

interface PhraseSign {
  readonly kind: WarningKind;
  readonly form: RegExp;
  /** What happens and what to write; `found` is the part of the phrase that has the form. */
  readonly message: (found: string) => string;
}

const AS_IT_STANDS = "A phrase is searched as it stands";
const AS_PATTERN = (found: string) =>
  `${AS_IT_STANDS}, ${found} included. Put it between slashes if it is a regular expression.`;

/** Signs that a phrase is meant as more than its characters. Of each kind the first counts. */
const SIGNS: readonly PhraseSign[] = [
  {
    kind: "literal text",
    form: /\\[sSwWdDb](?![A-Za-z0-9_])|\\[.()[\]]|\.[*+]|\[(?=[^[\]]*\])(?:\^|[^[\]]*?(?:\\[sSwWdD]|a-z|A-Z|0-9))[^[\]]*\]|\((?:\?:)?[^()|]*\|[^()]*\)/,
    message: AS_PATTERN,
  },
  {
    kind: "literal text",
    form: /(?<=\w)\|(?=\w)|^\^(?=\w)|(?<=\w)\$$|\(\?[A-Za-z:<=!]+/,
    message: AS_PATTERN,
  },
  {
    kind: "literal text",
    form: /^"[^"]*"$/,
    message: () => `${AS_IT_STANDS}, its double quotes included. Leave them out: a phrase needs none.`,
  },
  {
    kind: "literal text",
    form: /(?<=\S) (?:OR|AND) (?=\S)|(?:^|(?<=\S) )NOT (?=\S)|(?<![^\s(-])(?:repo|org|user|enterprise|language|path|extension|filename|content|symbol|is):[^\s:/]/,
    message: (found) =>
      `${AS_IT_STANDS}, ${found.trim()} included. Write one entry for each search; extensions have a list of their own.`,
  },
  {
    kind: "method",
    form: /^\.[A-Za-z_]\w+\(/,
    message: (found) =>
      `${found} is found after any name. Where a certain name stands before the dot, write it, as in wandb.log(`,
  },
];

/** What a phrase gets. */
export function phraseWarnings(phrase: string): readonly QueryWarning[] {
  const signs = SIGNS.flatMap(({ kind, form, message }) => {
    const found = form.exec(phrase);
    return found ? [{ kind, place: found.index, message: message(found[0]) }] : [];
  });
  return [
    ...signs.filter(({ kind }, index) => signs.findIndex((sign) => sign.kind === kind) === index),
    ...openImports(phrase),
  ];
}

function openImports(phrase: string): readonly QueryWarning[] {
  const name = /^(?:import|from) +([A-Za-z_][\w.]*)$/.exec(phrase)?.[1];
  if (name === undefined) return [];
  return [wordEndWarning(0, phrase, `Write /${phrase.replaceAll(".", "\\.")}\\b/ for this name alone.`)];
}
