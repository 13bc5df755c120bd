import { attachmentLimits, type AttachmentRefusal, attachmentTypeOf } from '@runder-tisch/domain/attachments';
import { type CleanImage, cleanImage } from '../../files/image';
import { checkOfficeFile } from './check-office-file';

/** What is kept: the file as it came, or a picture without what the camera wrote into it. */
export type Checked = { refusal: AttachmentRefusal } | { picture: CleanImage | null };

/** So much of the end of a file is held in memory: the list of contents of 5,000 entries fits in. */
const TAIL_BYTES = 1024 * 1024;
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ARCHIVE_ENDINGS = ['zip', 'rar', '7z', 'gz', 'tgz', 'tar', 'bz2', 'xz', 'jar', 'cab', 'iso'];
const MACRO_ENDINGS = ['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'xlam', 'pptm', 'potm', 'ppsm'];
const OLD_ENDINGS = ['doc', 'xls', 'ppt', 'dot', 'xlt', 'pps'];

/**
 * What a file is, by its own bytes: the name alone convinces nobody. Only of a picture more than its beginning and
 * its end is held at a time, and nothing is ever unpacked, drawn or run.
 */
export async function checkFile(
  ending: string,
  size: number,
  parts: AsyncIterable<Buffer>,
): Promise<Checked> {
  if (size === 0) return { refusal: 'attachment-empty' };
  const type = attachmentTypeOf(ending);
  if (!type) return { refusal: unknownEnding(ending) };
  if (type.content === 'picture') return checkPicture(type.mediaType, await whole(parts));
  const { head, tail, readable } = await looked(parts);
  if (head.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) return { refusal: 'attachment-locked' };
  if (type.content === 'text') return taken(readable ? null : 'attachment-not-what-it-says');
  if (type.content === 'pdf') return taken(isPdf(head, tail) ? null : 'attachment-not-what-it-says');
  if (head.toString('latin1', 0, 4) !== 'PK\x03\x04') return { refusal: 'attachment-not-what-it-says' };
  return taken(checkOfficeFile(tail, size, type.content));
}

function taken(refusal: AttachmentRefusal | null): Checked {
  return refusal ? { refusal } : { picture: null };
}

function unknownEnding(ending: string): AttachmentRefusal {
  if (ARCHIVE_ENDINGS.includes(ending)) return 'attachment-archive';
  if (MACRO_ENDINGS.includes(ending)) return 'attachment-macros';
  return OLD_ENDINGS.includes(ending) ? 'attachment-locked' : 'attachment-type-refused';
}

function checkPicture(mediaType: string, bytes: Buffer): Checked {
  const picture = cleanImage(bytes);
  if (!picture || picture.mediaType !== mediaType || picture.width === 0 || picture.height === 0)
    return { refusal: 'attachment-not-what-it-says' };
  if (picture.width * picture.height > attachmentLimits.pixels)
    return { refusal: 'attachment-picture-too-large' };
  return { picture };
}

/** A PDF begins as one and ends as one: what hides another file before or behind it does not. */
function isPdf(head: Buffer, tail: Buffer): boolean {
  return (
    head.toString('latin1', 0, 5) === '%PDF-' && /%%EOF\s*$/.test(tail.subarray(-1024).toString('latin1'))
  );
}

async function whole(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const kept: Buffer[] = [];
  for await (const part of parts) kept.push(part);
  return Buffer.concat(kept);
}

async function looked(
  parts: AsyncIterable<Buffer>,
): Promise<{ head: Buffer; tail: Buffer; readable: boolean }> {
  let head: Buffer | null = null;
  let tail: Buffer = Buffer.alloc(0);
  let readable = true;
  for await (const part of parts) {
    head ??= part.subarray(0, 1024);
    if (part.includes(0)) readable = false;
    tail = Buffer.concat([tail, part]).subarray(-TAIL_BYTES);
  }
  return { head: head ?? tail, tail, readable };
}
