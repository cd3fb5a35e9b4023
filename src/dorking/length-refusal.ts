/** Why a service cannot search a text for its length, as a sentence; undefined where it can. */
export function maybeLengthRefusal(text: string, longest: number, service: string): string | undefined {
  const characters = [...text].length;
  return characters <= longest
    ? undefined
    : `${service} takes ${longest} characters, and this text has ${characters}: search for shorter names.`;
}
