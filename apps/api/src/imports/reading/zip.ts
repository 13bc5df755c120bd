import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Unreadable } from './unreadable';

export type { Entry, ZipFile } from 'yauzl';

/** Reads the directory of a ZIP and nothing else; more entries than allowed are refused before they are read. */
export function fromBufferPromise(
  bytes: Buffer,
  mostEntries: number,
): Promise<{ zip: ZipFile; entries: Entry[] }> {
  return new Promise((resolve, reject) => {
    const damaged = (): void => reject(new Unreadable('file-damaged'));
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) return damaged();
      if (zip.entryCount > mostEntries) return reject(new Unreadable('file-unpacks-too-large'));
      const entries: Entry[] = [];
      zip.on('error', damaged);
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}
