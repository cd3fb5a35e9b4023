/** The fields that can be chosen, each with those inside it. */
export interface FieldTree {
  readonly [name: string]: FieldTree;
}

/** Fields that were chosen; an empty mask chooses all. */
interface Mask {
  [name: string]: Mask;
}

/** Why a choice of fields is refused. */
export class FieldError extends Error {
  override readonly name = "FieldError";

  constructor(path: string) {
    super(`Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`);
  }
}

/**
 * Cuts an answer down to the fields chosen, as in `kind,items(title,link),searchInformation/totalResults`.
 * `*` and an empty text choose all.
 *
 * Errors: FieldError where a field is not in the tree, or the text is not complete
 */
export function chosenFields(value: unknown, text: string, tree: FieldTree): unknown {
  const signs = text.replaceAll(/\s/g, "");
  const tokens = signs.match(/[\w*]+|[(),/]/g) ?? [];
  if (tokens.join("") !== signs) throw new FieldError(text);
  const mask = tokens.length === 0 ? {} : parseList(tokens, tree, "");
  if (tokens.length > 0) throw new FieldError(text);
  return cut(value, mask);
}

/** Reads choices parted by commas off the front of the tokens. */
function parseList(tokens: string[], tree: FieldTree, path: string): Mask {
  const mask: Mask = {};
  do {
    const name = tokens.shift() ?? "";
    if (name !== "*" && !Object.hasOwn(tree, name)) throw new FieldError(`${path}${name}`);
    const names = name === "*" ? Object.keys(tree) : [name];
    const inside = parseInside(tokens, name === "*" ? {} : (tree[name] ?? {}), `${path}${name}.`);
    for (const one of names) mask[one] = { ...mask[one], ...inside };
  } while (isNext(tokens, ","));
  return mask;
}

function parseInside(tokens: string[], tree: FieldTree, path: string): Mask {
  if (isNext(tokens, "/")) {
    const name = tokens.shift() ?? "";
    if (!Object.hasOwn(tree, name)) throw new FieldError(`${path}${name}`);
    return { [name]: parseInside(tokens, tree[name] ?? {}, `${path}${name}.`) };
  }
  if (!isNext(tokens, "(")) return {};
  const mask = parseList(tokens, tree, path);
  if (!isNext(tokens, ")")) throw new FieldError(path.slice(0, -1));
  return mask;
}

function isNext(tokens: string[], sign: string): boolean {
  const isIt = tokens[0] === sign;
  if (isIt) tokens.shift();
  return isIt;
}

function cut(value: unknown, mask: Mask): unknown {
  const names = Object.keys(mask);
  if (names.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => cut(one, mask));
  const pairs = Object.entries(value).filter(([name]) => Object.hasOwn(mask, name));
  return Object.fromEntries(pairs.map(([name, one]) => [name, cut(one, mask[name] ?? {})]));
}
