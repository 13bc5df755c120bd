import type { LineKind } from '@runder-tisch/domain/meetings';
import type { TypedKind } from './line-kinds';

/** Reads "/a Liste verschicken" as a task; only at the start of a line and only once the word has ended. */
export function readSlashWord(
  line: string,
  kinds: readonly TypedKind[],
): { kind: LineKind; text: string } | null {
  const found = /^\s*\/(\p{L}+)(?:\s|$)/u.exec(line);
  const word = found?.[1]?.toLowerCase() ?? '';
  const kind = kinds.find(({ slashWords }) => slashWords.includes(word))?.kind;
  return found && kind ? { kind, text: line.slice(found[0].length) } : null;
}

/** While somebody types, "/a" alone may still become "/aufgabe": it counts from the blank on. */
export function typedSlashWord(
  line: string,
  kinds: readonly TypedKind[],
): { kind: LineKind; text: string } | null {
  return /^\s*\/\p{L}+\s/u.test(line) ? readSlashWord(line, kinds) : null;
}
