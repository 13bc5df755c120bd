import {
  type ContradictionFacts,
  type ContradictionKind,
  contradictionsOf,
  type DividedFinding,
  type MeasureFacts,
  namesAGap,
  type Vote,
} from './contradictions';

const TODAY = '2026-11-29';
const nothing: ContradictionFacts = {
  measures: [],
  findings: [],
  doubts: [],
  votes: [],
  gaps: [],
  priorities: 0,
  figuresAgainstVoices: [],
  fieldId: 'f',
};
const found = (facts: Partial<ContradictionFacts>) => contradictionsOf({ ...nothing, ...facts }, TODAY);
const kinds = (facts: Partial<ContradictionFacts>): ContradictionKind[] =>
  found(facts).map(({ kind }) => kind);

const measure = (facts: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'm',
  number: 'M-2026-0001',
  title: 'Zweiter Beratungstag',
  state: 'COMPLETED',
  verdict: 'NO_VERDICT',
  since: '2026-09-01',
  recommendation: { id: 'e', number: 'E-2026-0001' },
  finding: null,
  ...facts,
});
const heard = (...heardOn: string[]) => ({ id: 'b', number: 'B-2026-0001', heardOn });

describe('A contradiction within a Handlungsfeld', () => {
  it('is a measure that is carried out and made nothing better', () => {
    expect(found({ measures: [measure({ verdict: 'WORSENED' })] })).toEqual([
      {
        kind: 'CARRIED_OUT_WITHOUT_EFFECT',
        says: 'M-2026-0001 „Zweiter Beratungstag“ gilt als umgesetzt, das Urteil zur Wirkung lautet aber „verschlechtert“.',
        sides: [
          { label: 'M-2026-0001', path: '/planung/massnahmen/m' },
          { label: 'E-2026-0001', path: '/planung/empfehlungen/e' },
        ],
      },
    ]);
    expect(kinds({ measures: [measure({ verdict: 'UNCHANGED', state: 'EVALUATED' })] })).toHaveLength(1);
    expect(kinds({ measures: [measure({ verdict: 'REACHED' })] })).toEqual([]);
    expect(kinds({ measures: [measure({ verdict: 'WORSENED', state: 'IN_PROGRESS' })] })).toEqual([]);
  });

  it('is a Hinweis that asks for what has been done', () => {
    const asked = measure({ finding: heard('2026-08-31', '2026-10-01', '2026-11-02') });
    expect(found({ measures: [asked] })).toMatchObject([
      {
        kind: 'VOICES_AFTER_THE_END',
        says: 'M-2026-0001 „Zweiter Beratungstag“ gilt seit dem 01.09.2026 als umgesetzt. Danach kamen noch 2 Hinweise zu B-2026-0001.',
      },
    ]);
    expect(kinds({ measures: [{ ...asked, state: 'IN_PROGRESS', verdict: 'REACHED' }] })).toEqual([
      'VOICES_AFTER_THE_END',
    ]);
    expect(kinds({ measures: [{ ...asked, state: 'IN_PROGRESS' }] })).toEqual([]);
    expect(kinds({ measures: [measure({ finding: heard('2026-09-01') })] })).toEqual([]);
  });

  it('is none any more once the last Hinweis is older than half a year', () => {
    const old = (on: string) => kinds({ measures: [measure({ since: '2026-01-01', finding: heard(on) })] });
    expect(old('2026-05-30')).toEqual(['VOICES_AFTER_THE_END']);
    expect(old('2026-05-29')).toEqual([]);
  });

  it('is a Beschluss on a Befund that is not confirmed or was changed since', () => {
    const doubt = {
      recommendation: { id: 'e', number: 'E-2026-0001' },
      finding: { id: 'b', number: 'B-2026-0001' },
    };
    expect(found({ doubts: [{ ...doubt, toCheck: false }] })[0]?.says).toBe(
      'E-2026-0001 ist beschlossen, aber ihr Befund B-2026-0001 ist nicht bestätigt.',
    );
    expect(found({ doubts: [{ ...doubt, toCheck: true }] })[0]?.says).toContain('noch zu prüfen');
  });

  it('is praise and complaint about the same, not one voice against many', () => {
    const finding = (facts: Partial<DividedFinding>): DividedFinding => ({
      id: 'b',
      number: 'B-2026-0001',
      statement: 'Die Sprechstunde liegt günstig.',
      praising: 1,
      complaining: 4,
      praise: { id: 'p', number: 'H-1' },
      complaint: { id: 'c', number: 'H-2' },
      ...facts,
    });
    const [one] = found({ findings: [finding({})] });
    expect(one?.says).toBe('B-2026-0001 „Die Sprechstunde liegt günstig.“: 4 Hinweise klagen, 1 lobt.');
    expect(one?.sides.map(({ path }) => path)).toEqual(['/planung/befunde/b', '/hinweise/p', '/hinweise/c']);
    expect(kinds({ findings: [finding({ complaining: 5 })] })).toEqual([]);
    expect(kinds({ findings: [finding({ praising: 0, complaining: 1 })] })).toEqual([]);
  });

  it('is a Schwerpunkt that got the most points and no recommendation', () => {
    const vote = (facts: Partial<Vote>): Vote => ({
      prioritisation: { id: 'v', question: 'Was zuerst?', closedOn: '2026-10-01' },
      priority: { id: 's', number: 'S-2026-0001', title: 'Kürzere Wartezeiten' },
      points: 9,
      most: 9,
      recommendations: 0,
      ...facts,
    });
    expect(found({ votes: [vote({})] })[0]?.says).toContain('die meisten Punkte');
    expect(kinds({ votes: [vote({ points: 8 })] })).toEqual([]);
    expect(kinds({ votes: [vote({ recommendations: 1 })] })).toEqual([]);
    expect(kinds({ votes: [vote({ points: 0, most: 0 })] })).toEqual([]);
  });

  it('is a gap that was described and no Schwerpunkt', () => {
    const gaps = [{ place: 'Köthen', gap: '1,5 Stellen' }];
    expect(found({ gaps })[0]?.says).toBe(
      'Für Köthen ist eine Lücke beschrieben, einen Schwerpunkt gibt es in diesem Handlungsfeld aber nicht.',
    );
    const more = ['Zerbst', 'Aken'].map((place) => ({ place, gap: 'ja' }));
    expect(found({ gaps: [...gaps, ...more] })[0]?.says).toContain('Köthen und 2 weitere Räume');
    expect(kinds({ gaps, priorities: 1 })).toEqual([]);
    expect(kinds({ gaps: [{ place: 'Köthen', gap: 'Keine.' }] })).toEqual([]);
  });

  it('of each kind stands before the second of any', () => {
    const bad = (id: string) => measure({ id, verdict: 'UNCHANGED' });
    const doubt = {
      recommendation: { id: 'e', number: 'E-1' },
      finding: { id: 'b', number: 'B-1' },
      toCheck: true,
    };
    expect(kinds({ measures: [bad('m'), bad('n')], doubts: [doubt] })).toEqual([
      'CARRIED_OUT_WITHOUT_EFFECT',
      'ADOPTED_ON_DOUBT',
      'CARRIED_OUT_WITHOUT_EFFECT',
    ]);
  });

  it.each(['Keine', 'keine Lücke.', 'Derzeit keine Lücken bekannt', '-', '–', '0', '', 'entfällt'])(
    'is not made of words that say that nothing is missing: %j',
    (gap) => expect(namesAGap(gap)).toBe(false),
  );
  it.each(['Keine Beratung am Abend', '10 Plätze', 'Nichts nach 18 Uhr', 'kein Kinderarzt'])(
    'is made of words that name a gap: %j',
    (gap) => expect(namesAGap(gap)).toBe(true),
  );
});
