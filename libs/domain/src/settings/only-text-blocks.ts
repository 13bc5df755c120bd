/** Characters that may stand in the place of a gap. */
const LONGEST_GAP = 80;

/**
 * Whether a text is nothing but text blocks, whatever stands in the place of their gaps (`[Tag]`). In: the text and
 * the texts of the blocks; out: false for an empty text. Line breaks and blanks make no difference.
 */
export function isOnlyTextBlocks(text: string, blocks: readonly string[]): boolean {
  const written = oneLine(text);
  const known = blocks.map(oneLine).filter(Boolean).map(partsOf);
  if (written === '') return false;
  const ends = new Set<number>();
  const begins = [0];
  for (const begin of begins)
    for (const end of known.flatMap((parts) => endsOf(written, begin, parts))) {
      if (end === written.length) return true;
      if (written[end] !== ' ' || ends.has(end)) continue;
      ends.add(end);
      begins.push(end + 1);
    }
  return false;
}

/**
 * The text blocks that stand in a text in their own words, whatever stands in the place of their gaps. In: the text
 * and the blocks; out: the ids of those found, in the order of the blocks. Line breaks and blanks make no difference.
 */
export function usedTextBlocks(text: string, blocks: readonly { id: string; text: string }[]): string[] {
  const written = oneLine(text);
  return blocks.filter((block) => stands(written, partsOf(oneLine(block.text)))).map(({ id }) => id);
}

function stands(written: string, parts: readonly string[]): boolean {
  const [first = ''] = parts;
  if (parts.join('').trim() === '') return false;
  for (let at = written.indexOf(first); at >= 0 && at < written.length; at = written.indexOf(first, at + 1))
    if (endsOf(written, at, parts).length > 0) return true;
  return false;
}

/** What stands around the gaps of a block. */
function partsOf(block: string): string[] {
  const parts: string[] = [];
  let rest = block;
  for (let open = rest.indexOf('['); open >= 0; open = rest.indexOf('[')) {
    const close = rest.indexOf(']', open);
    if (close < 0) break;
    parts.push(rest.slice(0, open));
    rest = rest.slice(close + 1);
  }
  return [...parts, rest];
}

/** Where a block that begins here may end. */
function endsOf(text: string, begin: number, [first = '', ...others]: readonly string[]): number[] {
  let ends = text.startsWith(first, begin) ? [begin + first.length] : [];
  for (const part of others) {
    const next = new Set<number>();
    for (const end of ends)
      for (let gap = 1; gap <= LONGEST_GAP && end + gap + part.length <= text.length; gap += 1)
        if (text.startsWith(part, end + gap)) next.add(end + gap + part.length);
    ends = [...next];
  }
  return ends;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
