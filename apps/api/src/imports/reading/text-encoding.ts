import { isUtf8 } from 'node:buffer';
import { type EncodingReading, type TextEncodingName } from '@runder-tisch/domain/imports';
import {
  charactersOf,
  isSingleByte,
  plausibility,
  type SingleByteEncoding,
  singleByteEncodings,
} from './single-byte';
import { Unreadable } from './unreadable';
import { decodedMixed, hasUtf8Letters, isBrokenAt, isDoubled, undoubled } from './utf8';

export interface TextEncoding {
  name: TextEncodingName;
  /** Bytes of the mark at the beginning. */
  skip: number;
  /** False where it is a guess that somebody has to confirm. */
  sure: boolean;
  /** What else it may be, with a few lines of each; empty where nothing else is possible. */
  readings: EncodingReading[];
}

const SAMPLE = 4096;
/** So many umlauts in their place are no accident. */
const ENOUGH = 3;

/**
 * How the text of a CSV file is written. Marks, UTF-16 and valid UTF-8 are sure. What is neither comes mostly from
 * Excel on Windows, on a Mac, or from DOS, and is told apart by where umlauts can stand; where two are possible or
 * none reads well, somebody is asked, because a name that was spoilt once is never found again.
 */
export function encodingOf(bytes: Buffer, chosen: TextEncodingName | null = null): TextEncoding {
  const found = foundEncoding(bytes);
  if (!chosen || chosen === found.name) return chosen ? { ...found, sure: true } : found;
  if (!found.readings.some((it) => it.encoding === chosen)) throw new Unreadable('file-letters-lost');
  return { ...found, name: chosen, sure: true };
}

function foundEncoding(bytes: Buffer): TextEncoding {
  const plain = (name: TextEncodingName, skip: number): TextEncoding => ({
    name,
    skip,
    sure: true,
    readings: [],
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain('utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return plain('utf-16be', 2);
  const zeros = zeroShares(bytes.subarray(0, SAMPLE));
  if (zeros.odd > 0.4 && zeros.even < 0.05) return plain('utf-16le', 0);
  if (zeros.even > 0.4 && zeros.odd < 0.05) return plain('utf-16be', 0);
  if (bytes.includes(0)) throw new Unreadable('file-no-table');
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) {
    if (!isDoubled(bytes)) return plain('utf-8', skip);
    return { name: 'utf-8-twice', skip, sure: false, readings: readingsOf(bytes, ['utf-8-twice', 'utf-8']) };
  }
  // Whoever writes letters as UTF-8 does so everywhere: single other bytes are damage, wherever it came from.
  if (hasUtf8Letters(bytes) || skip > 0)
    return {
      name: 'utf-8-mixed',
      skip,
      sure: false,
      readings: readingsOf(bytes, ['utf-8-mixed', ...singleByteEncodings]),
    };
  return { skip: 0, ...oneOfSingleBytes(bytes) };
}

function oneOfSingleBytes(bytes: Buffer): Omit<TextEncoding, 'skip'> {
  const found = singleByteEncodings
    .map((name) => ({ name, ...plausibility(bytes, name) }))
    .sort((one, other) => one.odd - other.odd || other.german - one.german);
  const possible = found.filter((it) => it.odd === 0);
  const windows = possible.find((it) => it.name === 'windows-1252');
  const others = possible.filter((it) => it.name !== 'windows-1252' && it.german > 0);
  const [other] = others;
  const sure: SingleByteEncoding | undefined =
    windows && others.length === 0
      ? windows.name
      : !windows && others.length === 1 && other && other.german >= ENOUGH
        ? other.name
        : undefined;
  const names = found.map((it) => it.name);
  const first = sure ?? names[0] ?? 'windows-1252';
  return {
    name: first,
    sure: sure !== undefined,
    readings: readingsOf(bytes, [first, ...names.filter((name) => name !== first)]),
  };
}

const LINES = 3;
const BEFORE = 60;
const LINE = 160;

/** The first lines that tell the encodings apart, as each of them reads them; two that read alike stand once. */
function readingsOf(bytes: Buffer, encodings: readonly TextEncodingName[]): EncodingReading[] {
  const lines = tellingLines(bytes, encodings.includes('utf-8-mixed'));
  const readings = encodings.map((encoding) => ({
    encoding,
    lines: lines.map((line) => [...decoded(line, { name: encoding, skip: 0 })].join('').trim()),
  }));
  return readings.filter(
    (it, at) => readings.findIndex((other) => other.lines.join('\n') === it.lines.join('\n')) === at,
  );
}

function tellingLines(bytes: Buffer, broken: boolean): Buffer[] {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length && lines.length < LINES; at += 1) {
    if ((bytes[at] ?? 0) < 0x80 || (broken && !isBrokenAt(bytes, at))) continue;
    let start = at;
    while (start > 0 && at - start < BEFORE && !isBreak(bytes[start - 1])) start -= 1;
    while (start > 0 && start < at && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
    let end = at;
    while (end < bytes.length && end - start < LINE && !isBreak(bytes[end])) end += 1;
    while (end > at + 1 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
    lines.push(bytes.subarray(start, end));
    while (end < bytes.length && !isBreak(bytes[end])) end += 1;
    at = end;
  }
  return lines;
}

function isBreak(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function zeroShares(sample: Buffer): { even: number; odd: number } {
  const half = Math.max(1, Math.floor(sample.length / 2));
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  return { even: even / half, odd: odd / half };
}

const PIECE = 64 * 1024;

/** The text piece by piece, so that it never stands in memory as a whole. */
export function* decoded(
  bytes: Buffer,
  { name, skip }: Pick<TextEncoding, 'name' | 'skip'>,
): Generator<string> {
  if (name === 'utf-8-mixed') yield* decodedMixed(bytes, skip);
  else if (isSingleByte(name)) yield* decodedSingle(bytes, name, skip);
  else if (name === 'utf-8-twice')
    for (const line of wholeLines(decodedBy('utf-8', bytes, skip))) yield undoubled(line);
  else yield* decodedBy(name, bytes, skip);
}

function* decodedSingle(bytes: Buffer, name: SingleByteEncoding, skip: number): Generator<string> {
  const characters = charactersOf[name];
  for (let at = skip; at < bytes.length; at += PIECE) {
    let text = '';
    for (const byte of bytes.subarray(at, at + PIECE)) text += characters[byte] ?? '';
    yield text;
  }
}

function* decodedBy(label: string, bytes: Buffer, skip: number): Generator<string> {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  for (let at = skip; at < bytes.length; at += PIECE) {
    const piece = decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    if (piece !== '') yield piece;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The same text cut behind line breaks alone, so that nothing that belongs together is torn. */
function* wholeLines(pieces: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const piece of pieces) {
    const end = piece.lastIndexOf('\n') + 1;
    if (end === 0) waiting += piece;
    else {
      yield waiting + piece.slice(0, end);
      waiting = piece.slice(end);
    }
  }
  if (waiting !== '') yield waiting;
}
