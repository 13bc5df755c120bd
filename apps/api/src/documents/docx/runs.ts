import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Run } from '@runder-tisch/domain/documents';
import { absoluteHref } from '../safe-href';

export interface Look {
  bold?: boolean;
  italics?: boolean;
  color?: string;
  size?: number;
}

export function runsOf(list: readonly Run[], publicUrl: string | undefined, look: Look): ParagraphChild[] {
  return list.flatMap((run): ParagraphChild[] => {
    if (run.kind === 'strong') return words(run.text, { ...look, bold: true });
    const href = run.kind === 'link' ? absoluteHref(run.href, publicUrl) : null;
    if (!href) return words(run.text, look);
    return [
      new ExternalHyperlink({
        link: href,
        children: lines(run.text).map(
          (text, at) => new TextRun({ ...look, text, style: 'Hyperlink', ...(at > 0 ? { break: 1 } : {}) }),
        ),
      }),
    ];
  });
}

/** Text as it was typed; a newline is a line break. */
export function words(text: string, look: Look = {}): TextRun[] {
  return lines(text).map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}) }));
}

function lines(text: string): string[] {
  return plain(text).split('\n');
}

/** XML knows no control characters but tab and newline; one of them and Word opens nothing at all. */
export function plain(text: string): string {
  return Array.from(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').toWellFormed())
    .filter((sign) => (sign >= ' ' ? sign !== '\uFFFE' && sign !== '\uFFFF' : sign === '\t' || sign === '\n'))
    .join('');
}
