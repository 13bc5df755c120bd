import type { Block, DocumentContent, Run, Scene } from '@runder-tisch/domain/documents';
import { sceneAsSvg } from '@runder-tisch/drawing/scene-as-svg';
import { accentColours } from '../../pages/accent';
import type { PdfOptions, PdfSheet } from '../pdf-options';
import { absoluteHref } from '../safe-href';
import { isPrintable, printedFamily } from './fonts';

/** What `document.typ` reads: texts made printable, addresses checked, drawings as SVG. */
export function printedFacts(
  content: DocumentContent,
  options: PdfOptions,
): Readonly<Record<string, unknown>> {
  const sheets = [
    { content, footer: options.footer, letter: options.letter },
    ...(options.bound?.after ?? []),
  ];
  return {
    font: printedFamily,
    title: titleOf(options.bound?.title ?? content.title),
    author: oneLine(options.countyName ?? '') || 'Runder Tisch',
    dense: options.dense ?? false,
    countyName: optional(options.countyName),
    created: dateOf(options.created),
    accent: accentColours(options.accent).light,
    sheets: sheets.map((sheet) => printedSheet(sheet, options)),
  };
}

function printedSheet(
  { content, footer, letter }: PdfSheet,
  options: PdfOptions,
): Readonly<Record<string, unknown>> {
  return {
    title: titleOf(content.title),
    subtitle: optional(content.subtitle),
    footer: oneLine(footer),
    letter: letter
      ? {
          sender: oneLine(letter.sender),
          recipient: letter.recipient.map(oneLine).join('\n'),
          information: letter.information.map(([label, value]) => ({
            label: printable(label),
            value: [{ kind: 'plain', text: printable(value) }],
          })),
        }
      : null,
    blocks: content.blocks.map((block) => printedBlock(block, options)),
  };
}

function printedBlock(block: Block, { publicUrl, pictures }: PdfOptions): Readonly<Record<string, unknown>> {
  const runs = (list: readonly Run[]): readonly unknown[] => list.map((run) => printedRun(run, publicUrl));
  switch (block.kind) {
    case 'heading':
      return { ...block, text: printable(block.text) };
    case 'paragraph':
    case 'note':
      return { ...block, runs: runs(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(runs) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, value }) => ({ label: printable(label), value: runs(value) })),
      };
    case 'table':
      return {
        kind: 'table',
        caption: optional(block.caption),
        columns: block.columns.map(({ head, share = 1, align = 'start' }) => ({
          head: printable(head),
          share,
          align,
        })),
        rows: block.rows.map((row) => row.map(runs)),
        rowHeads: block.rowHeads,
        rowHeight: block.rowHeight ?? null,
      };
    case 'button':
      return { kind: 'paragraph', runs: runs(addressInTheOpen(block.label, block.href, publicUrl)) };
    case 'figure':
      return { kind: 'figure', caption: optional(block.caption), ...printedScene(block.scene) };
    case 'picture': {
      const caption = printable(block.caption);
      if (!pictures?.[block.file])
        return {
          kind: 'note',
          runs: runs([{ kind: 'plain', text: `${caption}: lässt sich hier nicht abbilden.` }]),
        };
      return { kind: 'picture', file: pictureName(block.file), alt: printable(block.alt), caption };
    }
    case 'quote':
      return { kind: 'quote', text: printable(block.text), speaker: optional(block.speaker) };
    case 'divider':
      return { ...block };
  }
}

/** Under which the compiler finds it. */
export function pictureName(file: string): string {
  return `picture-${file.replaceAll(/[^\w-]/g, '')}`;
}

/** Paper has no buttons. */
function addressInTheOpen(label: string, href: string, publicUrl: string | undefined): readonly Run[] {
  const address = absoluteHref(href, publicUrl);
  if (!address) return [{ kind: 'strong', text: label }];
  return [
    { kind: 'strong', text: `${label}: ` },
    { kind: 'link', text: address, href: address },
  ];
}

function printedRun(run: Run, publicUrl: string | undefined): Readonly<Record<string, string>> {
  const text = printable(run.text);
  const href = run.kind === 'link' ? absoluteHref(run.href, publicUrl) : null;
  return { kind: run.kind, text, ...(href ? { href } : {}) };
}

/** A unit of a scene is a pixel on screen, three quarters of a point. */
const pointsPerUnit = 0.75;
const widest = 467;
const tallest = 420;

function printedScene(scene: Scene): Readonly<Record<string, unknown>> {
  const scale = Math.min(pointsPerUnit, widest / scene.width, tallest / scene.height);
  const labels = scene.labels.map((label) => ({ ...label, text: printable(label.text) }));
  return {
    drawing: sceneAsSvg({ ...scene, title: '', sentence: '', labels }).replace(
      '<svg ',
      `<svg font-family="${printedFamily}" `,
    ),
    sentence: printable(scene.sentence),
    width: scene.width * scale,
  };
}

function dateOf(date: Date): Readonly<Record<string, number>> {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function optional(text: string | undefined): string | null {
  return text ? printable(text) : null;
}

function titleOf(title: string): string {
  return oneLine(title) || 'Ohne Titel';
}

function oneLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, ' ').trim();
}

/** The text with what our fonts cannot draw (emoji, rare scripts) as a box: an unknown sign breaks PDF/UA. */
function printable(text: string): string {
  const shown = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\P{Cc}\n]|\p{Cf}|\p{Variation_Selector}/gu, '')
    .split('\n')
    // Blanks at both ends of the text part its words from those of its neighbours.
    .map((line, index) => (index > 0 ? line.trimStart() : line))
    .map((line, index, lines) => (index < lines.length - 1 ? line.trimEnd() : line))
    .join('\n');
  return Array.from(shown, (sign) =>
    sign === '\n' || isPrintable(sign.codePointAt(0) ?? 0) ? sign : /\p{Zs}/u.test(sign) ? ' ' : '□',
  ).join('');
}
