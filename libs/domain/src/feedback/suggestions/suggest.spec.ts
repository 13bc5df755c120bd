import { demoFieldsOfAction } from '../../fields-of-action';
import { germanWords } from './german-words';
import {
  countLearned,
  effectiveWords,
  nothingLearned,
  shippedLexicon,
  shippedWordsFor,
  Suggester,
  termsToLearn,
  wordList,
} from './index';

const fields = demoFieldsOfAction.map(({ name, description }) => ({
  id: name,
  name,
  description,
  words: shippedWordsFor(name),
}));
const suggester = new Suggester(fields);
const named = (text: string): string[] =>
  suggester.suggest(text, nothingLearned).fields.map((field) => field.fieldId);

describe('Suggestions', () => {
  it('name the field a text speaks of, with the words that speak for it and figures that fall below one', () => {
    const { abstains, fields: found } = suggester.suggest(
      'Wir haben Schulden beim Vermieter, die Miete ist zu hoch.',
      nothingLearned,
    );
    expect(abstains).toBe(false);
    expect(found[0]?.fieldId).toBe('Soziale Lage');
    expect(found[0]?.words).toEqual(expect.arrayContaining(['Schulden', 'Vermieter', 'Miete']));
    expect(found.map((field) => field.rank)).toEqual(found.map((_, index) => index + 1));
    const scores = found.map((field) => field.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBeLessThan(1);
  });

  it('abstain where no word speaks for any field', () => {
    expect(suggester.suggest('Bitte so weitermachen, danke!', nothingLearned)).toEqual({
      abstains: true,
      fields: [],
    });
    expect(suggester.suggest('', nothingLearned).abstains).toBe(true);
  });

  it('take compounds apart at the longest word they know', () => {
    expect(named('Schulsozialarbeiterinnen gesucht')[0]).toBe('Kinder- und Jugendhilfe');
    expect(named('Hausarztpraxennetz')[0]).toBe('Gesundheit und medizinische Versorgung');
    expect(named('Pflegefamilien')[0]).toBe('Kinder- und Jugendhilfe');
  });

  it('know umlauts, plurals and gender-fair words', () => {
    expect(germanWords('Häuser').at(0)?.stem).toBe(germanWords('Haus').at(0)?.stem);
    expect(named('Zahnärzt:innen fehlen')[0]).toBe('Gesundheit und medizinische Versorgung');
  });

  it('find the shipped words for a field called a little differently, and none for another one', () => {
    expect(shippedWordsFor('Jugendhilfe')).toBe(shippedLexicon.get('Kinder- und Jugendhilfe'));
    expect(shippedWordsFor('Digitalisierung')).toEqual([]);
  });

  it('follow what planners made of the words', () => {
    const shipped = [{ term: 'rollator', weight: 4 as const }];
    const kept = [
      { term: 'rollator', weight: 4 as const, active: false, version: 1 },
      { term: 'quittenbrot', weight: 3 as const, active: true, version: 2 },
    ];
    expect(effectiveWords(shipped, kept)).toEqual([{ term: 'quittenbrot', weight: 3 }]);
    expect(wordList(shipped, kept).map(({ term, active, version }) => [term, active, version])).toEqual([
      ['quittenbrot', true, 2],
      ['rollator', false, 1],
    ]);
  });

  it('learn a word only when it stood in three Hinweise', () => {
    const linked = (times: number) =>
      countLearned(
        Array.from({ length: times }, () => ({ text: 'Der Zwiebelkuchen fehlt.', fieldId: 'Bildung' })),
      );
    const asked = (times: number) => suggester.suggest('Zwiebelkuchen!', linked(times));
    expect(asked(2).abstains).toBe(true);
    const learned = countLearned([
      ...Array.from({ length: 8 }, () => ({ text: 'Der Zwiebelkuchen fehlt.', fieldId: 'Bildung' })),
      ...Array.from({ length: 8 }, () => ({ text: 'Anderes.', fieldId: 'Soziale Lage' })),
    ]);
    expect(suggester.suggest('Zwiebelkuchen!', learned).fields[0]?.fieldId).toBe('Bildung');
  });

  it('learn no numbers and no words without a subject', () => {
    expect(termsToLearn('Und dann waren es 24 oder der 12.03.')).toEqual([]);
  });

  it('give no reason that is no reason: seit is not Seite, and brauchen and Haus stand in every second text', () => {
    const linked = Array.from({ length: 9 }, () => ({
      text: 'Wir brauchen seit Jahren ein Haus mit Zwiebelkuchen.',
      fieldId: 'Bildung',
    }));
    const others = Array.from({ length: 9 }, () => ({ text: 'Anderes.', fieldId: 'Soziale Lage' }));
    const asked = [...fields, { id: 'Heft', name: 'Seiten', description: 'Haus, Seiten', words: [] }];
    const found = new Suggester(asked).suggest(
      'Seit Mai brauchen wir im Haus Zwiebelkuchen und Miete.',
      countLearned([...linked, ...others]),
    ).fields;
    expect(found.map((field) => field.fieldId)).toContain('Bildung');
    expect(found.flatMap((field) => field.words)).toEqual(expect.arrayContaining(['Zwiebelkuchen', 'Miete']));
    for (const word of ['Seit', 'brauchen', 'Haus'])
      expect(found.flatMap((field) => field.words)).not.toContain(word);
  });

  it('show no field that all others leave hardly anything', () => {
    const text = 'Schulden, Miete, Räumung, Vermieter, Einkommen und Mietschulden; der Verein hilft.';
    const { fields: found } = suggester.suggest(text, nothingLearned);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((field) => field.score < 0.05)).toEqual([]);
    const faint = new Suggester([
      ...fields,
      { id: 'Verein', name: 'Verein', description: '', words: [{ term: 'hilft', weight: 1 }] },
    ]).suggest(text, nothingLearned);
    expect(faint.fields.map((field) => field.fieldId)).not.toContain('Verein');
  });
});
