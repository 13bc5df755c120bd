import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from './zip';
import { readingLimits } from './reading-limits';
import { Unreadable } from './unreadable';

/** The parts of a workbook. Sizes are checked in the directory first and again while a part is unpacked. */
export class WorkbookArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Buffer): Promise<WorkbookArchive> {
    const { zip, entries } = await fromBufferPromise(bytes, readingLimits.entries);
    const byName = new Map(entries.map((entry) => [keyOf(entry.fileName), entry]));
    if (byName.has('encryptedpackage') || entries.some((entry) => entry.isEncrypted()))
      throw new Unreadable('file-encrypted');
    if (byName.has('mimetype') && byName.has('content.xml')) throw new Unreadable('file-open-document');
    for (const entry of entries) {
      const packed = Math.max(entry.compressedSize, 1);
      if (
        entry.uncompressedSize > readingLimits.ratioFrom &&
        entry.uncompressedSize / packed > readingLimits.packedRatio
      )
        throw new Unreadable('file-unpacks-too-large');
    }
    return new WorkbookArchive(zip, byName);
  }

  /** Names of all parts, as the directory has them. */
  names(): string[] {
    return [...this.entries.values()].map(({ fileName }) => fileName);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** One part, unpacked piece by piece; it ends with a refusal where more comes out than the directory says. */
  async stream(name: string, most: number): Promise<Readable> {
    const entry = this.check(name, most);
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error) reject(new Unreadable('file-damaged'));
        else resolve(stream);
      });
    });
  }

  /** What the directory says of a part, before anything is unpacked. */
  check(name: string, most: number): Entry {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw new Unreadable('file-damaged');
    if (entry.uncompressedSize > most) throw new Unreadable('file-unpacks-too-large');
    return entry;
  }
}

/** Names of parts are the same in capitals and small letters (OPC). */
function keyOf(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}
