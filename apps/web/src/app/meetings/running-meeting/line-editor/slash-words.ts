import type { MinutesEntryKind } from '@runder-tisch/domain/meetings';

/** What may stand at the start of a line instead of touching a chip; the letter is shown on the chip. */
const words: Readonly<Record<string, MinutesEntryKind>> = {
  t: 'TEXT',
  text: 'TEXT',
  a: 'TASK',
  aufgabe: 'TASK',
  v: 'AGREEMENT',
  vereinbarung: 'AGREEMENT',
  votum: 'VOTE',
  h: 'FEEDBACK',
  hinweis: 'FEEDBACK',
};

export const slashLetters: Partial<Record<MinutesEntryKind, string>> = {
  TASK: '/a',
  AGREEMENT: '/v',
  FEEDBACK: '/h',
};

/** Reads "/a Liste verschicken" as a task; only at the start of a line and only once the word has ended. */
export function readSlashWord(line: string): { kind: MinutesEntryKind; text: string } | null {
  const found = /^\s*\/(\p{L}+)(?:\s|$)/u.exec(line);
  const kind = words[found?.[1]?.toLowerCase() ?? ''];
  return found && kind ? { kind, text: line.slice(found[0].length) } : null;
}

/** While somebody types, "/a" alone may still become "/aufgabe": it counts from the blank on. */
export function typedSlashWord(line: string): { kind: MinutesEntryKind; text: string } | null {
  return /^\s*\/\p{L}+\s/u.test(line) ? readSlashWord(line) : null;
}
