/** A piece of two texts beside each other: in both, only in the first, only in the second. */
export interface WordDifference {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * What was changed between two texts, word by word: the longest common sequence of words stays, everything else was
 * removed or added. The pieces `same` and `removed` in their order are the first text, `same` and `added` the second.
 * Takes memory with the product of their words: meant for texts of some thousand letters.
 */
export function wordDifferences(before: string, after: string): WordDifference[] {
  const [old, now] = [words(before), words(after)];
  const width = now.length + 1;
  /** Length of the longest common sequence of what follows each pair of places. */
  const common = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));

  const pieces: WordDifference[] = [];
  const put = (kind: WordDifference['kind'], text = ''): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      put('same', old[row]);
      row += 1;
      column += 1;
    } else if (row < old.length && (column === now.length || at(row + 1, column) >= at(row, column + 1))) {
      put('removed', old[row]);
      row += 1;
    } else {
      put('added', now[column]);
      column += 1;
    }
  }
  return pieces;
}

/** Each with the blanks behind it, so that nothing of the text is lost. */
function words(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}
