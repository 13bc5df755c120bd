import { StreamableFile } from '@nestjs/common';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import type { DocxOptions } from './as-docx';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The document as a Word file that is kept under its German name. Its writer is loaded with the first one: most
 * processes never write any.
 */
export async function docxFile(
  name: string,
  content: DocumentContent,
  options: DocxOptions,
): Promise<StreamableFile> {
  const { asDocx } = await import('./as-docx');
  const plain = name.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return new StreamableFile(await asDocx(content, options), {
    type: DOCX,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
