import {
  markable,
  marked,
  type MarkedText,
  marksOf,
  mended,
  openWords,
  paragraphsOf,
  passage,
  plainText,
  unmarked,
  withoutMark,
} from './marked-text';

const letter = unmarked('Guten Tag,\r\n\r\n\r\nabends fährt kein Bus. Die Kita ist zu weit.\n\nMit Gruß');
const stretch = (text: MarkedText, words: string): { start: number; end: number } => {
  const start = plainText(text).indexOf(words);
  return { start, end: start + words.length };
};
const with_ = (text: MarkedText, words: string, mark: string): MarkedText => {
  const made = marked(text, stretch(text, words), mark);
  if (typeof made === 'string') throw new Error(made);
  return made;
};

describe('A text with marked passages', () => {
  it('begins with one piece in which empty lines stand alone', () => {
    expect(letter).toEqual([
      { text: 'Guten Tag,\n\nabends fährt kein Bus. Die Kita ist zu weit.\n\nMit Gruß', mark: null },
    ]);
    expect(unmarked(' \n ')).toEqual([]);
  });

  it('keeps its words whatever is marked in it', () => {
    const bus = with_(letter, ' abends'.trim() + ' fährt kein Bus.', 'bus');
    const both = with_(bus, 'Die Kita ist zu weit.', 'kita');
    expect(plainText(both)).toBe(plainText(letter));
    expect(marksOf(both)).toEqual(['bus', 'kita']);
    expect(passage(both, 'kita')).toBe('Die Kita ist zu weit.');
    expect(passage(both, 'fehlt')).toBeNull();
  });

  it('marks words without the spaces and line ends around them', () => {
    const wide = stretch(letter, '\n\nabends fährt kein Bus. ');
    expect(passage(marked(letter, wide, 'bus') as MarkedText, 'bus')).toBe('abends fährt kein Bus.');
  });

  it('refuses what meets another passage, holds no word or lies outside', () => {
    const text = with_(letter, 'fährt kein Bus', 'bus');
    expect(markable(text, stretch(text, 'abends fährt'))).toBe('overlap');
    expect(markable(text, stretch(text, 'fährt kein Bus'))).toBe('overlap');
    expect(markable(text, stretch(text, '. '))).toBe('empty');
    expect(markable(text, { start: 3, end: 3 })).toBe('empty');
    expect(markable(text, { start: 3, end: 9999 })).toBe('outside');
    expect(markable(text, { start: -1, end: 4 })).toBe('outside');
    expect(markable(text, { start: 5, end: 4 })).toBe('outside');
    expect(markable(text, stretch(text, 'abends '))).not.toBe('overlap');
  });

  it('is as before when a mark is taken off', () => {
    const text = with_(with_(letter, 'kein Bus', 'bus'), 'zu weit', 'kita');
    expect(withoutMark(withoutMark(text, 'bus'), 'kita')).toEqual(letter);
    expect(withoutMark(text, 'andere')).toEqual(text);
  });

  it('keeps each mark where it was when words before it or in it are mended', () => {
    const text = with_(letter, 'abends fährt kein Bus.', 'bus');
    const mends = mended(text, [
      'Sehr geehrte Damen und Herren,\n\n',
      'abends fährt dort kein Bus.',
      text[2]?.text ?? '',
    ]);
    expect(passage(mends ?? [], 'bus')).toBe('abends fährt dort kein Bus.');
    expect(mended(text, ['', 'abends fährt kein Bus.', ''])?.length).toBe(1);
    expect(mended(text, ['Guten Tag,', ' ', 'Mit Gruß'])).toBeNull();
    expect(mended(text, ['Guten Tag,'])).toBeNull();
  });

  it('is shown line by line, a passage over several lines in each of them', () => {
    const text = with_(letter, 'Die Kita ist zu weit.\n\nMit', 'kita');
    const lines = paragraphsOf(text);
    expect(lines.map(({ pieces }) => pieces.map((piece) => [piece.text, piece.mark]))).toEqual([
      [['Guten Tag,', null]],
      [
        ['abends fährt kein Bus. ', null],
        ['Die Kita ist zu weit.', 'kita'],
      ],
      [
        ['Mit', 'kita'],
        [' Gruß', null],
      ],
    ]);
    for (const { start, end, pieces } of lines)
      expect(plainText(text).slice(start, end)).toBe(pieces.map((piece) => piece.text).join(''));
  });

  it('counts what is open', () => {
    expect(openWords(letter)).toEqual({ words: 13, stretches: 1 });
    const text = with_(with_(letter, 'Guten Tag', 'gruß'), 'Mit Gruß', 'ende');
    expect(openWords(text)).toEqual({ words: 9, stretches: 1 });
    expect(openWords([])).toEqual({ words: 0, stretches: 0 });
  });
});
