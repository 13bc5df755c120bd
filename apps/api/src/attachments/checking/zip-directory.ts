import { attachmentLimits } from '@runder-tisch/domain/attachments';

export interface ZipEntry {
  name: string;
  packed: number;
  unpacked: number;
  encrypted: boolean;
}

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** Stands where a size needs 64 bits: nothing of 25 MB does. */
const ELSEWHERE = 0xffffffff;

/**
 * The list of contents at the end of a ZIP, of which nothing is unpacked. Null where it is damaged, has something
 * behind it, or does not lie in the `tail`: an honest one of 25 MB does.
 */
export function zipDirectory(tail: Buffer, size: number): ZipEntry[] | null {
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > tail.length || tail.readUInt32LE(end) !== END) return null;
  if (end + END_BYTES + tail.readUInt16LE(end + 20) !== tail.length) return null;
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  const begin = tail.readUInt32LE(end + 16) - (size - tail.length);
  if (begin < 0 || begin + bytes > end || count > attachmentLimits.entries) return null;
  return entries(tail.subarray(begin, begin + bytes), count);
}

function entries(directory: Buffer, count: number): ZipEntry[] | null {
  const found: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const packed = directory.readUInt32LE(at + 20);
    const unpacked = directory.readUInt32LE(at + 24);
    const nameBytes = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const behind = at + ENTRY_BYTES + nameBytes;
    if (behind + rest > directory.length || packed === ELSEWHERE || unpacked === ELSEWHERE) return null;
    const name = directory.toString('utf8', at + ENTRY_BYTES, behind);
    found.push({ name, packed, unpacked, encrypted: (directory.readUInt16LE(at + 8) & 1) === 1 });
    at = behind + rest;
  }
  return at === directory.length ? found : null;
}
