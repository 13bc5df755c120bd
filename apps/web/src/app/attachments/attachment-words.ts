import {
  attachmentTypeOf,
  type AttachmentItem,
  type AttachmentVersionView,
} from '@runder-tisch/domain/attachments';

/** "PDF, 1,2 MB" */
export function fileWords({ ending, size }: Pick<AttachmentVersionView, 'ending' | 'size'>): string {
  return `${attachmentTypeOf(ending)?.label ?? ending.toUpperCase()}, ${sizeWords(size)}`;
}

/** The preview is the whole picture: larger ones are looked at on their own page. */
const PREVIEW_BYTES = 3 * 1024 * 1024;

/** Shown beside its name in a list. */
export function isSmallPicture({ current }: AttachmentItem): boolean {
  return attachmentTypeOf(current.ending)?.content === 'picture' && current.size <= PREVIEW_BYTES;
}

const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} Byte`;
  if (bytes < 1024 * 1024) return `${number.format(Math.round(bytes / 1024))} KB`;
  return `${number.format(bytes / 1024 / 1024)} MB`;
}
