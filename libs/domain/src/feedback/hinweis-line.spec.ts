import { note, quote } from '../documents';
import { printedHinweis } from './hinweis-line';

describe('A Hinweis in the protocol', () => {
  it('says only that it was taken while nobody has checked its words', () => {
    const unchecked = { number: 'H-2025-0012', text: null, speakerRole: 'Beraterin' };
    expect(printedHinweis(unchecked)).toEqual([note('Hinweis aufgenommen (H-2025-0012).')]);
    expect(printedHinweis({ ...unchecked, number: null })).toEqual([note('Hinweis aufgenommen.')]);
  });

  it('shows its checked words with the role of who said them', () => {
    const checked = { number: 'H-2025-0012', text: 'Elf Wochen Wartezeit', speakerRole: 'Beraterin' };
    expect(printedHinweis(checked)).toEqual([quote('Elf Wochen Wartezeit', 'Beraterin')]);
    expect(printedHinweis({ ...checked, speakerRole: '' })).toEqual([
      quote('Elf Wochen Wartezeit', 'Hinweis aus der Runde'),
    ]);
  });
});
