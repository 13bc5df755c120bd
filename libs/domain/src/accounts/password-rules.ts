import { accountLimits } from './accounts-limits';
import type { accountProblems } from './accounts-problems';
import { commonWords } from './common-words';

export type PasswordProblem = Extract<keyof typeof accountProblems, `password-too-${string}`>;

/** Letters, digits and signs that must be left when everything guessable is taken away. */
const UNGUESSABLE = 6;

const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertzuiopü',
  'qwertyuiop',
  'asdfghjklöä',
  'yxcvbnm',
  'zxcvbnm',
  '1qay2wsx3edc4rfv5tgb6zhn7ujm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
const backwards = (row: string) => [...row].reverse().join('');
const RUNS = new Set([...ROWS, ...ROWS.map(backwards)].flatMap((row) => piecesOf(row, 3)));

/**
 * Long enough, and not made of what a guesser tries first: common words, the county's words and one's own name,
 * keyboard rows, counting, repetition. Any characters are welcome, none are demanded.
 */
export function passwordProblem(password: string, ownWords: readonly string[] = []): PasswordProblem | null {
  const length = [...password].length;
  if (length < accountLimits.passwordLeast) return 'password-too-short';
  if (length > accountLimits.passwordMost) return 'password-too-long';
  return [...unguessablePart(password, ownWords)].length < UNGUESSABLE ? 'password-too-guessable' : null;
}

function unguessablePart(password: string, ownWords: readonly string[]): string {
  const plain = plainLetters(password);
  const words = [...new Set([...commonWords, ...ownWords.flatMap(partsOf)].map(plainLetters))]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  let left = plain;
  for (const word of words) left = left.replaceAll(word, ' ');
  left = withoutRepetition(withoutRuns(left));
  return left.replaceAll(/(19|20)\d\d|\s/g, '');
}

/** Names and addresses in the pieces a person would build a password from. */
function partsOf(words: string): string[] {
  return words.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= 3);
}

const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', $: 's', ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function plainLetters(text: string): string {
  const lower = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[@$äöüß]/g, (sign) => LOOKALIKES[sign] ?? sign);
  // "p4ssw0rt" reads as "passwort", while plain numbers stay numbers.
  return lower.replaceAll(
    /(?<=\p{L})[0134](?=\p{L})/gu,
    (digit) => ({ '0': 'o', '1': 'i', '3': 'e', '4': 'a' })[digit] ?? digit,
  );
}

/** Rows of the keyboard, the alphabet and numbers, forwards and backwards, from three characters on. */
function withoutRuns(text: string): string {
  const signs = [...text];
  const inRun = signs.map(() => false);
  for (let at = 0; at + 3 <= signs.length; at += 1) {
    if (RUNS.has(signs.slice(at, at + 3).join(''))) inRun.fill(true, at, at + 3);
  }
  return signs.filter((_, at) => !inRun[at]).join('');
}

/** The shortest piece that the whole text repeats, and single characters without their echoes. */
function withoutRepetition(text: string): string {
  const signs = [...text];
  for (let length = 1; length <= signs.length / 2; length += 1) {
    if (signs.every((sign, at) => sign === signs[at % length])) return signs.slice(0, length).join('');
  }
  const once = signs.filter((sign, at) => sign !== signs[at - 1]);
  return new Set(once).size <= 4 ? [...new Set(once)].join('') : once.join('');
}

function piecesOf(row: string, length: number): string[] {
  const signs = [...row];
  return signs.slice(0, signs.length - length + 1).map((_, at) => signs.slice(at, at + length).join(''));
}
