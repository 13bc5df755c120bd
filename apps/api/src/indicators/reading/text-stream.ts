import { decoded, encodingOf, type TextEncoding } from '../../imports/reading/text-encoding';
import { Unreadable } from '../../imports/reading/unreadable';
import { cellLimits } from './cell-limits';

/** So much is looked at to tell how a text is written; files of this size and less are looked at whole. */
const SAMPLE = 1024 * 1024;
const NEWLINE = 0x0a;

/** A text of any encoding, piece by piece: it may be larger than what fits into memory. */
export async function* textOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let encoding: TextEncoding | null = null;
  let utf16: TextDecoder | null = null;
  let ascii = true;
  let length = 0;
  for await (const { piece, last } of pieces(bytes)) {
    length += piece.length;
    if (length > cellLimits.textBytes) throw new Unreadable('file-too-large');
    // Whatever comes before the first umlaut reads alike in most encodings.
    if (encoding === null || (ascii && !isAscii(piece))) {
      const found = encodingOf(piece);
      encoding = encoding === null ? found : { ...found, skip: 0 };
      ascii = isAscii(piece);
      if (encoding.name.startsWith('utf-16')) utf16 = new TextDecoder(encoding.name, { ignoreBOM: true });
    }
    const skip = encoding.skip;
    encoding = { ...encoding, skip: 0 };
    if (utf16) {
      const text = utf16.decode(piece.subarray(skip), { stream: !last });
      if (text !== '') yield text;
    } else
      for (const text of decoded(piece, { name: encoding.name, skip })) {
        if (text.includes('\uFFFD')) throw new Unreadable('file-letters-lost');
        yield text;
      }
  }
}

/** Pieces that end behind a line break, so that no letter is torn; the last one ends with the file. */
async function* pieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length < SAMPLE) continue;
    const whole = Buffer.concat(parts);
    const end = whole.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      if (length > 16 * SAMPLE) throw new Unreadable('file-no-table');
      continue;
    }
    yield { piece: whole.subarray(0, end), last: false };
    parts = [whole.subarray(end)];
    length = whole.length - end;
  }
  yield { piece: Buffer.concat(parts), last: true };
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}
