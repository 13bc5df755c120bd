import type { DocumentContent } from '@runder-tisch/domain/documents';
import { accentColours } from '../pages/accent';
import type { BlockPen } from './pdf/blocks';
import { drawBlocks, drawTitle } from './pdf/blocks';
import { Flow } from './pdf/flow';
import type { Letter } from './pdf/letterhead';
import { drawLetterhead } from './pdf/letterhead';
import { millimetres, pageSize, TaggedDocument } from './pdf/tagged-document';
import { hairline, quietInk, textStyles } from './pdf/text-styles';

export interface PdfOptions {
  /** Left in the foot of every page, e.g. "Netzwerk Frühe Hilfen · Protokoll vom 16. Januar 2025". */
  readonly footer: string;
  /** Date of the file, from the clock. */
  readonly created: Date;
  readonly countyName?: string;
  readonly accent?: string;
  /** PNG or JPEG. */
  readonly logo?: Uint8Array;
  /** Makes own paths absolute; without it they are printed as words. */
  readonly publicUrl?: string;
  readonly letter?: Letter;
}

/** The document as a tagged PDF (PDF/UA-1) on A4, in the look of a letter of the county. */
export async function asPdf(content: DocumentContent, options: PdfOptions): Promise<Buffer> {
  const accent = accentColours(options.accent).light;
  const document = new TaggedDocument({
    title: content.title,
    author: options.countyName ?? 'Runder Tisch',
    created: options.created,
  });
  const flow = new Flow(document, accent, options.publicUrl);
  const pen: BlockPen = { flow, accent, bookmark: bookmarks(document) };
  drawLetterhead(flow, { countyName: options.countyName, logo: options.logo, accent }, options.letter);
  drawTitle(pen, content.title, content.subtitle, options.letter !== undefined);
  flow.gap(8);
  drawBlocks(pen, content.blocks);
  drawMargins(flow, content.title, options.footer);
  return document.finish();
}

/** A tree of bookmarks: each heading below the last one of a higher level. */
function bookmarks(document: TaggedDocument): BlockPen['bookmark'] {
  const open: { readonly level: number; readonly item: PDFKit.PDFOutline }[] = [];
  return (text, level, top) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? document.outline;
    // pdfkit counts `left` from the right edge.
    const target = { expanded: level < 2, top: Math.max(0, top - 10), left: pageSize.width, zoom: 0 };
    open.push({ level, item: parent.addItem(text, target) });
  };
}

/** Foot of every page and the running title from the second on; known only once all pages are there. */
function drawMargins(flow: Flow, title: string, footer: string): void {
  const { document } = flow;
  const style = textStyles.small;
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    document.artifact('Pagination', () => {
      const baseline = pageSize.height - millimetres(14);
      document
        .moveTo(flow.left, baseline - 13)
        .lineTo(flow.right, baseline - 13)
        .lineWidth(0.5)
        .stroke(hairline);
      const number = `Seite ${page + 1} von ${count}`;
      const numberWidth = document.widthOf(number, style.font, style.size);
      document.use(style.font, style.size, quietInk).write(number, flow.right - numberWidth, baseline);
      const room = flow.width - numberWidth - 24;
      document
        .use(style.font, style.size, quietInk)
        .write(shortened(document, footer, room), flow.left, baseline);
      if (page === 0) return;
      const top = millimetres(19);
      document
        .use(style.font, style.size, quietInk)
        .write(shortened(document, title, flow.width), flow.left, top);
      document
        .moveTo(flow.left, top + 7)
        .lineTo(flow.right, top + 7)
        .lineWidth(0.5)
        .stroke(hairline);
    });
  }
}

function shortened(document: TaggedDocument, text: string, room: number): string {
  const { font, size } = textStyles.small;
  const whole = document.printable(text.replaceAll(/\s+/g, ' '));
  if (document.widthOf(whole, font, size) <= room) return whole;
  const signs = Array.from(whole);
  while (signs.length > 1 && document.widthOf(`${signs.join('')}…`, font, size) > room) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
