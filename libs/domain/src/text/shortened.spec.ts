import fc from 'fast-check';
import { shortened } from './shortened';

describe('A shortened text', () => {
  it('stays as it is where there is room, in one line', () => {
    expect(shortened('Der Bus\nfährt  selten.', 30)).toBe('Der Bus fährt selten.');
  });

  it('ends behind a whole word', () => {
    expect(shortened('Der Bus nach Aken, sagt man, fährt selten.', 19)).toBe('Der Bus nach Aken…');
  });

  it('cuts a word that is longer than its room', () => {
    expect(shortened('Donaudampfschifffahrt', 8)).toBe('Donauda…');
  });

  it('never takes more room than it has, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 2, max: 60 }),
        (text, most) => Array.from(shortened(text, most)).length <= most,
      ),
    );
  });
});
