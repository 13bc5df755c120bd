/** What a file of this ending has to be inside, whatever it is called. */
export type AttachmentContent = 'pdf' | 'office-open-xml' | 'open-document' | 'picture' | 'text';

export interface AttachmentType {
  readonly ending: string;
  readonly label: string;
  readonly mediaType: string;
  readonly content: AttachmentContent;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Everything else is refused: programs, pages, drawings with scripts, macros and archives have no entry here. */
export const attachmentTypes: readonly AttachmentType[] = [
  { ending: 'pdf', label: 'PDF', mediaType: 'application/pdf', content: 'pdf' },
  {
    ending: 'docx',
    label: 'Word',
    mediaType: `${openXml}.wordprocessingml.document`,
    content: 'office-open-xml',
  },
  { ending: 'xlsx', label: 'Excel', mediaType: `${openXml}.spreadsheetml.sheet`, content: 'office-open-xml' },
  {
    ending: 'pptx',
    label: 'PowerPoint',
    mediaType: `${openXml}.presentationml.presentation`,
    content: 'office-open-xml',
  },
  { ending: 'odt', label: 'OpenDocument', mediaType: `${openDocument}.text`, content: 'open-document' },
  {
    ending: 'ods',
    label: 'OpenDocument',
    mediaType: `${openDocument}.spreadsheet`,
    content: 'open-document',
  },
  {
    ending: 'odp',
    label: 'OpenDocument',
    mediaType: `${openDocument}.presentation`,
    content: 'open-document',
  },
  { ending: 'txt', label: 'Text', mediaType: 'text/plain', content: 'text' },
  { ending: 'csv', label: 'CSV', mediaType: 'text/csv', content: 'text' },
  { ending: 'ics', label: 'Kalender', mediaType: 'text/calendar', content: 'text' },
  { ending: 'png', label: 'Bild', mediaType: 'image/png', content: 'picture' },
  { ending: 'jpg', label: 'Bild', mediaType: 'image/jpeg', content: 'picture' },
  { ending: 'jpeg', label: 'Bild', mediaType: 'image/jpeg', content: 'picture' },
  { ending: 'webp', label: 'Bild', mediaType: 'image/webp', content: 'picture' },
];

export const attachmentAccept = attachmentTypes.map(({ ending }) => `.${ending}`).join(',');

export function attachmentTypeOf(ending: string): AttachmentType | null {
  return attachmentTypes.find((it) => it.ending === ending) ?? null;
}
