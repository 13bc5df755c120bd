import type { DocumentContent } from '@runder-tisch/domain/documents';
import template from './pdf/document.typ';
import { pictureName, printedFacts } from './pdf/facts';
import type { PdfOptions } from './pdf-options';
import { withRowHeads } from './pdf/row-heads';
import { compileTypst } from './pdf/typst';
import words from './pdf/words.typ';

/** The document, and what is bound with it, as a tagged PDF (PDF/UA-1) on A4, in the look of a letter of the county. */
export async function asPdf(content: DocumentContent, options: PdfOptions): Promise<Buffer> {
  const logo = options.logo && isPicture(options.logo) ? options.logo : null;
  const pictures = Object.fromEntries(
    Object.entries(options.pictures ?? {}).filter(([, bytes]) => isPicture(bytes)),
  );
  const facts = { ...printedFacts(content, { ...options, pictures }), logo: logo && 'logo' };
  const pdf = compileTypst(
    template,
    { facts: JSON.stringify(facts) },
    {
      'words.typ': Buffer.from(words),
      ...(logo ? { logo } : {}),
      ...Object.fromEntries(Object.entries(pictures).map(([file, bytes]) => [pictureName(file), bytes])),
    },
  );
  const others = options.bound?.after ?? [];
  return withRowHeads(pdf, [content, ...others.map((sheet) => sheet.content)]);
}

/** A file that is no picture must not keep a document from being written. */
function isPicture(logo: Uint8Array): boolean {
  try {
    compileTypst('#set document(title: "Logo")\n#image("logo", alt: "Logo")', {}, { logo });
    return true;
  } catch {
    return false;
  }
}
