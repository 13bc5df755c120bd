import { yearLetterDocument } from '@runder-tisch/domain/measures/year-letters';
import { formatDate } from '@runder-tisch/domain/time';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import type { PdfDocument } from '../../documents/pdfs';
import type { LetterSource } from './year-letter-facts';

/** What turns the same facts into one day's letter. */
export interface Writing {
  year: number;
  writer: string;
  /** YYYY-MM-DD */
  asOf: string;
}

export function letterDocument(
  source: LetterSource,
  writing: Writing,
  mail: { greeting: string; pageUrl: string } | null = null,
): DocumentContent {
  return yearLetterDocument({ ...writing, ...source, replaces: source.replaces?.sentAt ?? null }, mail);
}

/** What shows through the window of an envelope; nothing where the street is not known. */
export function postalAddress({ address }: Pick<LetterSource, 'address'>): string[] {
  const [name = '', street = '', city = ''] = address;
  return street.trim() === '' || city.trim() === '' ? [] : [name, street, city];
}

/** With a postal address a letter for its envelope, otherwise the sheet alone. */
export function letterPdf(
  document: DocumentContent,
  address: readonly string[],
  { countyName, logoFileId, created }: Pick<PdfDocument, 'countyName' | 'logoFileId' | 'created'>,
): PdfDocument {
  return {
    content: document,
    footer: [countyName, document.subtitle ?? ''].filter(Boolean).join(' · '),
    created,
    countyName,
    logoFileId,
    ...(address.length > 0
      ? {
          letter: {
            sender: countyName,
            recipient: address,
            information: [['Datum', formatDate(new Date(created))]],
          },
        }
      : {}),
  };
}
