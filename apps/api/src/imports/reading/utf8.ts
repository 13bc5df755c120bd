import { charactersOf } from './single-byte';

/** Length of the valid UTF-8 sequence that begins here: 1 for ASCII, 0 where there is none. */
function sequenceAt(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  const continues = (from: number, count: number): boolean => {
    for (let next = from; next < from + count; next += 1)
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
    return true;
  };
  if (first >= 0xc2 && first <= 0xdf) return continues(at + 1, 1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
    return continues(at + 1, 2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
    return continues(at + 1, 3) ? 4 : 0;
  }
  return 0;
}

/** Whether any letter beyond ASCII is written as UTF-8. */
export function hasUtf8Letters(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length > 1) return true;
    at += length || 1;
  }
  return false;
}

/** Places of bytes that are no part of UTF-8. */
export function isBrokenAt(bytes: Buffer, at: number): boolean {
  // A byte in the middle of a sequence belongs to what began before it.
  for (let back = 1; back <= 3 && at - back >= 0; back += 1)
    if (sequenceAt(bytes, at - back) > back) return false;
  return sequenceAt(bytes, at) === 0;
}

const PIECE = 64 * 1024;

/** UTF-8 in which single bytes came in from Windows: each of them is read as Windows-1252. */
export function* decodedMixed(bytes: Buffer, from: number): Generator<string> {
  let text = '';
  let begin = from;
  for (let at = from; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      text += bytes.toString('utf8', begin, at) + (charactersOf['windows-1252'][bytes[at] ?? 0] ?? '');
      begin = at + 1;
    }
    at += length || 1;
    if (at - begin < PIECE && text.length < PIECE) continue;
    yield text + bytes.toString('utf8', begin, at);
    text = '';
    begin = at;
  }
  if (begin < bytes.length || text !== '') yield text + bytes.toString('utf8', begin);
}

/** The byte of each character of Windows-1252 above ASCII. */
const bytesOf = new Map(
  charactersOf['windows-1252'].map((character, byte): [string, number] => [character, byte]),
);
const BEHIND = charactersOf['windows-1252']
  .slice(0x80, 0xc0)
  .join('')
  .replace(/[\]\\^-]/g, '\\$&');
const TWICE = new RegExp(`[\\u00C2-\\u00DF][${BEHIND}]|[\\u00E0-\\u00EF][${BEHIND}]{2}`, 'g');

/** Text that was taken for Windows-1252 and saved as UTF-8 again: "JÃ¼rgen" is "Jürgen". */
export function undoubled(text: string): string {
  return text.replace(TWICE, (signs) => {
    const meant = Buffer.from([...signs].map((sign) => bytesOf.get(sign) ?? 0)).toString('utf8');
    return meant.includes('\uFFFD') ? signs : meant;
  });
}

/** Whether it holds letters that were saved so twice. */
export function isDoubled(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('Ã'); at >= 0; at = bytes.indexOf('Ã', at + 1)) {
    const piece = bytes.toString('utf8', at, at + 5).slice(0, 2);
    if (/^Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(piece)) return true;
  }
  return false;
}
