import fc from 'fast-check';
import {
  rankedByPoints,
  rankInWords,
  readJoinCode,
  readPoints,
  refusedPoints,
  shownJoinCode,
  sumOf,
} from './points';

const options = ['bus', 'kita', 'arzt'];
const rule = { pointsPerPerson: 3, mostPerOption: 2 };
const ballot = (...points: number[]) =>
  points.map((it, index) => ({ optionId: options[index] ?? 'fremd', points: it }));

describe('The points of one person', () => {
  it('may be spread, or kept back in part', () => {
    expect(refusedPoints(rule, ballot(2, 1, 0), options)).toBeNull();
    expect(refusedPoints(rule, ballot(1), options)).toBeNull();
    expect(refusedPoints(rule, [], options)).toBeNull();
  });

  it.each([
    ['more than there are', ballot(2, 2, 0), 'points-too-many', null],
    ['more than may go to one', ballot(3), 'points-too-many-at-one', 'bus'],
    ['less than none', ballot(-1, 2, 2), 'points-not-a-number', 'bus'],
    ['half a point', ballot(0, 0.5), 'points-not-a-number', 'kita'],
    ['an option of something else', ballot(0, 0, 0, 1), 'points-option-unknown', null],
  ])('are refused with %s', (_, given, code, optionId) => {
    expect(refusedPoints(rule, given, options)).toEqual({ code, optionId });
  });

  it('may all go to one where nothing else was said', () => {
    expect(refusedPoints({ pointsPerPerson: 3, mostPerOption: null }, ballot(3), options)).toBeNull();
  });

  it('never exceed what a person has, whatever is typed', () => {
    const typed = fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 3 });
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 9 }), (points, pointsPerPerson) => {
        const given = ballot(...points);
        if (refusedPoints({ pointsPerPerson, mostPerOption: null }, given, options) !== null) return;
        expect(sumOf(given)).toBeLessThanOrEqual(pointsPerPerson);
        expect(given.every((it) => it.points >= 0)).toBe(true);
      }),
      { seed: 2026 },
    );
  });

  it('are read from what stands in a field', () => {
    expect([' 2 ', '', '007', '2,5', '-1', 'zwei', '12345'].map(readPoints)).toEqual([
      2,
      0,
      7,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('The result', () => {
  it('gives as many points the same rank and leaves out the next', () => {
    const ranked = rankedByPoints([
      { id: 'a', points: 4 },
      { id: 'b', points: 9 },
      { id: 'c', points: 4 },
      { id: 'd', points: 0 },
    ]);
    expect(ranked.map(({ id, rank, tied }) => [id, rank, tied])).toEqual([
      ['b', 1, false],
      ['a', 2, true],
      ['c', 2, true],
      ['d', 4, false],
    ]);
    expect(ranked.map((it) => rankInWords(it, 4))[1]).toBe('Rang 2 von 4 (geteilt)');
  });

  it('never ranks fewer points before more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (points) => {
        const ranked = rankedByPoints(points.map((it) => ({ points: it })));
        ranked.forEach((it, index) => {
          const before = ranked[index - 1];
          if (!before) return;
          expect(before.points).toBeGreaterThanOrEqual(it.points);
          expect(before.rank === it.rank).toBe(before.points === it.points);
        });
      }),
      { seed: 2026 },
    );
  });
});

describe('The letters of an address', () => {
  it('are read however somebody types them', () => {
    for (const typed of ['KFTMRXBC', 'kftm-rxbc', ' kftm rxbc '])
      expect(readJoinCode(typed)).toBe('KFTMRXBC');
    for (const typed of ['', 'KFTM', 'KFTMRXB1', 'AEIOUAEI']) expect(readJoinCode(typed)).toBeNull();
    expect(readJoinCode(shownJoinCode('KFTMRXBC'))).toBe('KFTMRXBC');
  });
});
