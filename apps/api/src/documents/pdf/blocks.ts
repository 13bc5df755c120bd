import type {
  Block,
  ButtonBlock,
  FactsBlock,
  HeadingBlock,
  ListBlock,
  QuoteBlock,
  Run,
} from '@runder-tisch/domain/documents';
import { absoluteHref } from '../safe-href';
import { drawFigure, figureHeight } from './figure';
import type { Flow, Stretch } from './flow';
import { linesOf } from './lines';
import { drawTable } from './table';
import type { Element } from './tagged-document';
import type { TextStyle } from './text-styles';
import { hairline, ink, quietInk, textStyles } from './text-styles';

/** Space above each kind of block. */
const gaps: Readonly<Record<Block['kind'], number>> = {
  heading: 20,
  paragraph: 8,
  list: 8,
  table: 12,
  facts: 10,
  button: 10,
  figure: 12,
  note: 10,
  divider: 14,
  quote: 12,
};

export interface BlockPen {
  readonly flow: Flow;
  readonly accent: string;
  /** Adds a bookmark for the heading that was just placed. */
  readonly bookmark: (text: string, level: number, top: number) => void;
}

export function drawBlocks(pen: BlockPen, blocks: readonly Block[]): void {
  blocks.forEach((block, index) => {
    const previous = blocks[index - 1];
    const isTight = previous?.kind === 'heading' && block.kind !== 'heading';
    pen.flow.gap(isTight ? 5 : block.kind === 'heading' && block.level > 2 ? 14 : gaps[block.kind]);
    if (block.kind === 'heading') keepWithNext(pen, block, blocks[index + 1]);
    drawBlock(pen, block);
  });
}

function drawBlock(pen: BlockPen, block: Block): void {
  const { flow } = pen;
  switch (block.kind) {
    case 'heading':
      return drawHeading(pen, block);
    case 'paragraph':
      return drawRuns(flow, block.runs, textStyles.body);
    case 'note':
      return drawRuns(flow, block.runs, textStyles.note);
    case 'list':
      return drawList(pen, block);
    case 'table':
      return drawTable(flow, block);
    case 'facts':
      return drawFacts(flow, block);
    case 'button':
      return drawButton(flow, block);
    case 'figure':
      return drawFigure(flow, block);
    case 'divider':
      flow.need(20);
      flow.hairline(flow.y, hairline);
      flow.y += 6;
      return;
    case 'quote':
      return drawQuote(pen, block);
  }
}

function headingStyle(level: HeadingBlock['level']): TextStyle {
  if (level === 2) return textStyles.heading2;
  return level === 3 ? textStyles.heading3 : textStyles.heading4;
}

/** A heading never stands alone at the foot of a page. */
function keepWithNext({ flow }: BlockPen, block: HeadingBlock, next: Block | undefined): void {
  const style = headingStyle(block.level);
  const own = linesOf(flow.document, plain(block.text), style, flow.width, undefined).length * style.leading;
  flow.need(own + 5 + heightOfStart(flow, next));
}

function heightOfStart(flow: Flow, block: Block | undefined): number {
  switch (block?.kind) {
    case undefined:
      return 0;
    case 'figure':
      return figureHeight(flow, block);
    case 'table':
      return 78;
    case 'heading':
      return 60;
    default:
      return 2.2 * textStyles.body.leading;
  }
}

function drawHeading(pen: BlockPen, block: HeadingBlock): void {
  const { flow } = pen;
  const style = headingStyle(block.level);
  const element = flow.document.open(flow.document.root, `H${block.level}`);
  const top = flow.y;
  const lines = linesOf(flow.document, plain(block.text), style, flow.width, undefined);
  flow.lines(element, lines, style, { x: flow.left, width: flow.width });
  element.end();
  pen.bookmark(block.text, block.level, top);
}

function drawRuns(flow: Flow, runs: readonly Run[], style: TextStyle): void {
  const element = flow.document.open(flow.document.root, 'P');
  const lines = linesOf(flow.document, runs, style, flow.width, flow.publicUrl);
  flow.lines(element, lines, style, { x: flow.left, width: flow.width });
  element.end();
}

function drawList({ flow, accent }: BlockPen, block: ListBlock): void {
  const { document } = flow;
  const style = textStyles.body;
  const element = document.open(document.root, 'L');
  document.nameListNumbering(element, block.ordered ? 'Decimal' : 'Disc');
  const indent = block.ordered ? 14 + document.widthOf(`${block.items.length}.`, style.font, style.size) : 16;
  block.items.forEach((item, index) => {
    if (index > 0) flow.gap(3);
    const lines = linesOf(document, item, style, flow.width - indent, flow.publicUrl);
    flow.need(Math.min(lines.length, 2) * style.leading);
    const entry = document.open(element, 'LI');
    const label = block.ordered ? `${index + 1}.` : '•';
    const labelStyle: TextStyle = { ...style, colour: block.ordered ? ink : accent };
    drawLabel(flow, entry, label, labelStyle, { x: flow.left, width: indent - 8 });
    const body = document.open(entry, 'LBody');
    flow.lines(body, lines, style, { x: flow.left + indent, width: flow.width - indent });
    entry.end();
  });
  element.end();
}

function drawLabel(
  flow: Flow,
  entry: Element,
  text: string,
  style: TextStyle,
  place: { readonly x: number; readonly width: number },
): number {
  const label = flow.document.open(entry, 'Lbl');
  const lines = linesOf(flow.document, plain(text), style, place.width, undefined);
  flow.block(label, lines, style, place, flow.y);
  label.end();
  return lines.length * style.leading;
}

/** Label and value side by side; in the structure a list, as screen readers announce its length. */
function drawFacts(flow: Flow, block: FactsBlock): void {
  const { document } = flow;
  const element = document.open(document.root, 'L');
  const labels = block.facts.map((fact) => document.widthOf(fact.label, 'regular', textStyles.label.size));
  const indent = Math.min(150, Math.max(80, ...labels) + 18);
  block.facts.forEach((fact, index) => {
    if (index > 0) flow.gap(3);
    const style = textStyles.body;
    const lines = linesOf(document, fact.value, style, flow.width - indent, flow.publicUrl);
    flow.need(Math.min(lines.length, 3) * style.leading);
    const entry = document.open(element, 'LI');
    const page = document.pageIndex;
    const top = flow.y;
    const height = drawLabel(flow, entry, fact.label, textStyles.label, { x: flow.left, width: indent - 12 });
    const body = document.open(entry, 'LBody');
    flow.lines(body, lines, style, { x: flow.left + indent, width: flow.width - indent });
    if (document.pageIndex === page) flow.y = Math.max(flow.y, top + height);
    entry.end();
  });
  element.end();
}

/** Paper has no buttons: the address stands in the open. */
function drawButton(flow: Flow, block: ButtonBlock): void {
  const href = absoluteHref(block.href, flow.publicUrl);
  drawRuns(
    flow,
    href
      ? [
          { kind: 'strong', text: `${block.label}: ` },
          { kind: 'link', text: href, href },
        ]
      : [{ kind: 'strong', text: block.label }],
    textStyles.body,
  );
}

function drawQuote({ flow, accent }: BlockPen, block: QuoteBlock): void {
  const { document } = flow;
  const place = { x: flow.left + 16, width: flow.width - 16 };
  const element = document.open(document.root, 'BlockQuote');
  const text = document.open(element, 'P');
  const lines = linesOf(document, plain(`„${block.text}“`), textStyles.quote, place.width, undefined);
  const stretches: Stretch[] = [...flow.lines(text, lines, textStyles.quote, place)];
  if (block.speaker) {
    flow.y += 2;
    for (const stretch of stretches.slice(-1)) stretch.bottom = flow.y;
    const speaker = document.open(element, 'P');
    const style: TextStyle = { ...textStyles.note, colour: quietInk };
    stretches.push(
      ...flow.lines(
        speaker,
        linesOf(document, plain(block.speaker), style, place.width, undefined),
        style,
        place,
      ),
    );
  }
  element.end();
  flow.rules(stretches, flow.left, 2.5, accent);
}

function plain(text: string): readonly Run[] {
  return [{ kind: 'plain', text }];
}

/** The heading of the document; over a letter it is the subject and stays small. */
export function drawTitle(
  pen: BlockPen,
  title: string,
  subtitle: string | undefined,
  isSubject: boolean,
): void {
  const { flow } = pen;
  const { document } = flow;
  const place = { x: flow.left, width: flow.width };
  const style = isSubject ? textStyles.subject : textStyles.title;
  const element = document.open(document.root, 'H1');
  const top = flow.y;
  flow.lines(element, linesOf(document, plain(title), style, place.width, undefined), style, place);
  element.end();
  pen.bookmark(title, 1, top);
  if (!subtitle) return;
  flow.y += 3;
  const below = document.open(document.root, 'P');
  const small = isSubject ? textStyles.body : textStyles.subtitle;
  flow.lines(below, linesOf(document, plain(subtitle), small, place.width, undefined), small, place);
  below.end();
}
