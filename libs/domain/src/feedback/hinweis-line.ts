import { note, quote, type Block } from '../documents';

/** The kind under which a Hinweis stands in the minutes. */
export const hinweisLineKind = 'FEEDBACK';

/** What the minutes may print of a Hinweis: no text before somebody has checked it. */
export interface PrintableHinweis {
  number: string | null;
  text: string | null;
  speakerRole: string;
}

/** A Hinweis in the protocol: its checked words with the role of who said them, or only that it was taken. */
export function printedHinweis({ number, text, speakerRole }: PrintableHinweis): readonly Block[] {
  if (text) return [quote(text, speakerRole || 'Hinweis aus der Runde')];
  return [note(`Hinweis aufgenommen${number ? ` (${number})` : ''}.`)];
}
