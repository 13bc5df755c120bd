import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';

/** What somebody else made is saved, never opened within our pages. */
export function attachedFile(name: string, bytes: Readable): StreamableFile {
  const plain = name.replace(/[^\x20-\x7E]|["\\]/g, '_');
  // In this header the signs encodeURIComponent leaves alone have a meaning of their own (RFC 8187).
  const coded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new StreamableFile(bytes, {
    type: 'application/octet-stream',
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${coded}`,
  });
}
