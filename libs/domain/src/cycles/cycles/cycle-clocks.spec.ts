import { counterSentence } from './cycle-counters';
import { cycleClock, planAge, proposedEnd } from './cycle-clocks';
import { proposedMilestones } from './first-milestones';

describe('The clocks of a Zyklus', () => {
  it('propose an end after five years, to the day', () => {
    expect(proposedEnd('2027-01-01', 5)).toBe('2031-12-31');
    expect(proposedEnd('2024-02-29', 1)).toBe('2025-02-27');
  });

  it('say how much of it is gone', () => {
    const cycle = { beginsOn: '2024-01-01', endsOn: '2026-12-31' };
    expect(cycleClock(cycle, '2023-06-01')).toEqual({ percent: 0, monthsLeft: 36 });
    expect(cycleClock(cycle, '2025-07-01')).toEqual({ percent: 50, monthsLeft: 18 });
    expect(cycleClock(cycle, '2027-03-01')).toEqual({ percent: 100, monthsLeft: 0 });
  });

  it('warn of a plan from the day on which it is three years old', () => {
    expect(planAge('2023-11-30', '2026-11-29')).toEqual({ months: 35, old: false });
    expect(planAge('2023-11-30', '2026-11-30')).toEqual({ months: 36, old: true });
  });
});

describe('The goals of a Zyklus', () => {
  it('are for the first one those of the concept, year by year', () => {
    const told = proposedMilestones(1, { beginsOn: '2024-01-01', endsOn: '2026-12-31' });
    expect(told.map(({ year, counter }) => [year, counter])).toEqual([
      [2024, 'STEPS'],
      [2025, 'CATALOGUE'],
      [2025, 'NETWORKS'],
      [2025, 'FORMATS'],
      [2026, 'RECOMMENDATIONS'],
    ]);
  });

  it('never lie outside of a cycle, however short', () => {
    for (const cycle of [1, 2])
      for (const { year } of proposedMilestones(cycle, { beginsOn: '2027-01-01', endsOn: '2027-12-31' }))
        expect(year).toBe(2027);
  });

  it('are told as people say them', () => {
    expect(counterSentence('CATALOGUE', { reached: 62, total: 99 })).toBe('Datenkatalog 62 % definiert');
    expect(counterSentence('CATALOGUE', { reached: 999, total: 1000 })).toBe('Datenkatalog 99 % definiert');
    expect(counterSentence('CATALOGUE', { reached: 0, total: 0 })).toBe('Datenkatalog 0 % definiert');
    expect(counterSentence('NETWORKS', { reached: 3, total: 4 })).toBe('3 von 4 Netzwerken aktiv');
    expect(counterSentence('FORMATS', { reached: 5, total: 7 })).toBe('5 Formate ausgewertet');
  });
});
