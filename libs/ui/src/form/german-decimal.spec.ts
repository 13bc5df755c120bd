import { germanDecimal } from './german-decimal';

describe('A number typed the German way', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    ['1.234,50', 1234.5],
    ['1 234', 1234],
    ['-3,2', -3.2],
    ['−3', -3],
    ['0,05', 0.05],
    ['12.5', 12.5],
    ['1.234', 1234],
    ['-0', 0],
  ])('%s is understood', (typed, value) => {
    expect(germanDecimal(typed, 2)).toBe(value);
  });

  it.each(['', 'zwölf', '1,2,3', '1.23.4', '12,345', '1e5', ','])('%s is none', (typed) => {
    expect(germanDecimal(typed, 2)).toBeNull();
  });
});
