import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { PROJECT_ROOT } from "../census/project-root.js";
import { unescaped } from "./markup.js";
import { wordsOf } from "./words.js";

/** A page of the sample web, as a search engine keeps it. */
export interface WebPage {
  readonly link: string;
  readonly host: string;
  readonly title: string;
  readonly text: string;
  /** The words of title and text as `wordsOf` gives them. */
  readonly words: { readonly title: string; readonly text: string };
  /** For how many pages of the web it stands. */
  readonly standsFor: number;
}

const SAMPLE_PAGES = join(PROJECT_ROOT, "samples", "pages");

const loaded = new Map<string, readonly WebPage[]>();

/** The pages under `FOLDER/HOST/`, those that stand for most first. They are read once, when first asked for. */
export function loadWebPages(folder: string = SAMPLE_PAGES): readonly WebPage[] {
  const pages = loaded.get(folder) ?? readPages(folder);
  loaded.set(folder, pages);
  return pages;
}

function readPages(folder: string): readonly WebPage[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => parseWebPage(file.slice(folder.length + 1).split(sep), readFileSync(file, "utf8")))
    .sort((one, other) => other.standsFor - one.standsFor || (one.link < other.link ? -1 : 1));
}

const TITLE = /<title>(.*?)<\/title>/s;
const BODY = /<body>(.*?)<\/body>/s;
const STANDS_FOR = /<meta name="stands-for" content="(\d+)">/;
const COMMENT_OR_TAG = /<!--.*?-->|<[^>]*>/gs;

/**
 * Reads what one of our own pages says; it is no reader of HTML at large.
 *
 * Input: path: host, then folders and file
 */
export function parseWebPage(path: readonly string[], source: string): WebPage {
  const [host = ""] = path;
  const title = plainText(TITLE.exec(source)?.[1]);
  const text = plainText(BODY.exec(source)?.[1]);
  return {
    link: `https://${path.map(encodeURIComponent).join("/")}`,
    host,
    title,
    text,
    words: { title: wordsOf(title), text: wordsOf(text) },
    standsFor: Number(STANDS_FOR.exec(source)?.[1] ?? 1),
  };
}

/** A tag or comment stands between two words, as white space does. */
function plainText(markup = ""): string {
  return unescaped(markup.replaceAll(COMMENT_OR_TAG, " ")).replaceAll(/\s+/g, " ").trim();
}
