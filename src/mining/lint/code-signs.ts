/** Signs, in raw pieces of a pattern, of the code that it looks for. */

const CALL = /\w(?:\\s\*)?(?:\\|\[)\(/;
const OPEN_CALL = /\w(?:\\s\*)?(?:\\\(|\[\(\])(?:\\s[*+]\??)?$/;
const METHOD = /\\\.\w/;
const NAME = /^[\s()?:]*\w{2}/;
const ANY_NAME = /[A-Za-z]\w{2}/;

/** Of YAML: a key, one with a value, several words. */
const KEY = /\w[ ()*?+]*(?<!\(\?):/;
const KEY_AND_VALUE = new RegExp(String.raw`${KEY.source}\W*\w`);
const WORDS = /^\W*\w[\w-]* +\w/;

/** Escapes of white space and edges as a space, so that words can be told. */
function plain(raw: string): string {
  return raw.replaceAll(/\\[A-Za-z]/g, " ");
}

/** `import wandb`, `(import|from) wandb`; not `from wandb import`, of which a name is to follow. */
export function hasNamedImport(raw: string): boolean {
  return /(?<!\bfrom\b[^|]*)\bimport\b(?:\W+from\b)?\W+(?!from\b)\w/.test(plain(raw));
}

/** `from wandb`, but not where the names that are imported are to follow. */
function hasModule(text: string): boolean {
  return /\bfrom\b\W+\w/.test(text) && !/\bimport\b\W*$/.test(text);
}

/** Whether what stands before a gap and after it are statements of their own, or parts of one that is long. */
export function areApart(before: string, after: string, isYaml: boolean): boolean {
  const [first, second] = [plain(before), plain(after)];
  if (/^\W*(?:import|as)\b/.test(second)) return false;
  if (hasNamedImport(before) && ANY_NAME.test(second)) return true;
  const isCall = CALL.test(after);
  if (hasModule(first) && (isCall || METHOD.test(after))) return true;
  if (NAME.test(second) && (OPEN_CALL.test(before) || (CALL.test(before) && isCall))) return true;
  return isYaml && KEY_AND_VALUE.test(first) && (KEY.test(second) || WORDS.test(second));
}
