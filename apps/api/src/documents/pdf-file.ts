import { StreamableFile } from '@nestjs/common';

/** A PDF that opens in the browser and is kept under its German name. */
export function pdfFile(file: { name: string; bytes: Buffer }): StreamableFile {
  const plain = file.name.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return new StreamableFile(file.bytes, {
    type: 'application/pdf',
    disposition: `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}
