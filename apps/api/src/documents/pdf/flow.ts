import type { Line, Segment } from './lines';
import type { Element, TaggedDocument } from './tagged-document';
import { millimetres, pageSize } from './tagged-document';
import type { TextStyle } from './text-styles';

/** Where and how lines are placed. */
export interface Placement {
  readonly x: number;
  readonly width: number;
  readonly align?: 'start' | 'center' | 'end';
}

/** A vertical stretch of one page, for rules drawn beside text afterwards. */
export interface Stretch {
  readonly page: number;
  readonly top: number;
  bottom: number;
}

/** The pen: goes down the page, opens the next one, and draws lines into elements of the structure tree. */
export class Flow {
  readonly left = millimetres(25);
  readonly right = pageSize.width - millimetres(20);
  readonly bottom = pageSize.height - millimetres(27);
  readonly #topOfNextPages = millimetres(30);
  y = 0;

  constructor(
    readonly document: TaggedDocument,
    readonly linkColour: string,
    readonly publicUrl: string | undefined,
  ) {}

  get width(): number {
    return this.right - this.left;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get heightOfPage(): number {
    return this.bottom - this.#topOfNextPages;
  }

  get isAtTop(): boolean {
    return this.y <= this.#topOfNextPages;
  }

  newPage(): void {
    this.document.addPage();
    this.y = this.#topOfNextPages;
  }

  /** Opens the next page unless the height fits on this one. */
  need(height: number): void {
    if (height > this.room && !this.isAtTop) this.newPage();
  }

  /** Space between blocks; none at the top of a page. */
  gap(height: number): void {
    if (!this.isAtTop) this.y = Math.min(this.y + height, this.bottom);
  }

  /** Draws lines into the element over as many pages as they need, never leaving a single one behind. */
  lines(element: Element, lines: readonly Line[], style: TextStyle, place: Placement): readonly Stretch[] {
    const stretches: Stretch[] = [];
    let rest = lines;
    while (rest.length > 0) {
      const count = this.#fitting(rest.length, style.leading);
      if (count === 0) {
        this.newPage();
        continue;
      }
      const top = this.y;
      this.block(element, rest.slice(0, count), style, place, this.y);
      this.y += count * style.leading;
      stretches.push({ page: this.document.pageIndex, top, bottom: this.y });
      rest = rest.slice(count);
      if (rest.length > 0) this.newPage();
    }
    return stretches;
  }

  #fitting(count: number, leading: number): number {
    const fits = Math.floor((this.room + 0.01) / leading);
    if (fits >= count) return count;
    // Two lines stay together at the foot and at the head of a page, unless the page is too small for any.
    const alone = this.isAtTop ? Math.max(1, fits) : fits;
    if (this.isAtTop) return alone;
    if (fits < 2 || count <= 3) return 0;
    return count - fits === 1 ? fits - 1 : fits;
  }

  /** Draws lines at a fixed place of the current page. */
  block(element: Element, lines: readonly Line[], style: TextStyle, place: Placement, top: number): void {
    let pending: (() => void)[] = [];
    let link: {
      readonly run: number;
      readonly href: string;
      readonly element: Element;
      words: string;
    } | null = null;
    const boxes: (readonly [number, number, number, number])[] = [];
    const flush = (): void => {
      const draws = pending;
      pending = [];
      if (draws.length === 0) return;
      this.document.draw(link?.element ?? element, () => draws.forEach((draw) => draw()));
    };
    const closeLink = (): void => {
      flush();
      if (!link) return;
      for (const box of boxes) this.document.linkInto(link.element, box, link.href, link.words.trim());
      boxes.length = 0;
      // pdfkit notes the page of an annotation when its element ends.
      link.element.end();
      link = null;
    };
    lines.forEach((line, index) => {
      const baseline = baselineOf(style, top, index);
      const start = place.x + indentOf(line, place);
      for (const segment of line.segments) {
        if (segment.href === undefined) {
          if (link) closeLink();
          pending.push(() => this.#segment(segment, style, start, baseline));
          continue;
        }
        if (!link || link.run !== segment.run) {
          closeLink();
          flush();
          link = {
            run: segment.run,
            href: segment.href,
            element: this.document.open(element, 'Link'),
            words: '',
          };
        }
        link.words += segment.text;
        pending.push(() => this.#segment(segment, style, start, baseline));
        boxes.push([start + segment.x, baseline - style.size * 0.8, segment.visible, style.leading]);
      }
    });
    closeLink();
  }

  /** Draws lines as they are, for repeated table heads inside an artifact. */
  plain(lines: readonly Line[], style: TextStyle, place: Placement, top: number): void {
    lines.forEach((line, index) => {
      const baseline = baselineOf(style, top, index);
      const start = place.x + indentOf(line, place);
      for (const segment of line.segments) this.#segment(segment, style, start, baseline);
    });
  }

  #segment(segment: Segment, style: TextStyle, start: number, baseline: number): void {
    const colour = segment.href === undefined ? style.colour : this.linkColour;
    const x = start + segment.x;
    this.document.use(segment.font, style.size, colour).write(segment.text, x, baseline);
    if (segment.href === undefined) return;
    const y = baseline + style.size * 0.14;
    this.document
      .moveTo(x, y)
      .lineTo(x + segment.visible, y)
      .lineWidth(0.6)
      .stroke(this.linkColour);
  }

  /** Rules beside text that may run over pages. */
  rules(stretches: readonly Stretch[], x: number, thickness: number, colour: string): void {
    const last = this.document.pageIndex;
    for (const stretch of stretches) {
      this.document.switchToPage(stretch.page);
      this.document.artifact('Layout', () => {
        this.document.rect(x, stretch.top, thickness, stretch.bottom - stretch.top).fill(colour);
      });
    }
    this.document.switchToPage(last);
  }

  /** A thin line over the page, or a part of it. */
  hairline(y: number, colour: string, thickness = 0.6, from = this.left, to = this.right): void {
    this.document.artifact('Layout', () => {
      this.document.moveTo(from, y).lineTo(to, y).lineWidth(thickness).stroke(colour);
    });
  }
}

function baselineOf(style: TextStyle, top: number, index: number): number {
  return top + (index + 0.5) * style.leading + style.size * 0.33;
}

function indentOf(line: Line, place: Placement): number {
  if (place.align === 'end') return place.width - line.width;
  if (place.align === 'center') return (place.width - line.width) / 2;
  return 0;
}
