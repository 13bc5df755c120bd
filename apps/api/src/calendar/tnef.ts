import { rtfText } from './rtf';
import { htmlText } from './plain-text';

const SIGNATURE = 0x223e9f78;
const BYTES_MOST = 2 * 1024 * 1024;
const BODY_MOST = 256 * 1024;
const PROPERTIES_MOST = 5000;

/** Attributes of the message ([MS-OXTNEF] 2.1.3.2); those of its attachments are skipped. */
const attributes = { body: 0x0002800c, codePage: 0x00069007, properties: 0x00069003 };
/** Properties that carry a body ([MS-OXPROPS]). */
const tags = { body: 0x1000, rtf: 0x1009, html: 0x1013, codePage: 0x3fde };

interface Found {
  codePage: number;
  attribute: Buffer | null;
  properties: Map<number, { type: number; value: Buffer }>;
}

/**
 * The text of a mail that Outlook packed into `winmail.dat`: its plain body, else the words of its HTML or RTF.
 * Empty where it has none or is no such file.
 */
export function tnefText(bytes: Buffer): string {
  try {
    const found = read(bytes.subarray(0, BYTES_MOST));
    const named = found.properties.get(tags.codePage)?.value.readUInt32LE(0);
    return bodyOf(found, named || found.codePage);
  } catch {
    // Cut off or damaged: it says nothing.
    return '';
  }
}

function bodyOf({ properties, attribute }: Found, codePage: number): string {
  const plain = properties.get(tags.body);
  if (plain) return decoded(plain.value, plain.type === STRING_WIDE ? 1200 : codePage);
  if (attribute) return decoded(attribute, codePage);
  const html = properties.get(tags.html);
  if (html) return htmlText(decoded(html.value, html.type === STRING_WIDE ? 1200 : codePage));
  const rtf = properties.get(tags.rtf);
  return rtf ? rtfText(rtf.value) : '';
}

function read(bytes: Buffer): Found {
  const found: Found = { codePage: 1252, attribute: null, properties: new Map() };
  if (bytes.readUInt32LE(0) !== SIGNATURE) return found;
  // Level, id, length; behind the value two bytes of a checksum.
  for (let at = 6; at + 9 <= bytes.length;) {
    const [level, id, length] = [bytes.readUInt8(at), bytes.readUInt32LE(at + 1), bytes.readUInt32LE(at + 5)];
    const value = bytes.subarray(at + 9, at + 9 + length);
    at += 11 + length;
    if (level !== 1) continue;
    if (id === attributes.body) found.attribute = value;
    if (id === attributes.codePage) found.codePage = value.readUInt32LE(0);
    if (id === attributes.properties) readProperties(value, found);
  }
  return found;
}

const STRING = 0x001e;
const STRING_WIDE = 0x001f;
const sizes: Partial<Record<number, number>> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x000a: 4,
  0x000b: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};
const withLength = new Set([0x000d, STRING, STRING_WIDE, 0x0102]);

/** One behind the other without an index: after a kind that is not known nothing can be read. */
function readProperties(bytes: Buffer, found: Found): void {
  const count = Math.min(bytes.readUInt32LE(0), PROPERTIES_MOST);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= bytes.length; index += 1) {
    const [flagged, tag] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
    at += 4;
    if (tag >= 0x8000) at = behindName(bytes, at);
    const type = flagged & 0x0fff;
    const several = (flagged & 0x1000) !== 0 || withLength.has(type);
    const values = several ? bytes.readUInt32LE(at) : 1;
    if (several) at += 4;
    for (let value = 0; value < values; value += 1) {
      const size = sizes[type];
      if (size === undefined && !withLength.has(type)) return;
      const length = size ?? bytes.readUInt32LE(at);
      if (size === undefined) at += 4;
      if (at + length > bytes.length) return;
      if (value === 0) found.properties.set(tag, { type, value: bytes.subarray(at, at + length) });
      at += padded(length);
    }
  }
}

/** A property without a number of its own carries a name: a number again, or a text. */
function behindName(bytes: Buffer, at: number): number {
  const kind = bytes.readUInt32LE(at + 16);
  return kind === 0 ? at + 24 : at + 24 + padded(bytes.readUInt32LE(at + 20));
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** Windows' numbers of charsets; what is not known is read as Western. */
const charsets: Partial<Record<number, string>> = {
  1200: 'utf-16le',
  10000: 'macintosh',
  20127: 'us-ascii',
  20866: 'koi8-r',
  28591: 'iso-8859-1',
  28592: 'iso-8859-2',
  28605: 'iso-8859-15',
  65001: 'utf-8',
};

function decoded(value: Buffer, codePage: number): string {
  const name = charsets[codePage] ?? `windows-${codePage}`;
  const bytes = value.subarray(0, BODY_MOST);
  const text = new TextDecoder(isKnown(name) ? name : 'windows-1252').decode(bytes);
  return text.split('\0')[0] ?? '';
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}
