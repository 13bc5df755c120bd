import {
  type ConsolidationEvidence,
  consolidationColour,
  type CriterionFacts,
  fits,
  owesReason,
  proposalFor,
  thresholdWords,
  trendPerYear,
} from './criteria';

const nothing: ConsolidationEvidence = {
  agreementOn: null,
  coordination: [],
  meetings: [],
  reportsTo: null,
  results: [],
  resultsSince: '2024-01-01',
  cycle: null,
};
const criterion = (
  measure: CriterionFacts['measure'],
  facts: Partial<CriterionFacts> = {},
): CriterionFacts => ({
  measure,
  least: null,
  share: null,
  months: null,
  ...facts,
});
const meetings = criterion('MEETINGS', { least: 2, share: 50, months: 12 });
const DAY = '2026-11-23';

describe('criteria of Verstetigung', () => {
  it('count meetings within the months to which the share of the invited came, at its bounds', () => {
    const held = (on: string, present: number, invited: number) => ({ on, present, invited });
    const met = (...all: ReturnType<typeof held>[]): boolean | null =>
      proposalFor(meetings, { ...nothing, meetings: all }, DAY).met;
    expect(met(held('2026-11-23', 5, 10), held('2025-11-24', 5, 10))).toBe(true);
    // A day too early, a person too few, nobody invited, a meeting to come.
    expect(met(held('2026-11-23', 5, 10), held('2025-11-23', 5, 10))).toBe(false);
    expect(met(held('2026-11-23', 5, 10), held('2026-03-01', 4, 9))).toBe(false);
    expect(met(held('2026-11-23', 5, 10), held('2026-03-01', 0, 0))).toBe(false);
    expect(met(held('2026-11-23', 5, 10), held('2026-11-24', 9, 10))).toBe(false);
  });

  it('say what they counted', () => {
    const known = {
      ...nothing,
      meetings: [
        { on: '2026-09-10', present: 7, invited: 9 },
        { on: '2026-03-12', present: 2, invited: 9 },
      ],
    };
    expect(proposalFor(meetings, known, DAY).evidence).toBe(
      '2 Treffen seit 23. November 2025, 1 davon mit mindestens 50 % der Eingeladenen: 10. September 2026 (7 von 9), 12. März 2026 (2 von 9).',
    );
    expect(proposalFor(meetings, nothing, DAY).evidence).toBe(
      'Seit 23. November 2025 fand kein Treffen statt.',
    );
    expect(thresholdWords(meetings)).toBe('mindestens 2 Treffen in 12 Monaten, je mindestens 50 % anwesend');
  });

  it('never claim that hours are secured, but that nobody coordinates', () => {
    const coordination = criterion('COORDINATION', { least: 4 });
    expect(proposalFor(coordination, { ...nothing, coordination: ['Anna Berg'] }, DAY).met).toBeNull();
    expect(proposalFor(coordination, nothing, DAY).met).toBe(false);
    expect(proposalFor(criterion('ASKED'), nothing, DAY)).toEqual({ met: null, evidence: '' });
  });

  it('take agreement, reporting line, results and cycle from the data', () => {
    const agreement = criterion('AGREEMENT');
    expect(proposalFor(agreement, { ...nothing, agreementOn: DAY }, DAY).met).toBe(true);
    expect(proposalFor(agreement, { ...nothing, agreementOn: '2026-11-24' }, DAY).met).toBe(false);
    const reporting = criterion('REPORTING');
    expect(proposalFor(reporting, { ...nothing, reportsTo: 'Ausschuss' }, DAY).met).toBe(true);
    expect(proposalFor(reporting, nothing, DAY).met).toBe(false);
    const results = criterion('RESULTS', { least: 2 });
    expect(proposalFor(results, { ...nothing, results: ['E-1', 'E-2'] }, DAY).met).toBe(true);
    expect(proposalFor(results, { ...nothing, results: ['E-1'] }, DAY).met).toBe(false);
    const rhythm = criterion('RHYTHM');
    const cycle = { name: 'Zyklus 1', endsOn: '2028-12-31' };
    expect(proposalFor(rhythm, { ...nothing, cycle }, DAY).met).toBe(true);
    expect(proposalFor(rhythm, nothing, DAY).met).toBe(false);
  });

  it('owe a reason where the data says otherwise or nothing', () => {
    expect(owesReason({ met: true, reason: ' ' }, false)).toBe(true);
    expect(owesReason({ met: true, reason: '' }, null)).toBe(true);
    expect(owesReason({ met: true, reason: '' }, true)).toBe(false);
    expect(owesReason({ met: false, reason: 'befristet' }, null)).toBe(false);
  });

  it('have exactly the numbers of their measure', () => {
    expect(fits('NETWORK', meetings)).toBe(true);
    expect(fits('NETWORK', { ...meetings, share: null })).toBe(false);
    expect(fits('NETWORK', criterion('ASKED', { least: 1 }))).toBe(false);
    expect(fits('PLANNING', meetings)).toBe(false);
    expect(fits('PLANNING', criterion('RHYTHM'))).toBe(true);
    expect(fits('FORMAT', criterion('RHYTHM'))).toBe(false);
  });

  it('give the light of a check', () => {
    expect([consolidationColour(5, 5), consolidationColour(3, 5), consolidationColour(2, 5)]).toEqual([
      'GREEN',
      'YELLOW',
      'RED',
    ]);
    expect(consolidationColour(0, 0)).toBe('RED');
  });

  it('show per year the last check and what changed', () => {
    const check = (checkedOn: string, met: number) => ({ checkedOn, met, of: 5 });
    expect(
      trendPerYear([
        check('2026-02-01', 4),
        check('2024-05-01', 1),
        check('2024-11-01', 2),
        check('2026-01-01', 5),
      ]),
    ).toEqual([
      { year: 2024, on: '2024-11-01', met: 2, of: 5, colour: 'RED', change: null },
      { year: 2026, on: '2026-02-01', met: 4, of: 5, colour: 'YELLOW', change: 2 },
    ]);
  });
});
