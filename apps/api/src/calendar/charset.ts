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

/** The signs of Windows-1252 that are not ISO-8859-1's, by their bytes. */
const western = new Map(
  Array.from({ length: 32 }, (_, index) => 0x80 + index).map((byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

const MENDED_MOST = 256 * 1024;

/** A text that was read as Western and is UTF-8 (`GrÃ¼ÃŸe`), as it was meant; any other as it is. */
export function mended(text: string): string {
  if (text.length > MENDED_MOST) return text;
  const bytes = Array.from(text, (sign) => western.get(sign) ?? sign.codePointAt(0) ?? 0);
  return bytes.some((byte) => byte > 0xff) ? text : (decoded(Buffer.from(bytes), 'utf-8', true) ?? text);
}

const TEXT_PART = /^(content-type:[ \t]{0,9}text\/(?:plain|html))(?:;\s{0,9}charset="?[\w-]{1,40}"?)?/gim;

/** A mail whose texts are not in the charset they name, or name none: Western then, as old programs write. */
export function calledWestern(mail: Buffer): Buffer {
  const named = mail.toString('latin1').replace(TEXT_PART, '$1; charset=windows-1252');
  return Buffer.from(named, 'latin1');
}
