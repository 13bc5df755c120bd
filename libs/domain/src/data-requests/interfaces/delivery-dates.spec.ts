import fc from 'fast-check';
import { addDays } from '../../time';
import { interfaceRhythms } from '../interface-rhythm';
import { countsFrom, deliveryDates, type DeliveryTerm } from './delivery-dates';

const FROM = '2018-01-01';
const TO = '2032-12-31';
const timed = interfaceRhythms.filter((rhythm) => rhythm !== 'PER_PLAN');

/** As versions are written: each begins to count where the one before it ends. */
function termsOf(
  versions: readonly Pick<DeliveryTerm, 'validFrom' | 'rhythm' | 'daysToDeliver'>[],
): DeliveryTerm[] {
  const terms: DeliveryTerm[] = [];
  for (const version of versions)
    terms.push({ ...version, countsFrom: countsFrom(terms.at(-1) ?? null, version.validFrom) });
  return terms;
}

const day = fc.integer({ min: 0, max: 3600 }).map((count) => addDays('2020-01-01', count));
const agreed = fc
  .tuple(
    fc.uniqueArray(day, { minLength: 0, maxLength: 4 }),
    fc.array(fc.constantFrom(...timed), { minLength: 5, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 366 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([days, rhythms, waits]) =>
    termsOf(
      [null, ...[...days].sort()].map((validFrom, index) => ({
        validFrom,
        rhythm: rhythms[index] ?? 'YEARLY',
        daysToDeliver: waits[index] ?? 30,
      })),
    ),
  );

describe('The days deliveries are expected on', () => {
  it('are one for each period', () => {
    fc.assert(
      fc.property(agreed, (terms) => {
        const ends = deliveryDates(terms, FROM, TO).map(({ endsOn }) => endsOn);
        expect(new Set(ends).size).toBe(ends.length);
        const labels = deliveryDates(terms, FROM, TO).map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  it('leave no day out, over any change of the rhythm', () => {
    fc.assert(
      fc.property(agreed, (terms) => {
        const periods = deliveryDates(terms, FROM, TO).sort((one, other) =>
          one.endsOn < other.endsOn ? -1 : 1,
        );
        for (const [index, { endsOn }] of periods.slice(0, -1).entries())
          expect((periods[index + 1]?.startsOn ?? '') <= addDays(endsOn, 1)).toBe(true);
      }),
    );
  });

  it('are the same, whether one asks for all at once or for one time after the other', () => {
    fc.assert(
      fc.property(agreed, day, (terms, between) => {
        const parts = [
          ...deliveryDates(terms, FROM, between),
          ...deliveryDates(terms, addDays(between, 1), TO),
        ];
        const key = ({ label, dueOn }: { label: string; dueOn: string }) => `${label} ${dueOn}`;
        expect(parts.map(key).sort()).toEqual(deliveryDates(terms, FROM, TO).map(key).sort());
      }),
    );
  });

  it('come as many days behind the end of the period as agreed', () => {
    const [first] = deliveryDates(
      termsOf([{ validFrom: '2025-01-01', rhythm: 'QUARTERLY', daysToDeliver: 30 }]),
      '2025-01-01',
      '2025-12-31',
    );
    expect(first).toEqual({
      label: '1. Quartal 2025',
      startsOn: '2025-01-01',
      endsOn: '2025-03-31',
      dueOn: '2025-04-30',
    });
  });

  it('deliver the period that has begun before a change to its end', () => {
    const labels = (before: 'MONTHLY' | 'QUARTERLY', after: 'MONTHLY' | 'QUARTERLY') =>
      deliveryDates(
        termsOf([
          { validFrom: '2025-01-01', rhythm: before, daysToDeliver: 0 },
          { validFrom: '2025-02-15', rhythm: after, daysToDeliver: 0 },
        ]),
        '2025-01-01',
        '2025-06-30',
      ).map(({ label }) => label);
    expect(labels('QUARTERLY', 'MONTHLY')).toEqual([
      '1. Quartal 2025',
      'April 2025',
      'Mai 2025',
      'Juni 2025',
    ]);
    expect(labels('MONTHLY', 'QUARTERLY')).toEqual([
      'Januar 2025',
      'Februar 2025',
      '1. Quartal 2025',
      '2. Quartal 2025',
    ]);
  });

  it('are none where no calendar says them', () => {
    const terms = termsOf([{ validFrom: null, rhythm: 'PER_PLAN', daysToDeliver: 30 }]);
    expect(deliveryDates(terms, FROM, TO)).toEqual([]);
  });
});
