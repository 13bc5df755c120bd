import type { DocumentContent } from '@runder-tisch/domain/documents';
import template from './pdf/document.typ';
import { printedFacts } from './pdf/facts';
import { withRowHeads } from './pdf/row-heads';
import { compileTypst } from './pdf/typst';
import words from './pdf/words.typ';

export interface PdfOptions {
  /** Left in the foot of every page, e.g. "Netzwerk Frühe Hilfen · Protokoll vom 16. Januar 2025". */
  readonly footer: string;
  /** Date of the file, from the clock. */
  readonly created: Date;
  readonly countyName?: string;
  readonly accent?: string;
  /** PNG, JPEG or WebP. */
  readonly logo?: Uint8Array;
  /** Makes own paths absolute; without it they are printed as words. */
  readonly publicUrl?: string;
  readonly letter?: Letter;
}

/** A letter to one person: address field, information block and fold marks of DIN 5008, form B. */
export interface Letter {
  /** Line above the address, as it shows through the window: "Landkreis …, Am Flugplatz 1, 06366 Köthen". */
  readonly sender: string;
  readonly recipient: readonly string[];
  /** "Datum", "Ihr Zeichen", "Telefon" … */
  readonly information: readonly (readonly [label: string, value: string])[];
}

/** The document as a tagged PDF (PDF/UA-1) on A4, in the look of a letter of the county. */
export async function asPdf(content: DocumentContent, options: PdfOptions): Promise<Buffer> {
  const logo = options.logo && isPicture(options.logo) ? options.logo : null;
  const facts = { ...printedFacts(content, options), logo: logo && 'logo' };
  const pdf = compileTypst(
    template,
    { facts: JSON.stringify(facts) },
    { 'words.typ': Buffer.from(words), ...(logo ? { logo } : {}) },
  );
  return withRowHeads(pdf, content);
}

/** A file that is no picture must not keep a protocol from being written. */
function isPicture(logo: Uint8Array): boolean {
  try {
    compileTypst('#set document(title: "Logo")\n#image("logo", alt: "Logo")', {}, { logo });
    return true;
  } catch {
    return false;
  }
}
