/**
 * Whether a text is nothing but text blocks, whatever stands in the place of their gaps (`[Tag]`). In: the text and
 * the texts of the blocks; out: false for an empty text. Line breaks and blanks make no difference.
 */
export function isOnlyTextBlocks(text: string, blocks: readonly string[]): boolean {
  const written = oneLine(text);
  if (written === '') return false;
  const patterns = blocks
    .map((block) => oneLine(block))
    .filter(Boolean)
    .map((block) =>
      block
        .split(/\[[^\]]*\]/u)
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
        .join('.{1,80}?'),
    );
  return patterns.length > 0 && new RegExp(`^(?:(?:${patterns.join('|')})(?: |$))+$`, 'u').test(written);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
