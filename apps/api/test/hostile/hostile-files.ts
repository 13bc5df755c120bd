import { deflateRawSync, gzipSync } from 'node:zlib';
import type { AttachmentRefusal } from '@runder-tisch/domain/attachments';
import { workbook, zip, type ZipPart } from '../../src/imports/reading/workbook-fixture';
import { onePixel, png } from './pictures';

export interface HostileFile {
  what: string;
  name: string;
  bytes: () => Buffer;
  /** What the Unterlagen say: a refusal, or that it is kept and comes back as a harmless download. */
  attachment: AttachmentRefusal | 'download';
}

const MIB = 1024 * 1024;
const text = (words: string): Buffer => Buffer.from(words);
const part = (name: string, data: Buffer | string = 'x', more: Partial<ZipPart> = {}): ZipPart => ({
  name,
  data: Buffer.from(data),
  ...more,
});
const document = (...more: ZipPart[]): Buffer =>
  zip([part('[Content_Types].xml', '<Types/>'), part('word/document.xml', '<w:document/>'), ...more]);
const script = '<script>fetch("/api/accounts")</script>';
const pdf = (inside = ''): Buffer => text(`%PDF-1.7\n${inside}\ntrailer<<>>\n%%EOF\n`);
const jpeg = (behind: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    // A frame of one pixel.
    Buffer.from('ffc0000b080001000101011100', 'hex'),
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.from('00ffd9', 'hex'),
    behind,
  ]);

/** Whatever an archive of archives unpacks to is nothing we ever look at. */
const nested = (depth: number): Buffer =>
  depth === 0
    ? Buffer.alloc(MIB)
    : zip(Array.from({ length: 8 }, (_, at) => part(`${at}.zip`, nested(depth - 1))));

/** Thirty-two of what somebody may send us, made here, so that nothing hostile lies in the repository. */
export const hostileFiles: readonly HostileFile[] = [
  { what: 'nothing at all', name: 'leer.pdf', bytes: () => Buffer.alloc(0), attachment: 'attachment-empty' },
  {
    what: 'a zip bomb called a document',
    name: 'bombe.docx',
    bytes: () => document(part('word/media/null.bin', Buffer.alloc(260 * MIB))),
    attachment: 'attachment-unpacks-too-large',
  },
  {
    what: 'a small zip bomb called a workbook',
    name: 'bombe.xlsx',
    bytes: () => workbook({}, { sheet: () => Buffer.alloc(60 * MIB, 32) }),
    attachment: 'attachment-unpacks-too-large',
  },
  {
    what: 'an archive that claims to be 4 GB large',
    name: 'riesig.docx',
    bytes: () => document(part('word/a.xml', 'x', { claims: 0xfffffffe })),
    attachment: 'attachment-unpacks-too-large',
  },
  {
    what: 'an archive that claims to need 64 bits',
    name: 'zip64.docx',
    bytes: () => document(part('word/a.xml', 'x', { claims: 0xffffffff })),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'archives in archives',
    name: 'verschachtelt.zip',
    bytes: () => nested(3),
    attachment: 'attachment-archive',
  },
  {
    what: 'an archive in a document',
    name: 'verschachtelt.docx',
    bytes: () => document(part('word/embeddings/a.zip', nested(1))),
    attachment: 'attachment-archive',
  },
  {
    what: 'ten thousand entries',
    name: 'viele.docx',
    bytes: () => document(...Array.from({ length: 10_000 }, (_, at) => part(`word/${at}.xml`))),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'an entry that leaves its folder',
    name: 'ausbruch.docx',
    bytes: () => document(part('../../etc/cron.d/x')),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'the same entry twice',
    name: 'doppelt.docx',
    bytes: () => document(part('word/a.xml'), part('word/a.xml', 'y')),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'a document with a password',
    name: 'geheim.docx',
    bytes: () => document(part('word/a.xml', 'x', { encrypted: true })),
    attachment: 'attachment-locked',
  },
  {
    what: 'an old document of Word',
    name: 'alt.doc',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
    attachment: 'attachment-locked',
  },
  {
    what: 'an old document called a new one',
    name: 'alt.docx',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
    attachment: 'attachment-locked',
  },
  {
    what: 'a document with macros',
    name: 'makro.docm',
    bytes: () => document(part('word/vbaProject.bin')),
    attachment: 'attachment-macros',
  },
  {
    what: 'macros in a document that hides them',
    name: 'makro.docx',
    bytes: () => document(part('word/vbaProject.bin')),
    attachment: 'attachment-macros',
  },
  {
    what: 'macros in a workbook that hides them',
    name: 'makro.xlsx',
    bytes: () => document(part('xl/vbaProject.bin')),
    attachment: 'attachment-macros',
  },
  {
    what: 'macros in an OpenDocument',
    name: 'makro.ods',
    bytes: () => zip([part('content.xml'), part('Basic/Standard/Module1.xml')]),
    attachment: 'attachment-macros',
  },
  {
    what: 'a program in a document',
    name: 'programm.docx',
    bytes: () => document(part('word/embeddings/rechnung.exe', 'MZ')),
    attachment: 'attachment-macros',
  },
  {
    what: 'a cut-off document',
    name: 'halb.docx',
    bytes: () => document().subarray(0, 120),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'a program',
    name: 'setup.exe',
    bytes: () => text('MZ\x90'),
    attachment: 'attachment-type-refused',
  },
  {
    what: 'a program called a PDF',
    name: 'rechnung.pdf',
    bytes: () => Buffer.concat([text('MZ'), Buffer.alloc(600)]),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'scripts in a drawing',
    name: 'bild.svg',
    bytes: () => text(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`),
    attachment: 'attachment-type-refused',
  },
  {
    what: 'a drawing called a picture',
    name: 'bild.png',
    bytes: () => text(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'a page called a picture',
    name: 'seite.png',
    bytes: () => text(`<!doctype html>${script}`),
    attachment: 'attachment-not-what-it-says',
  },
  { what: 'a page', name: 'seite.html', bytes: () => text(script), attachment: 'attachment-type-refused' },
  {
    what: 'a page in words of a text',
    name: 'seite.txt',
    bytes: () => text(`<!doctype html>${script}`),
    attachment: 'download',
  },
  {
    what: 'a picture with a page in its comment',
    name: 'kommentar.png',
    bytes: () => png({}, [{ type: 'tEXt', data: text(`Comment\0${script}`) }]),
    attachment: 'download',
  },
  {
    what: 'a picture with an archive behind it',
    name: 'anhang.png',
    bytes: () => Buffer.concat([onePixel, zip([part('a.js', script)])]),
    attachment: 'download',
  },
  {
    what: 'a photograph with a page behind it',
    name: 'anhang.jpg',
    bytes: () => jpeg(text(`<html>${script}</html>`)),
    attachment: 'download',
  },
  {
    what: 'a picture of ten thousand million pixels',
    name: 'riesig.png',
    bytes: () => png({ says: { width: 100_000, height: 100_000 } }),
    attachment: 'attachment-picture-too-large',
  },
  {
    what: 'a PDF with a script and a page behind it',
    name: 'polyglott.pdf',
    bytes: () => Buffer.concat([pdf(`1 0 obj<</OpenAction<</S/JavaScript>>>>`), text(`<html>${script}`)]),
    attachment: 'attachment-not-what-it-says',
  },
  {
    what: 'the test sign of virus scanners, packed',
    name: 'eicar.csv',
    bytes: () => gzipSync(Buffer.concat([deflateRawSync(text('X5O!P%@AP')), Buffer.alloc(64)])),
    attachment: 'attachment-not-what-it-says',
  },
];

/** Names that lie, each with the ending that counts in the end. */
export const hostileNames: readonly [name: string, stored: string][] = [
  ['../../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Windows\\System32\\einladung.txt', 'einladung.txt'],
  ['rechnung\u202Etxt.txt', 'rechnungtxt.txt'],
  ['<img src=x onerror=alert(1)>.txt', '_img src=x onerror=alert(1)_.txt'],
  ['..txt', 'Datei.txt'],
  ['Entwurf "neu".txt', 'Entwurf _neu_.txt'],
];
