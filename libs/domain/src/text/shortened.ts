import { withoutEnd } from './without-end';

/**
 * The beginning of a text in one line, with whole words as far as they fit.
 * @param most signs of the answer at most, the dots among them; 2 or more
 */
export function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const signs = Array.from(line);
  if (signs.length <= most) return line;
  const cut = signs.slice(0, most - 1).join('');
  const blank = cut.lastIndexOf(' ');
  // A word longer than half of the room is cut where it stands.
  const kept = signs[most - 1] === ' ' || blank < most / 2 ? cut : cut.slice(0, blank);
  return `${withoutEnd(kept, ' ,;:.–-')}…`;
}
