import { StreamableFile } from '@nestjs/common';

/** Opened in the browser, saved under its German name. */
export function pdfDownload({ name, bytes }: { name: string; bytes: Buffer }): StreamableFile {
  const plain = name.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
