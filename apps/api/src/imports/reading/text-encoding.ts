import { isUtf8 } from 'node:buffer';
import { Unreadable } from './unreadable';

export interface TextEncoding {
  /** As TextDecoder names it. */
  decoder: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  label: string;
  /** Bytes of the mark at the beginning. */
  skip: number;
}

const SAMPLE = 4096;

/** How the text of a CSV file is written. What is neither UTF-16 nor valid UTF-8 comes from Excel on Windows. */
export function encodingOf(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { decoder: 'utf-8', label: 'UTF-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { decoder: 'utf-16le', label: 'UTF-16', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { decoder: 'utf-16be', label: 'UTF-16', skip: 2 };
  const zeros = zeroShares(bytes.subarray(0, SAMPLE));
  if (zeros.odd > 0.4 && zeros.even < 0.05) return { decoder: 'utf-16le', label: 'UTF-16', skip: 0 };
  if (zeros.even > 0.4 && zeros.odd < 0.05) return { decoder: 'utf-16be', label: 'UTF-16', skip: 0 };
  if (bytes.includes(0)) throw new Unreadable('file-no-table');
  return isUtf8(bytes)
    ? { decoder: 'utf-8', label: 'UTF-8', skip: 0 }
    : { decoder: 'windows-1252', label: 'Windows-1252', skip: 0 };
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

/** The text piece by piece, so that it never stands in memory as a whole. */
export function* decoded(bytes: Buffer, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding.decoder, { ignoreBOM: true });
  const PIECE = 64 * 1024;
  for (let at = encoding.skip; at < bytes.length; at += PIECE) {
    const piece = decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    if (piece !== '') yield piece;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
