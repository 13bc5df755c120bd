import type { TextEncodingName } from '@runder-tisch/domain/imports';

/** The upper half of CP850, which no decoder of the platform knows. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

export const singleByteEncodings = ['windows-1252', 'macintosh', 'cp850'] as const;
export type SingleByteEncoding = (typeof singleByteEncodings)[number];

/** The character of each byte. */
export const charactersOf: Readonly<Record<SingleByteEncoding, readonly string[]>> = {
  'windows-1252': decodedTable('windows-1252'),
  macintosh: decodedTable('macintosh'),
  cp850: [...asciiTable(), ...CP850],
};

export function isSingleByte(encoding: TextEncodingName): encoding is SingleByteEncoding {
  return (singleByteEncodings as readonly string[]).includes(encoding);
}

function asciiTable(): string[] {
  return Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte));
}

function decodedTable(label: string): string[] {
  return [...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
}

export interface Plausibility {
  /** Umlauts and ß where a German word may have them. */
  german: number;
  /** Signs that no list has there: "K÷then", "JŸrgen", "Gr§er". */
  odd: number;
}

const GERMAN = new Set('äöüÄÖÜß');
const SIGNS = new Set('„“”‚‘’‹›«»–—…•·†‡§€£°²³¹¼½¾×©®™´`µ\u00A0\u00AD');
/** These stand between two letters as well: "O’Neill", "Köthen–Anhalt". */
const WITHIN_WORDS = new Set('’‘´–—\u00AD');
const NO_LETTERS_HERE = new Set('ªºƒﬁﬂı');

const Kind = { Other: 0, Lower: 1, Upper: 2, Sign: 3, Joint: 4, Odd: 5 } as const;

/** How well all bytes above ASCII read as letters and signs of a German list. */
export function plausibility(bytes: Buffer, encoding: SingleByteEncoding): Plausibility {
  const characters = charactersOf[encoding];
  const kinds = Uint8Array.from(characters, kindOf);
  const german = Uint8Array.from(characters, (character) => (GERMAN.has(character) ? 1 : 0));
  const kindAt = (at: number): number => kinds[bytes[at] ?? 0x20] ?? Kind.Other;
  const found: Plausibility = { german: 0, odd: 0 };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (fits(kindAt(at), kindAt(at - 1), kindAt(at + 1))) found.german += german[byte] ?? 0;
    else found.odd += 1;
  }
  return found;
}

function kindOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    if (/[a-z]/.test(character)) return Kind.Lower;
    return /[A-Z]/.test(character) ? Kind.Upper : Kind.Other;
  }
  // It stands among capitals as well: "GRÖßE".
  if (character === 'ß') return Kind.Other;
  if (WITHIN_WORDS.has(character)) return Kind.Joint;
  if (SIGNS.has(character)) return Kind.Sign;
  if (!/^\p{Script=Latin}$/u.test(character) || NO_LETTERS_HERE.has(character)) return Kind.Odd;
  return character === character.toLowerCase() ? Kind.Lower : Kind.Upper;
}

function fits(kind: number, before: number, behind: number): boolean {
  const isLetter = (it: number): boolean => it === Kind.Lower || it === Kind.Upper;
  if (kind === Kind.Odd) return false;
  // A capital within a word, or the second of two before small letters.
  if (kind === Kind.Upper) return before !== Kind.Lower && !(before === Kind.Upper && behind === Kind.Lower);
  return kind !== Kind.Sign || !(isLetter(before) && isLetter(behind));
}
