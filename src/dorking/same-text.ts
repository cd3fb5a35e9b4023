/** Whether two search texts are the same, whatever the blanks and the letter case in them: Google makes no difference. */
export function isSameText(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/gu, " ").toLowerCase();
}
