import * as fc from 'fast-check';
import { wordDifferences } from './word-differences';

const of = (before: string, after: string): string[] =>
  wordDifferences(before, after).map(({ kind, text }) => `${kind}: ${text.trim()}`);

describe('Proposed and adopted wording', () => {
  it('differ in the words that were put in the place of others', () => {
    expect(of('Der Landkreis richtet zwei Stellen ein.', 'Der Landkreis richtet eine Stelle ein.')).toEqual([
      'same: Der Landkreis richtet',
      'removed: zwei Stellen',
      'added: eine Stelle',
      'same: ein.',
    ]);
  });

  it('are the same piece where nothing was changed', () => {
    expect(of('Wort für Wort', 'Wort für Wort')).toEqual(['same: Wort für Wort']);
    expect(wordDifferences('', '')).toEqual([]);
  });

  it('give both texts back, whatever they say', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ä, ')).map((it) => it.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDifferences(before, after);
        const side = (other: 'added' | 'removed') =>
          pieces
            .filter(({ kind }) => kind !== other)
            .map((it) => it.text)
            .join('');
        // A word that stands in both may bring the blanks of its place in the first.
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
      }),
    );
  });
});
