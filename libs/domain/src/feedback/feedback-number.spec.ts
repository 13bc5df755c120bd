import { feedbackNumber, isFeedbackNumber } from './feedback-number';

describe('the number of a Hinweis', () => {
  it('has four digits and grows beyond them', () => {
    expect(feedbackNumber(2026, 412)).toBe('H-2026-0412');
    expect(feedbackNumber(2026, 10_000)).toBe('H-2026-10000');
  });

  it.each([
    ['H-2026-0412', true],
    ['H-2026-10000', true],
    ['H-2026-0000', false],
    ['H-2026-012', false],
    ['H-2026-00412', false],
    ['h-2026-0412', false],
  ])('%s: %s', (text, expected) => {
    expect(isFeedbackNumber(text)).toBe(expected);
  });
});
