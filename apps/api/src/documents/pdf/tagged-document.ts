import PDFDocument from 'pdfkit';
import { escapeHtml } from '../../pages/html';
import type { FontName } from './fonts';
import { fontNames, readFont } from './fonts';

/** A4 in points, margins of a German business letter (DIN 5008). */
export const pageSize = { width: 595.28, height: 841.89 } as const;

export function millimetres(length: number): number {
  return (length * 72) / 25.4;
}

export interface TaggedOptions {
  readonly title: string;
  readonly author: string;
  readonly created: Date;
}

export type Element = PDFKit.PDFStructureElement;

export interface ElementOptions {
  readonly alt?: string;
  /** Left, top, right, bottom in points from the upper left corner. */
  readonly bbox?: readonly [number, number, number, number];
  readonly scope?: 'Column' | 'Row';
}

interface FontWithGlyphs {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/**
 * pdfkit, narrowed to what a tagged PDF (PDF/UA-1) needs. The structure tree is built from the top: an element is
 * attached before its content is drawn, so that content lands in it at once, on the page that is current then.
 */
export class TaggedDocument extends PDFDocument {
  readonly #root: Element;
  readonly #glyphs = new Map<number, boolean>();

  constructor(options: TaggedOptions) {
    const settings: PDFKit.PDFDocumentOptions = {
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      bufferPages: true,
      tagged: true,
      lang: 'de-DE',
      displayTitle: true,
      // An empty font keeps pdfkit from loading Helvetica, which would not be embedded.
      font: '',
      info: {
        Title: options.title,
        Author: options.author,
        Creator: 'Runder Tisch',
        Producer: 'Runder Tisch',
        CreationDate: options.created,
        ModDate: options.created,
      },
    };
    super(Object.assign(settings, { subset: 'PDF/UA' }));
    for (const name of fontNames) this.registerFont(name, readFont(name));
    this.#root = this.struct('Document');
    this.addStructure(this.#root);
  }

  get root(): Element {
    return this.#root;
  }

  get pageIndex(): number {
    const range = this.bufferedPageRange();
    return range.start + range.count - 1;
  }

  /** A new element below `parent`, ready to be drawn into. */
  open(parent: Element, tag: string, options: ElementOptions = {}): Element {
    const element = this.struct(tag, { ...options });
    parent.add(element);
    return element;
  }

  /** Draws content that belongs to the element. */
  draw(element: Element, draw: () => void): void {
    element.add(draw);
  }

  /** Draws what carries no meaning of its own: rules, page numbers, repeated table heads. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.markContent('Artifact', { type });
    draw();
    this.endMarkedContent();
  }

  /** Numbering style of a list, which pdfkit has no option for. */
  nameListNumbering(listElement: Element, numbering: 'Disc' | 'Decimal'): void {
    const { dictionary } = listElement as unknown as { dictionary: { data: Record<string, unknown> } };
    dictionary.data['A'] = { O: 'List', ListNumbering: numbering };
  }

  /** Makes a rectangle of the current page a link that belongs to the element. */
  linkInto(
    element: Element,
    box: readonly [number, number, number, number],
    href: string,
    words: string,
  ): void {
    // pdfkit writes String objects as text and plain strings as names.
    const options = { structParent: element, Contents: new String(words) as string };
    this.link(box[0], box[1], box[2], box[3], href, options);
  }

  use(font: FontName, size: number, colour: string): this {
    this.font(font, size).fillColor(colour);
    return this;
  }

  /** One line of text at a baseline, without any breaking of pdfkit's own. */
  write(text: string, x: number, baseline: number): void {
    this.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }

  widthOf(text: string, font: FontName, size: number): number {
    return this.font(font, size).widthOfString(text);
  }

  /** The text with what the font cannot draw (emoji, rare scripts) as a box: an unknown glyph breaks PDF/UA. */
  printable(text: string): string {
    const shown = text
      .normalize('NFC')
      .replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, (sign) => ('\t\n'.includes(sign) ? sign : ''));
    return Array.from(shown, (sign) => (this.#isDrawable(sign) ? sign : '□')).join('');
  }

  #isDrawable(sign: string): boolean {
    const codePoint = sign.codePointAt(0) ?? 0;
    if (codePoint < 0x80) return true;
    let known = this.#glyphs.get(codePoint);
    if (known === undefined) {
      this.font('regular');
      const { _font } = this as unknown as { _font: FontWithGlyphs };
      known = _font.font.hasGlyphForCodePoint(codePoint);
      this.#glyphs.set(codePoint, known);
    }
    return known;
  }

  /** pdfkit copies title and author into XML as they are. */
  override endMetadata(): void {
    const { info } = this as unknown as { info: Record<string, unknown> };
    for (const [name, value] of Object.entries(info)) {
      if (typeof value === 'string') info[name] = escapeHtml(value);
    }
    super.endMetadata();
  }

  finish(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      this.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.on('end', () => resolve(Buffer.concat(chunks)));
      this.on('error', reject);
      this.end();
    });
  }
}
