import type { DocumentContent } from '@runder-tisch/domain/documents';

export interface PdfOptions {
  /** Left in the foot of every page, e.g. "Netzwerk Frühe Hilfen · Protokoll vom 16. Januar 2025". */
  readonly footer: string;
  /** Date of the file, from the clock. */
  readonly created: Date;
  readonly countyName?: string;
  readonly accent?: string;
  /** PNG, JPEG or WebP. */
  readonly logo?: Uint8Array;
  /** PNG or JPEG for the picture blocks, by the name each has there. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  /** Makes own paths absolute; without it they are printed as words. */
  readonly publicUrl?: string;
  readonly letter?: Letter;
  /** Others in the same file, each on a sheet of paper of its own and with its own count of pages. */
  readonly bound?: { readonly title: string; readonly after: readonly PdfSheet[] };
  /** Smaller letters and gaps, for a sheet that has to stay one page. */
  readonly dense?: boolean;
}

export interface PdfSheet {
  readonly content: DocumentContent;
  readonly footer: string;
  readonly letter?: Letter | undefined;
}

/** A letter to one person: address field, information block and fold marks of DIN 5008, form B. */
export interface Letter {
  /** Line above the address, as it shows through the window: "Landkreis …, Am Flugplatz 1, 06366 Köthen". */
  readonly sender: string;
  readonly recipient: readonly string[];
  /** "Datum", "Ihr Zeichen", "Telefon" … */
  readonly information: readonly (readonly [label: string, value: string])[];
}
