import { attachmentLimits, type AttachmentRefusal } from '@runder-tisch/domain/attachments';
import { zipDirectory, type ZipEntry } from './zip-directory';

/** How many times larger something may become that is unpacked; drawings and tables of words reach a hundred. */
const MOST_TIMES = 300;
const SMALL_BYTES = 20 * 1024 * 1024;

const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml|Basic\/|Scripts\/)/i;
const ARCHIVES = /\.(zip|rar|7z|gz|tgz|bz2|xz|jar|cab|iso)$/i;
const PROGRAMS =
  /\.(exe|com|dll|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|sh|app|apk|docm|dotm|xlsm|xlam|xltm|xlsb|pptm|ppsm|svg|html?)$/i;

/** Why a file of an office program is refused; its list of contents is read and nothing is unpacked. */
export function checkOfficeFile(
  tail: Buffer,
  size: number,
  content: 'office-open-xml' | 'open-document',
): AttachmentRefusal | null {
  const entries = zipDirectory(tail, size);
  if (!entries || entries.length === 0) return 'attachment-not-what-it-says';
  if (entries.some(({ encrypted }) => encrypted)) return 'attachment-locked';
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length || entries.some(({ name }) => leavesItsFolder(name)))
    return 'attachment-not-what-it-says';
  const mark = content === 'office-open-xml' ? '[Content_Types].xml' : 'content.xml';
  if (!names.has(mark)) return 'attachment-not-what-it-says';
  const unpacked = sum(entries, (it) => it.unpacked);
  if (unpacked > attachmentLimits.unpackedBytes) return 'attachment-unpacks-too-large';
  if (unpacked > SMALL_BYTES && unpacked > size * MOST_TIMES) return 'attachment-unpacks-too-large';
  // Entries that lie upon each other are counted more than once.
  if (sum(entries, (it) => it.packed) > size) return 'attachment-unpacks-too-large';
  if (entries.some(({ name }) => ARCHIVES.test(name))) return 'attachment-archive';
  if (entries.some(({ name }) => MACROS.test(name) || PROGRAMS.test(name))) return 'attachment-macros';
  return null;
}

function leavesItsFolder(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || name.includes('\0') || name.split('/').includes('..');
}

function sum(entries: readonly ZipEntry[], of: (entry: ZipEntry) => number): number {
  return entries.reduce((sofar, entry) => sofar + of(entry), 0);
}
