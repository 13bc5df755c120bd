import type { Block, DocumentContent, Run, TableBlock } from '@runder-tisch/domain/documents';
import { plainText } from '@runder-tisch/domain/documents';
import { absoluteHref } from './safe-href';

export interface TextOptions {
  /** Makes own paths absolute. */
  readonly publicUrl?: string;
  /** Lines below the text, e.g. sender, reason, Impressum. */
  readonly footer?: readonly string[];
}

const lineWidth = 76;

/** The document as plain text: the alternative part of a mail, and what is copied into other programs. */
export function asText(content: DocumentContent, options: TextOptions = {}): string {
  const head = [
    wrap(content.title),
    underline(content.title, '='),
    content.subtitle ? wrap(content.subtitle) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
  const blocks = content.blocks.map((block) => blockAsText(block, options.publicUrl));
  const footer = options.footer?.length ? `-- \n${options.footer.map((line) => wrap(line)).join('\n')}` : '';
  return `${[head, ...blocks, footer].filter((part) => part !== '').join('\n\n')}\n`;
}

function blockAsText(block: Block, publicUrl: string | undefined): string {
  const words = (runs: readonly Run[]): string => runsAsText(runs, publicUrl);
  switch (block.kind) {
    case 'heading':
      return `${wrap(block.text)}\n${underline(block.text, block.level === 2 ? '-' : '.')}`;
    case 'paragraph':
    case 'note':
      return wrap(words(block.runs));
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${index + 1}. ` : '- ';
          return mark + wrap(words(item), ' '.repeat(mark.length)).trimStart();
        })
        .join('\n');
    case 'table':
      return tableAsText(block, publicUrl);
    case 'facts': {
      const width = Math.min(24, Math.max(0, ...block.facts.map((fact) => fact.label.length)) + 2);
      return block.facts
        .map(
          (fact) =>
            `${`${fact.label}:`.padEnd(width)}${wrap(words(fact.value), ' '.repeat(width)).trimStart()}`,
        )
        .join('\n');
    }
    case 'button': {
      const href = absoluteHref(block.href, publicUrl);
      return href ? `${block.label}:\n${href}` : block.label;
    }
    case 'figure':
      return wrap([block.caption ?? block.scene.title, block.scene.sentence].join(': '));
    case 'picture':
      return wrap(`${block.caption} (${block.alt})`);
    case 'divider':
      return '-'.repeat(lineWidth);
    case 'quote': {
      const text = wrap(`„${block.text}“`, '  ');
      return block.speaker ? `${text}\n  – ${block.speaker}` : text;
    }
  }
}

function runsAsText(runs: readonly Run[], publicUrl: string | undefined): string {
  return runs
    .map((run) => {
      if (run.kind !== 'link') return run.text;
      const href = absoluteHref(run.href, publicUrl);
      if (!href) return run.text;
      const shown = href.replace(/^(?:mailto|tel):/i, '');
      return run.text === shown ? shown : `${run.text} (${shown})`;
    })
    .join('');
}

/** Columns side by side where they fit on a line, else one small list of facts per row. */
function tableAsText(block: TableBlock, publicUrl: string | undefined): string {
  const heads = block.columns.map((column) => column.head);
  const rows = block.rows.map((row) =>
    heads.map((_, index) => runsAsText(row[index] ?? [], publicUrl).replaceAll('\n', ' ')),
  );
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const caption = block.caption ? `${wrap(block.caption)}\n\n` : '';
  const total = widths.reduce((sum, width) => sum + width, 0) + 3 * (widths.length - 1);
  if (total <= lineWidth) {
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, index) => {
          const width = widths[index] ?? 0;
          return block.columns[index]?.align === 'end' ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('   ')
        .trimEnd();
    return `${caption}${[line(heads), widths.map((width) => '-'.repeat(width)).join('   '), ...rows.map(line)].join('\n')}`;
  }
  const parts = block.rows.map((row) =>
    heads
      .map((head, index) => ({ head, text: plainText(row[index] ?? []).trim(), runs: row[index] ?? [] }))
      .filter((cell) => cell.text !== '')
      .map((cell) => wrap(`${cell.head}: ${runsAsText(cell.runs, publicUrl)}`, '  ').trimStart())
      .join('\n  '),
  );
  return caption + parts.map((part) => `- ${part}`).join('\n');
}

function underline(text: string, sign: string): string {
  return sign.repeat(Math.min(lineWidth, [...text].length));
}

/** Breaks at spaces only, so that addresses stay whole. */
function wrap(text: string, indent = ''): string {
  return text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let current = '';
      for (const word of line.split(/[ \t]+/)) {
        if (current !== '' && indent.length + current.length + 1 + word.length > lineWidth) {
          lines.push(current);
          current = word;
        } else {
          current = current === '' ? word : `${current} ${word}`;
        }
      }
      lines.push(current);
      return lines.map((part) => (part === '' ? '' : indent + part)).join('\n');
    })
    .join('\n');
}
