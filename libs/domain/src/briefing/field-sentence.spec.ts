import fc from 'fast-check';
import { measureStatuses } from '../measures';
import { verdicts } from '../measures/evaluation';
import { type FieldCounts, fieldSentence } from './field-sentence';

const nothing: FieldCounts = {
  voices: { total: 0, unanswered: 0, confirmedFindings: 0 },
  priorities: 0,
  undecided: 0,
  adopted: 0,
  adoptedWithoutMeasure: 0,
  measures: {},
  verdicts: {},
};
const said = (counts: Partial<FieldCounts>): string => fieldSentence({ ...nothing, ...counts });

describe('The sentence on a Handlungsfeld', () => {
  it('counts from the voices to what became of them', () => {
    expect(
      said({
        voices: { total: 32, unanswered: 5, confirmedFindings: 3 },
        priorities: 1,
        undecided: 2,
        adopted: 4,
        adoptedWithoutMeasure: 1,
        measures: { LATE: 1, ON_TRACK: 2, DONE: 1, UNDECIDED: 4, ENDED: 2 },
        verdicts: { REACHED: 1, NO_VERDICT: 6 },
      }),
    ).toBe(
      '32 Hinweise (5 noch nicht beantwortet), 3 bestätigte Befunde, 1 Schwerpunkt; 2 Empfehlungen warten auf einen Beschluss; ' +
        'von 4 beschlossenen Empfehlungen ist 1 ohne Maßnahme; 1 Maßnahme ist im Verzug, 2 sind im Plan, 1 ist abgeschlossen; ' +
        'Urteil zur Wirkung: 1 erreicht.',
    );
  });

  it('says one of each in the singular', () => {
    expect(
      said({
        voices: { total: 1, unanswered: 1, confirmedFindings: 1 },
        priorities: 2,
        undecided: 1,
        adopted: 1,
        measures: { ON_TRACK: 1 },
      }),
    ).toBe(
      '1 Hinweis (noch nicht beantwortet), 1 bestätigter Befund, 2 Schwerpunkte; 1 Empfehlung wartet auf einen Beschluss; ' +
        '1 beschlossene Empfehlung hat eine Maßnahme; 1 Maßnahme ist im Plan.',
    );
  });

  it('names what is missing on the way', () => {
    expect(said({ voices: { total: 1200, unanswered: 1200, confirmedFindings: 0 } })).toBe(
      '1.200 Hinweise (alle noch nicht beantwortet), noch kein bestätigter Befund, kein Schwerpunkt.',
    );
    expect(said({ measures: { AT_RISK: 2 } })).toBe(
      'Noch kein Hinweis, noch kein bestätigter Befund, kein Schwerpunkt; 2 Maßnahmen sind gefährdet.',
    );
  });

  it.each([
    [1, 1, '1 beschlossene Empfehlung ist ohne Maßnahme'],
    [3, 0, 'jede der 3 beschlossenen Empfehlungen hat eine Maßnahme'],
    [3, 2, 'von 3 beschlossenen Empfehlungen sind 2 ohne Maßnahme'],
    [3, 3, 'von 3 beschlossenen Empfehlungen sind alle ohne Maßnahme'],
  ])('of %i adopted recommendations tells how many are without a measure (%i)', (adopted, without, words) => {
    expect(said({ adopted, adoptedWithoutMeasure: without })).toContain(words);
  });

  it('says that there is nothing yet, and nothing of voices to those who do not read them', () => {
    expect(said({})).toMatch(/^In diesem Handlungsfeld gibt es noch keinen Hinweis/);
    expect(said({ voices: null })).not.toMatch(/Hinweis|Befund/);
    expect(said({ voices: null, priorities: 2, undecided: 1 })).toBe(
      '2 Schwerpunkte; 1 Empfehlung wartet auf einen Beschluss.',
    );
    expect(said({ voices: null, adopted: 1 })).toMatch(/^Noch kein Schwerpunkt; /);
  });

  it('is one sentence with a full stop, whatever is counted', () => {
    const count = fc.integer({ min: 0, max: 5000 });
    const each = <Key extends string>(keys: readonly Key[]) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, count])), { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.record({
          voices: fc.option(fc.record({ total: count, unanswered: count, confirmedFindings: count })),
          priorities: count,
          undecided: count,
          adopted: count,
          adoptedWithoutMeasure: count,
          measures: each(measureStatuses),
          verdicts: each(verdicts),
        }),
        (counts) => {
          expect(fieldSentence(counts)).toMatch(/^[A-ZÄÖÜ0-9][^\n]*[^.]\.$/);
        },
      ),
    );
  });
});
