import { unbroken } from './unbroken';

/** Where a line may end. */
const parts = (text: string): string[] => unbroken(text).split(/ |(?<=–)(?!\u2060)/);

describe('A line of text ends nowhere within', () => {
  it.each([
    ['Do, 16.01.2025, 14:00–16:30 Uhr', 3],
    ['14:00 Uhr', 1],
    ['22:00 Uhr bis Fr, 17.01.2025, 02:00 Uhr', 5],
    ['Ahornhaus e. V. Köthen', 3],
    ['z. B. montags', 2],
    ['gem. e. V. (Demo)', 2],
    ['am 8. Dezember um 9 Uhr', 6],
  ])('%s', (text, count) => {
    expect(parts(text)).toHaveLength(count);
    expect(unbroken(text).replaceAll('\u2060', '').replaceAll('\u00A0', ' ')).toBe(text);
  });
});
