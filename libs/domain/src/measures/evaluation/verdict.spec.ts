import fc from 'fast-check';
import { addDays } from '../../time';
import { judge, judgeTogether, type Verdict } from './verdict';

/** From 100 down to 60 within 2025: a waiting time that is to become shorter. */
const shorter = { baseline: 100, baselineOn: '2025-01-01', target: 60, targetOn: '2026-01-01' } as const;
const inJuly = (value: number) => [{ seenOn: '2025-07-02', value }];
const said = (value: number, today = '2025-07-02'): Verdict => judge(shorter, inJuly(value), today).verdict;

describe('The verdict on one goal', () => {
  it('says worsened once the value moved away from the target by more than a twentieth of the way', () => {
    expect(said(103)).toBe('WORSENED');
    expect(said(102)).toBe('UNCHANGED');
  });

  it('says unchanged up to a twentieth of the way in either direction', () => {
    expect(said(98)).toBe('UNCHANGED');
    expect(said(97)).not.toBe('UNCHANGED');
  });

  it('says on course while the way gone is at most a tenth behind the days gone', () => {
    // Half of the days: 40 % of the way are 84.
    expect(said(84)).toBe('ON_COURSE');
    expect(said(85)).toBe('BEHIND');
  });

  it('says reached at the target and beyond it, also when the days are over', () => {
    expect(said(60)).toBe('REACHED');
    expect(said(41)).toBe('REACHED');
    expect(said(60, '2027-03-01')).toBe('REACHED');
  });

  it('says behind when the last day is over and the target was passed by nobody', () => {
    expect(said(70)).toBe('ON_COURSE');
    expect(said(70, '2026-06-01')).toBe('BEHIND');
  });

  it('cannot say anything without a value behind the baseline’s day', () => {
    expect(judge(shorter, [], '2025-07-02')).toMatchObject({
      verdict: 'NO_VERDICT',
      progress: null,
      actual: null,
    });
    const before = [{ seenOn: '2025-01-01', value: 60 }];
    expect(judge(shorter, before, '2025-07-02').verdict).toBe('NO_VERDICT');
  });

  it('does not believe values of days to come', () => {
    expect(judge(shorter, [{ seenOn: '2025-07-03', value: 60 }], '2025-07-02').verdict).toBe('NO_VERDICT');
  });

  it('cannot say anything where baseline and target are equal', () => {
    expect(judge({ ...shorter, target: 100 }, inJuly(100), '2025-07-02').verdict).toBe('NO_VERDICT');
  });

  it('judges the newest value, whatever the order', () => {
    const values = [
      { seenOn: '2025-06-01', value: 60 },
      { seenOn: '2025-07-01', value: 120 },
      { seenOn: '2025-03-01', value: 80 },
    ];
    expect(judge(shorter, values, '2025-07-02')).toMatchObject({
      verdict: 'WORSENED',
      actual: { value: 120 },
    });
  });

  it('leaves a superseded measure unjudged', () => {
    expect(judge(shorter, inJuly(60), '2025-07-02', true).verdict).toBe('SUPERSEDED');
  });

  it('never says reached below the target, in whatever order values came in', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const goals = fc.record({ baseline: number, target: number, days: fc.integer({ min: 1, max: 4000 }) });
    const values = fc.array(fc.record({ after: fc.integer({ min: -50, max: 4000 }), value: number }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        goals,
        values,
        fc.integer({ min: 0, max: 5000 }),
        ({ baseline, target, days }, seen, passed) => {
          const goal = {
            baseline,
            target,
            baselineOn: '2020-01-01',
            targetOn: addDays('2020-01-01', days),
          } as const;
          const all = seen.map(({ after, value }) => ({ seenOn: addDays('2020-01-01', after), value }));
          const { verdict, actual } = judge(goal, all, addDays('2020-01-01', passed));
          if (verdict !== 'REACHED') return;
          expect(
            target > baseline ? (actual?.value ?? NaN) >= target : (actual?.value ?? NaN) <= target,
          ).toBe(true);
        },
      ),
    );
  });
});

it('The verdict on one goal does not depend on the order in which values were typed', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      days.chain((after) =>
        fc
          .tuple(
            ...after.map((day) =>
              fc.record({ day: fc.constant(day), value: fc.integer({ min: 0, max: 160 }) }),
            ),
          )
          .chain((seen) =>
            fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length })),
          ),
      ),
      ([seen, shuffled]) => {
        const values = (of: typeof seen) =>
          of.map(({ day, value }) => ({ seenOn: addDays('2025-01-01', day), value }));
        const judged = judge(shorter, values(seen), '2025-12-01');
        expect(judge(shorter, values(shuffled), '2025-12-01')).toEqual(judged);
        // Here the target is 60 and less is better: only at or below it is it reached.
        expect(judged.verdict === 'REACHED').toBe((judged.actual?.value ?? 999) <= 60);
      },
    ),
    { seed: 20250116, numRuns: 300 },
  );
});

describe('The verdict on several goals', () => {
  const goal = (verdict: Verdict) => ({ verdict });

  it('never says reached while one of them is not, and is as bad as the worst, whatever their order', () => {
    const worstFirst: readonly Verdict[] = ['WORSENED', 'UNCHANGED', 'BEHIND', 'ON_COURSE', 'REACHED'];
    const all = fc.array(fc.constantFrom<Verdict>(...worstFirst, 'NO_VERDICT').map(goal), { maxLength: 8 });
    fc.assert(
      fc.property(
        all.chain((goals) =>
          fc.tuple(fc.constant(goals), fc.shuffledSubarray(goals, { minLength: goals.length })),
        ),
        ([goals, shuffled]) => {
          const { verdict } = judgeTogether(goals);
          expect(judgeTogether(shuffled).verdict).toBe(verdict);
          const worst = worstFirst.find((it) => goals.some((one) => one.verdict === it));
          expect(verdict).toBe(worst ?? 'NO_VERDICT');
        },
      ),
      { seed: 20250116 },
    );
  });

  it('is led by the worst, and names those that say nothing', () => {
    const goals = [goal('REACHED'), goal('NO_VERDICT'), goal('BEHIND')];
    expect(judgeTogether(goals)).toEqual({ verdict: 'BEHIND', leading: goals[2], silent: [goals[1]] });
  });

  it('counts worsened as worse than unchanged, and unchanged as worse than behind', () => {
    expect(judgeTogether([goal('BEHIND'), goal('UNCHANGED'), goal('WORSENED')]).verdict).toBe('WORSENED');
    expect(judgeTogether([goal('ON_COURSE'), goal('BEHIND'), goal('UNCHANGED')]).verdict).toBe('UNCHANGED');
    expect(judgeTogether([goal('REACHED'), goal('ON_COURSE')]).verdict).toBe('ON_COURSE');
  });

  it('cannot be said where no goal can be judged or none is declared', () => {
    expect(judgeTogether([goal('NO_VERDICT')])).toMatchObject({ verdict: 'NO_VERDICT', leading: null });
    expect(judgeTogether([])).toEqual({ verdict: 'NO_VERDICT', leading: null, silent: [] });
  });

  it('is superseded with its measure', () => {
    expect(judgeTogether([goal('SUPERSEDED')], true).verdict).toBe('SUPERSEDED');
  });
});
