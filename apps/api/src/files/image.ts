/** A picture known by its bytes, not by its name, without what a camera or a program wrote about its maker. */
export interface CleanImage {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
  bytes: Buffer;
}

/** Null for everything that is not a well-formed PNG, JPEG or WebP; SVG never is, because it may carry scripts. */
export function cleanImage(bytes: Buffer): CleanImage | null {
  try {
    return png(bytes) ?? jpeg(bytes) ?? webp(bytes);
  } catch (error) {
    // Reading behind the end: the file is cut off.
    if ((error as Error).name === 'RangeError') return null;
    throw error;
  }
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
]);

function png(bytes: Buffer): CleanImage | null {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE) || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  const kept: Buffer[] = [PNG_SIGNATURE];
  let at = 8;
  for (;;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (PNG_CHUNKS.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  return {
    mediaType: 'image/png',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    bytes: Buffer.concat(kept),
  };
}

const START_OF_SCAN = 0xda;

function jpeg(bytes: Buffer): CleanImage | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === START_OF_SCAN) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    // APP1 is EXIF and XMP, APP13 IPTC, FE a comment.
    if (![0xe1, 0xed, 0xfe].includes(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!size) return null;
  const scans = bytes.subarray(at, endOfScans(bytes, at));
  return { mediaType: 'image/jpeg', ...size, bytes: Buffer.concat([...kept, scans]) };
}

const END_OF_IMAGE = 0xd9;

/** Where the picture ends: what somebody put behind it is not part of it. */
function endOfScans(bytes: Buffer, begin: number): number {
  for (let at = begin; ;) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === END_OF_IMAGE) return at + 2;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker !== START_OF_SCAN) continue;
    at = nextMarker(bytes, at);
    // Cut off in the middle: the rest of it is grey.
    if (at < 0) return bytes.length;
  }
}

/** In the data of a scan FF is followed by nothing or by a mark that begins it again. */
function nextMarker(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const marker = bytes.readUInt8(at + 1);
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return -1;
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const WITHOUT_EXIF_AND_XMP = 0b1111_0011;

function webp(bytes: Buffer): CleanImage | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  if (bytes.readUInt32LE(4) + 8 > bytes.length) return null;
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | null = null;
  for (let at = 12; at < bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > bytes.length) return null;
    size ??= webpSize(bytes.subarray(at + 8, at + 8 + length), type);
    if (WEBP_CHUNKS.has(type)) {
      const chunk = Buffer.from(bytes.subarray(at, end));
      if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & WITHOUT_EXIF_AND_XMP, 8);
      kept.push(chunk);
    }
    at = end;
  }
  if (!size) return null;
  const body = Buffer.concat(kept);
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return { mediaType: 'image/webp', ...size, bytes: Buffer.concat([head, body]) };
}

function webpSize(data: Buffer, type: string): { width: number; height: number } | null {
  if (type === 'VP8X') return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  if (type === 'VP8 ') return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  if (type !== 'VP8L') return null;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
