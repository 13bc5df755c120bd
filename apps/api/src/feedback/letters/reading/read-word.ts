import { Unreadable } from '../../../imports/reading/unreadable';
import { readingLimits } from '../../../imports/reading/reading-limits';
import { WorkbookArchive } from '../../../imports/reading/workbook-archive';
import { readXml } from '../../../imports/reading/xml';

/** A text that was moved or deleted with tracked changes, and a text box once more for old programs. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'Fallback']);
/** Comments and what stands at the edge of each page are no part of the letter; notes are. */
const PARTS = /^word\/(document\d*|footnotes\d*|endnotes\d*)\.xml$/i;

/**
 * The words of a Word file (.docx), each paragraph a line, at most about `most` signs; its notes stand at the end.
 * @throws Unreadable where it is something else or made to hurt
 */
export async function readWord(bytes: Buffer, most: number): Promise<string> {
  const archive = await WorkbookArchive.open(bytes);
  const names = archive
    .names()
    .filter((name) => PARTS.test(name))
    .sort((one, other) => rank(one) - rank(other));
  if (!names.some((name) => rank(name) === 0)) throw new Unreadable('file-open-document');
  const parts: string[] = [];
  for (const name of names) parts.push(await partText(archive, name, most));
  return parts.filter((text) => text.trim() !== '').join('\n\n');
}

async function partText(archive: WorkbookArchive, name: string, most: number): Promise<string> {
  let text = '';
  let inText = false;
  let leftOut = 0;
  const add = (words: string): void => {
    if (leftOut === 0 && text.length < most) text += words;
  };
  await readXml(await archive.stream(name, readingLimits.partBytes), {
    open: (tag) => {
      if (LEFT_OUT.has(tag)) leftOut += 1;
      else if (tag === 't') inText = true;
      else if (tag === 'br' || tag === 'cr') add('\n');
      else if (tag === 'noBreakHyphen') add('-');
    },
    close: (tag) => {
      if (LEFT_OUT.has(tag)) leftOut -= 1;
      else if (tag === 't') inText = false;
      else if (tag === 'p') add('\n');
      // Stops of the line in its properties are called `tab` too, and add a blank at its start.
      else if (tag === 'tab') add(' ');
    },
    text: (words) => {
      if (inText) add(words);
    },
  });
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

function rank(name: string): number {
  return ['document', 'footnotes', 'endnotes'].findIndex((part) => name.toLowerCase().includes(`/${part}`));
}
