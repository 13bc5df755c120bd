import { type Block, heading, link, list, paragraph, type Run } from '../documents';

const LINK =
  /(https?:\/\/[^\s<>"]{1,300}[^\s<>".,;:!?)])|((?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})|((?<=\s)\/(?:angebote|ergebnisse|leicht|mitmachen|mitreden)\b)/g;

/** A text of the settings as blocks of a page: paragraphs, headings and lists as the text marks them. */
export function settingsBlocks(
  written: string,
  values: { countyName: string; replyAddress: string },
): Block[] {
  return written
    .replaceAll('{Landkreis}', values.countyName)
    .replaceAll('{Antwortadresse}', values.replyAddress)
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .flatMap(blocksOfPart);
}

function blocksOfPart(part: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let entries: string[] = [];
  const close = () => {
    if (lines.length) blocks.push(paragraph(...wordsOf(lines.join('\n'))));
    if (entries.length) blocks.push(list(entries.map((entry) => wordsOf(entry))));
    lines = [];
    entries = [];
  };
  for (const line of part.split('\n').map((it) => it.trim())) {
    if (line === '') continue;
    const isHeading = line.startsWith('## ');
    const isEntry = line.startsWith('- ');
    if (isHeading || isEntry !== entries.length > 0) close();
    if (isHeading) blocks.push(heading(line.slice(3), 2));
    else if (isEntry) entries.push(line.slice(2));
    else lines.push(line);
  }
  close();
  return blocks;
}

/** Addresses become links, those of our own pages as well (`/mitreden`); everything else stays as typed. */
function wordsOf(line: string): (string | Run)[] {
  const words: (string | Run)[] = [];
  let end = 0;
  for (const found of line.matchAll(LINK)) {
    if (found.index > end) words.push(line.slice(end, found.index));
    const address = found[0];
    words.push(link(address, found[2] ? `mailto:${address}` : address));
    end = found.index + address.length;
  }
  if (end < line.length) words.push(line.slice(end));
  return words;
}
