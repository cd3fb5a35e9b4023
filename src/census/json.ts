/** The value that a text holds as JSON; undefined where it holds none. */
export function maybeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const NOTHING: readonly (string | undefined)[] = [undefined, "null", "false", '""', "[]", "{}"];

/** Whether a field says nothing, whatever its form: absent, null, false, or empty. */
export function saysNothing(value: unknown): boolean {
  return NOTHING.includes(JSON.stringify(value));
}
