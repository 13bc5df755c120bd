import { feedbackNumber } from './feedback-number';

describe('the number of a Hinweis', () => {
  it('has four digits and grows beyond them', () => {
    expect(feedbackNumber(2026, 412)).toBe('H-2026-0412');
    expect(feedbackNumber(2026, 10_000)).toBe('H-2026-10000');
  });
});
