/**
 * A text without the run of these signs at its end; a pattern would look again from each of them.
 * @param signs each sign that may be taken off
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
