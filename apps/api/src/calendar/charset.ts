/** Charsets that say the same as UTF-8 about plain letters; programs name them and write UTF-8. */
const ONE_BYTE = /^(us-ascii|ascii|utf-?8|iso-?8859-\d+|latin-?\d|windows-125\d|cp125\d)$/i;
const BYTE_ORDER_MARKS: readonly (readonly [string, string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/**
 * The text of bytes whose charset is named or not. What reads as UTF-8 is UTF-8, whatever it is called: German
 * umlauts of another charset never do. Else the named charset counts, and without one that is known Windows-1252,
 * in which every byte is a sign.
 */
export function decodeText(bytes: Buffer, charset = ''): string {
  const start = bytes.subarray(0, 3).toString('hex');
  const marked = BYTE_ORDER_MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  if (marked) return new TextDecoder(marked).decode(bytes);
  const named = charset.trim();
  if (named === '' || ONE_BYTE.test(named)) {
    const text = decoded(bytes, 'utf-8', true);
    if (text !== null) return text;
  }
  const other = /^utf-?8$/i.test(named) ? null : decoded(bytes, named, false);
  return other ?? new TextDecoder('windows-1252').decode(bytes);
}

/** Null where the bytes are not of this charset, or nobody knows it. */
function decoded(bytes: Buffer, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
