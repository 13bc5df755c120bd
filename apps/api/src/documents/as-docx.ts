import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type FileChild,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, DocumentContent, Run, TableAlign, TableBlock } from '@runder-tisch/domain/documents';
import { accentColours } from '../pages/accent';
import { drawing, picture } from './docx/pictures';
import { type Look, plain, runsOf, words } from './docx/runs';
import type { PdfOptions } from './pdf-options';
import { absoluteHref } from './safe-href';

/** A letter's address field has no counterpart here: what is sent by post leaves as PDF. */
export type DocxOptions = Pick<
  PdfOptions,
  'footer' | 'created' | 'countyName' | 'accent' | 'pictures' | 'publicUrl'
>;

const GERMAN = { value: 'de-DE', eastAsia: 'de-DE', bidirectional: 'de-DE' };
/** Twentieths of a point between the margins of A4: 210 mm less 25 mm and 20 mm. */
const TEXT_WIDTH = 9354;
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1418, right: 1134, bottom: 1304, left: 1418 };
const QUIET = '5A554C';
const LINE = 'D4CEC3';
const levels = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;
const alignments: Record<TableAlign, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
};
/**
 * The same document as a Word file, to be worked on: real headings, lists and table heads, page numbers, German as its
 * language, alternative texts. It carries no macros, no outside references and nobody's name but the county's.
 */
export async function asDocx(content: DocumentContent, options: DocxOptions): Promise<Buffer> {
  const accent = accentColours(options.accent).light.replace('#', '');
  const author = options.countyName || 'Runder Tisch';
  const file = new Document({
    title: plain(content.title),
    creator: plain(author),
    lastModifiedBy: plain(author),
    // The reader's own settings decide what is checked; the words are German.
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: GERMAN },
          paragraph: { spacing: { after: 120, line: 269 } },
        },
        title: { run: { size: 40, bold: true, color: accent }, paragraph: { spacing: { after: 60 } } },
        heading1: headed(36, accent),
        heading2: headed(28, accent),
        heading3: headed(24, accent),
        heading4: headed(22, accent),
        caption: {
          run: { size: 20, color: QUIET, italics: false },
          paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
        },
      },
    },
    numbering: { config: orderedLists(content.blocks) },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        footers: { default: footer(options.footer) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: words(content.title) }),
          ...(content.subtitle
            ? [new Paragraph({ children: words(content.subtitle, { color: QUIET, size: 24 }) })]
            : []),
          ...content.blocks.flatMap((block, index) => written(block, index, options)),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function headed(size: number, color: string) {
  return {
    run: { size, bold: true, color },
    paragraph: { spacing: { before: size * 9, after: 80 }, keepNext: true },
  };
}

function footer(text: string): Footer {
  const quiet = { size: 18, color: QUIET };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ ...quiet, text: `${plain(text)}\t` }),
          new TextRun({
            ...quiet,
            children: ['Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

/** Each list counts for itself. */
function orderedLists(blocks: readonly Block[]) {
  return blocks.flatMap((block, index) =>
    block.kind === 'list' && block.ordered
      ? [
          {
            reference: listName(index),
            levels: [
              {
                level: 0,
                format: LevelFormat.DECIMAL,
                text: '%1.',
                alignment: AlignmentType.START,
                style: { paragraph: { indent: { left: 454, hanging: 340 } } },
              },
            ],
          },
        ]
      : [],
  );
}

function listName(index: number): string {
  return `list-${index}`;
}

function written(block: Block, index: number, options: DocxOptions): FileChild[] {
  const runs = (list: readonly Run[], look: Look = {}): ParagraphChild[] =>
    runsOf(list, options.publicUrl, look);
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: words(block.text) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.runs) })];
    case 'note':
      return [
        new Paragraph({
          children: runs(block.runs),
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: LINE } },
          indent: { left: 170 },
          spacing: { before: 160 },
        }),
      ];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            children: runs(item),
            spacing: { after: 60 },
            ...(block.ordered
              ? { numbering: { reference: listName(index), level: 0 } }
              : { bullet: { level: 0 } }),
          }),
      );
    case 'facts':
      return block.facts.map(
        ({ label, value }) =>
          new Paragraph({
            children: [...words(`${label}:\t`, { bold: true }), ...runs(value)],
            tabStops: [{ type: TabStopType.LEFT, position: 2268 }],
            indent: { left: 2268, hanging: 2268 },
            spacing: { after: 60 },
          }),
      );
    case 'table':
      return tableOf(block, options);
    case 'button': {
      const address = absoluteHref(block.href, options.publicUrl);
      const shown: Run[] = address
        ? [
            { kind: 'strong', text: `${block.label}: ` },
            { kind: 'link', text: address, href: address },
          ]
        : [{ kind: 'strong', text: block.label }];
      return [new Paragraph({ children: runs(shown) })];
    }
    case 'figure':
      return drawing(block.scene, index, block.caption);
    case 'picture':
      return picture(block, options);
    case 'divider':
      return [
        new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: LINE } } }),
      ];
    case 'quote':
      return [
        new Paragraph({
          children: words(`„${block.text}“`, { italics: true }),
          indent: { left: 454 },
          ...(block.speaker ? { keepNext: true } : {}),
        }),
        ...(block.speaker
          ? [
              new Paragraph({
                children: words(`– ${block.speaker}`, { color: QUIET }),
                indent: { left: 454 },
              }),
            ]
          : []),
      ];
  }
}

function tableOf(block: TableBlock, options: DocxOptions): FileChild[] {
  const shares = block.columns.map(({ share = 1 }) => share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / total));
  const cell = (column: number, children: ParagraphChild[], fill?: string): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      verticalAlign: VerticalAlign.TOP,
      ...(fill ? { shading: { fill } } : {}),
      children: [
        new Paragraph({
          children,
          spacing: { after: 0 },
          alignment: alignments[block.columns[column]?.align ?? 'start'],
        }),
      ],
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return [
    ...(block.caption ? [new Paragraph({ style: 'Caption', children: words(block.caption) })] : []),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: {
        top: line,
        bottom: line,
        insideHorizontal: line,
        left: none,
        right: none,
        insideVertical: none,
      },
      // What Word's own readers go by to tell heads from cells.
      tableLook: { firstRow: true, firstColumn: block.rowHeads, noVBand: true },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: block.columns.map(({ head }, column) =>
            cell(column, words(head, { bold: true }), 'F4F1EA'),
          ),
        }),
        ...block.rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              ...(block.rowHeight
                ? { height: { value: Math.round(block.rowHeight * 56.7), rule: 'atLeast' } }
                : {}),
              children: block.columns.map((_, column) =>
                cell(
                  column,
                  runsOf(
                    row[column] ?? [],
                    options.publicUrl,
                    column === 0 && block.rowHeads ? { bold: true } : {},
                  ),
                ),
              ),
            }),
        ),
      ],
    }),
    // Two tables without anything between them would become one.
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ];
}
