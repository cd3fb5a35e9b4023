/** Which queries search a file, by its name. */
export class SearchedExtensions {
  readonly #queries = new Map<string, number[]>();
  readonly #known = new Map<string, readonly number[]>();

  constructor(queries: readonly { readonly extensions: readonly string[] }[]) {
    for (const [index, { extensions }] of queries.entries()) {
      for (const extension of new Set(extensions.map((text) => text.toLowerCase()))) {
        this.#queries.set(extension, [...(this.#queries.get(extension) ?? []), index]);
      }
    }
  }

  /** The queries' indexes, rising. Upper and lower case are the same, as in GitHub's `path:*.py`. */
  queriesFor(path: string): readonly number[] {
    const extensions = extensionsOf(path).filter((extension) => this.#queries.has(extension));
    const key = extensions.join("/");
    const known = this.#known.get(key) ?? this.#queriesOf(extensions);
    this.#known.set(key, known);
    return known;
  }

  /** The file's extension where a query searches it; longest first, such as `workflow.yml` before `yml`. */
  maybeExtension(path: string): string | undefined {
    return extensionsOf(path).find((extension) => this.#queries.has(extension));
  }

  #queriesOf(extensions: readonly string[]): readonly number[] {
    const indexes = new Set(extensions.flatMap((extension) => this.#queries.get(extension) ?? []));
    return [...indexes].sort((one, other) => one - other);
  }
}

/** All that stands after a dot of the name. */
function extensionsOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const extensions: string[] = [];
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    extensions.push(name.slice(dot + 1));
  }
  return extensions;
}
