import { usualPollEnd } from './usual-poll-end';

describe('the proposed end of a poll', () => {
  const today = '2026-11-23';

  it.each([
    ['a week on, as long as no date is proposed', [''], '2026-11-30'],
    ['a week on, where all dates are later', ['2026-12-08', '2026-12-01'], '2026-11-30'],
    ['the day before the first date', ['2026-12-08', '2026-11-27'], '2026-11-26'],
    ['today, where the first date is tomorrow', ['2026-11-24'], '2026-11-23'],
    ['today, where the first date is today or over', ['2026-11-20'], '2026-11-23'],
    ['untouched by what is no day yet', ['8.12', '2026-11-27'], '2026-11-26'],
  ])('is %s', (_, days, end) => {
    expect(usualPollEnd(today, days)).toBe(end);
  });
});
