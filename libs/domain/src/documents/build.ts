import type {
  Block,
  ButtonBlock,
  DividerBlock,
  DocumentContent,
  Fact,
  FactsBlock,
  FigureBlock,
  HeadingBlock,
  HeadingLevel,
  LinkRun,
  ListBlock,
  NoteBlock,
  ParagraphBlock,
  QuoteBlock,
  Run,
  StrongRun,
  TableBlock,
  TableColumn,
} from './blocks';
import type { Scene } from './scene';

/** What builders take for running text: strings are plain runs. */
export type Words = string | Run | readonly (string | Run)[];

/** What `documentOf` takes: absent and empty blocks fall out, so that facts may decide with `condition && block`. */
export type MaybeBlock = Block | false | null | undefined;

export function runsOf(words: Words): readonly Run[] {
  const list: readonly (string | Run)[] = isRunList(words) ? words : [words];
  return list
    .map((word): Run => (typeof word === 'string' ? { kind: 'plain', text: word } : word))
    .filter((run) => run.text !== '');
}

function isRunList(words: Words): words is readonly (string | Run)[] {
  return Array.isArray(words);
}

/** The words of runs without emphasis and addresses. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

export function documentOf(
  title: string,
  blocks: readonly MaybeBlock[],
  options: { readonly subtitle?: string } = {},
): DocumentContent {
  return {
    title,
    ...(options.subtitle ? { subtitle: options.subtitle } : {}),
    language: 'de',
    blocks: blocks.filter((block): block is Block => (block ? !isEmpty(block) : false)),
  };
}

/** A list without items or a paragraph without words is nothing to read out, and invalid in HTML and PDF. */
function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.runs.length === 0;
    case 'list':
      return block.items.length === 0;
    case 'facts':
      return block.facts.length === 0;
    case 'table':
      return block.columns.length === 0;
    default:
      return false;
  }
}

export function heading(text: string, level: HeadingLevel = 2): HeadingBlock {
  return { kind: 'heading', level, text };
}

/** `paragraph('Guten Tag ', strong('Frau Beispiel'), ',')` */
export function paragraph(...words: readonly (string | Run)[]): ParagraphBlock {
  return { kind: 'paragraph', runs: runsOf(words) };
}

/** How every mail ends; `name` is who writes. */
export function signed(name: string): readonly Block[] {
  return [divider(), paragraph(`Freundliche Grüße\n${name}`)];
}

/** Text as somebody typed it: blank lines divide paragraphs, single newlines stay line breaks. */
export function paragraphs(typed: string): readonly ParagraphBlock[] {
  return typed
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(part));
}

export function strong(text: string): StrongRun {
  return { kind: 'strong', text };
}

export function link(text: string, href: string): LinkRun {
  return { kind: 'link', text, href };
}

export function list(items: readonly Words[]): ListBlock {
  return { kind: 'list', ordered: false, items: items.map(runsOf) };
}

export function numberedList(items: readonly Words[]): ListBlock {
  return { kind: 'list', ordered: true, items: items.map(runsOf) };
}

export interface TableOptions {
  readonly caption?: string;
  readonly rowHeads?: boolean;
  readonly rowHeight?: number;
}

/** `table(['Name', { head: 'Antwort', align: 'end' }], [['Frau B.', 'kommt']], { caption: 'Eingeladen' })` */
export function table(
  columns: readonly (string | TableColumn)[],
  rows: readonly (readonly Words[])[],
  options: TableOptions = {},
): TableBlock {
  return {
    kind: 'table',
    ...(options.caption ? { caption: options.caption } : {}),
    columns: columns.map((column) => (typeof column === 'string' ? { head: column } : column)),
    rows: rows.map((row) => row.map(runsOf)),
    rowHeads: options.rowHeads ?? false,
    ...(options.rowHeight ? { rowHeight: options.rowHeight } : {}),
  };
}

/** `facts([['Wann', '16. Januar 2025'], ['Wo', place]])`; facts without a value fall out. */
export function facts(
  pairs: readonly (readonly [label: string, value: Words | null | undefined])[],
): FactsBlock {
  const known: Fact[] = [];
  for (const [label, value] of pairs) {
    const runs = value === null || value === undefined ? [] : runsOf(value);
    if (runs.length > 0) known.push({ label, value: runs });
  }
  return { kind: 'facts', facts: known };
}

export function button(label: string, href: string, tone: ButtonBlock['tone'] = 'main'): ButtonBlock {
  return { kind: 'button', label, href, tone };
}

export function figure(scene: Scene, caption?: string): FigureBlock {
  return { kind: 'figure', scene, ...(caption ? { caption } : {}) };
}

export function note(...words: readonly (string | Run)[]): NoteBlock {
  return { kind: 'note', runs: runsOf(words) };
}

export function divider(): DividerBlock {
  return { kind: 'divider' };
}

export function quote(text: string, speaker?: string): QuoteBlock {
  return { kind: 'quote', text, ...(speaker ? { speaker } : {}) };
}
