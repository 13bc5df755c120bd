import * as fc from 'fast-check';
import {
  additiveIndex,
  classOfIndex,
  competitionRanks,
  dissimilarityIndex,
  greyingIndex,
  medianWaitingTime,
  roundedTo,
  segregationIndex,
  shannonDiversity,
  totalQuotient,
  type ValuesByArea,
  zScores,
} from '.';

describe('z', () => {
  it('has mean 0, mean square 1 and no larger size than √(n − 1)', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (numbers) => {
        fc.pre(new Set(numbers).size > 1);
        const byArea = Object.fromEntries(numbers.map((it, at) => [`area ${at}`, it]));
        const z = Object.values(zScores(byArea, 'HIGH_IS_NEED')?.z ?? {}).map((it) => it ?? NaN);
        const sum = z.reduce((total, it) => total + it, 0);
        const squares = z.reduce((total, it) => total + it ** 2, 0);
        const limit = Math.sqrt(z.length - 1) + 1e-9;
        return (
          Math.abs(sum) < 1e-9 &&
          Math.abs(squares / z.length - 1) < 1e-9 &&
          z.every((it) => Math.abs(it) <= limit)
        );
      }),
    );
  });

  it('turns round where a low value means need', () => {
    expect(zScores({ a: 1, b: 3 }, 'LOW_IS_NEED')?.z).toEqual({ a: 1, b: -1 });
  });

  it('leaves a missing value missing and counts the others', () => {
    expect(zScores({ a: 1, b: null, c: 3 }, 'HIGH_IS_NEED')?.z).toEqual({ a: -1, b: null, c: 1 });
  });

  it('does not exist where all are the same, and not for mere context', () => {
    expect(zScores({ a: 0.1, b: 0.1, c: 0.1 }, 'HIGH_IS_NEED')).toBeNull();
    expect(() => zScores({ a: 1, b: 2 }, 'CONTEXT')).toThrow(RangeError);
  });
});

describe('The additive index', () => {
  const component = (code: string, values: ValuesByArea, weight?: number) =>
    ({ code, values, direction: 'HIGH_IS_NEED', ...(weight && { weight }) }) as const;

  it('is null for an area that misses one component, and says so', () => {
    const { areas, warnings } = additiveIndex([
      component('A', { x: 1, y: 3, w: 5 }),
      component('B', { x: 2, y: null, w: 4 }),
    ]);
    expect(areas['y']).toMatchObject({ value: null, class: null, components: { A: 0, B: null } });
    expect(areas['x']?.value).not.toBeNull();
    expect(warnings).toContain('1 von 3 Gebieten ohne Index, weil ein Bestandteil fehlt oder geheim ist.');
  });

  it('leaves out a component in which all are the same, with a notice', () => {
    const { areas, warnings } = additiveIndex([
      component('A', { x: 1, y: 3 }),
      component('B', { x: 7, y: 7 }),
    ]);
    expect(areas['y']).toMatchObject({ value: 1, components: { A: 1 } });
    expect(warnings.join(' ')).toContain('oder zu wenige einen: B.');
  });

  it('weighs', () => {
    const { areas } = additiveIndex([component('A', { x: 1, y: 3 }, 3), component('B', { x: 3, y: 1 }, 1)]);
    expect(areas['y']?.value).toBeCloseTo(0.5, 12);
  });

  it('has classes on both sides of the middle alike', () => {
    const at = [1.01, 1, 0.5, 0.49, -0.49, -0.5, -1, -1.01].map(classOfIndex);
    expect(at).toEqual(['HIGH', 'RAISED', 'RAISED', 'MIDDLE', 'MIDDLE', 'LOW', 'LOW', 'VERY_LOW']);
  });
});

describe('Ranks', () => {
  it('share the better place where the shown values are the same, and pass over the next', () => {
    const values = { a: 9.94, b: 8.04, c: 8.14, d: 1, e: null };
    expect(competitionRanks(values, 1, 'HIGH_IS_NEED')).toEqual({ a: 1, b: 3, c: 2, d: 4, e: null });
    expect(competitionRanks(values, 0, 'HIGH_IS_NEED')).toEqual({ a: 1, b: 2, c: 2, d: 4, e: null });
  });

  it('begin with the lowest where a low value means need; context has none', () => {
    expect(competitionRanks({ a: 2, b: 1 }, 1, 'LOW_IS_NEED')).toEqual({ a: 2, b: 1 });
    expect(competitionRanks({ a: 2, b: 1 }, 1, 'CONTEXT')).toEqual({ a: null, b: null });
  });

  it('round half away from zero', () => {
    expect([1.005, 2.5, -2.5, -0.4, 24.749].map((it, at) => roundedTo(it, at === 0 ? 2 : 0))).toEqual([
      1.01, 3, -3, 0, 25,
    ]);
  });
});

describe('Segregation', () => {
  it('is 0 where a group lives everywhere alike, 1 where apart, nothing without a group', () => {
    expect(
      segregationIndex([
        { group: 1, all: 10 },
        { group: 2, all: 20 },
      ]),
    ).toBe(0);
    expect(
      segregationIndex([
        { group: 10, all: 10 },
        { group: 0, all: 20 },
      ]),
    ).toBe(1);
    expect(segregationIndex([{ group: 0, all: 10 }])).toBeNull();
    expect(() => segregationIndex([{ group: 11, all: 10 }])).toThrow(RangeError);
  });

  it('equals the other way to write it, Σ t·|p − P| / (2·T·P·(1 − P))', () => {
    const parts = [
      { group: 30, all: 100 },
      { group: 5, all: 80 },
      { group: 11, all: 20 },
    ];
    const [all, share] = [200, 46 / 200];
    const other =
      parts.reduce((sum, it) => sum + it.all * Math.abs(it.group / it.all - share), 0) /
      (2 * all * share * (1 - share));
    expect(segregationIndex(parts)).toBeCloseTo(other, 12);
  });

  it('of two groups asks only where these two live', () => {
    expect(
      dissimilarityIndex([
        { first: 3, second: 1 },
        { first: 1, second: 3 },
      ]),
    ).toBe(0.5);
    expect(dissimilarityIndex([{ first: 3, second: 0 }])).toBeNull();
  });
});

describe('Waiting times', () => {
  const told = (days: number[], singly: number[] = []) =>
    days.map((it, at) => ({ service: `Dienst ${at + 1}`, days: it, maySingly: singly.includes(at) }));

  it('are a median from five services on', () => {
    expect(medianWaitingTime(told([10, 50, 20, 30, 40]))).toEqual({ kind: 'MEDIAN', days: 30, services: 5 });
    expect(medianWaitingTime(told([10, 50, 20, 30, 40, 60]))).toMatchObject({ days: 35 });
  });

  it('of four are shown one by one, of those who agreed', () => {
    expect(medianWaitingTime(told([10, 50, 20, 30], [1]))).toEqual({
      kind: 'SINGLY',
      shown: [{ service: 'Dienst 2', days: 50 }],
      services: 4,
    });
  });
});

describe('Diversity of services', () => {
  it('is greatest where all kinds are as many, and kinds without any do not count', () => {
    expect(shannonDiversity([5, 5, 0])).toEqual({
      entropy: expect.closeTo(Math.LN2, 12),
      evenness: 1,
      kinds: 2,
    });
    expect(shannonDiversity([9])).toEqual({ entropy: 0, evenness: null, kinds: 1 });
    expect(shannonDiversity([0, 0])).toBeNull();
  });
});

describe('Quotients', () => {
  it('add up to the Gesamtquotient', () => {
    expect(totalQuotient({ under20: 25, from20to64: 100, from65: 44 })).toBe(69);
    expect(totalQuotient({ under20: 25, from20to64: 0, from65: 44 })).toBeNull();
  });

  it('leave the Greying-Index open where the table ends with 75 and more', () => {
    expect(greyingIndex(null, 45_575)).toBeNull();
  });
});
