import { attachmentTypeOf, type AttachmentVersionView } from '@runder-tisch/domain/attachments';

/** "PDF, 1,2 MB" */
export function fileWords({ ending, size }: Pick<AttachmentVersionView, 'ending' | 'size'>): string {
  return `${attachmentTypeOf(ending)?.label ?? ending.toUpperCase()}, ${sizeWords(size)}`;
}

const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} Byte`;
  if (bytes < 1024 * 1024) return `${number.format(Math.round(bytes / 1024))} KB`;
  return `${number.format(bytes / 1024 / 1024)} MB`;
}
