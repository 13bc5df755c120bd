import { columnLetters, guessColumns, headingsKey } from './columns';
import { likeness, nameCore, PERHAPS_SAME, similarity } from './duplicates';
import { sensitiveColumn } from './sensitive-columns';

const fields = [
  { key: 'house', label: 'Organisation', alike: ['Träger'], otherwise: ['Name'] },
  { key: 'houseMail', label: 'Funktionspostfach', alike: [], otherwise: ['E-Mail'] },
  { key: 'given', label: 'Vorname', alike: [] },
  { key: 'family', label: 'Nachname', alike: [], beside: { field: 'given', alike: ['Name'] } },
  { key: 'mail', label: 'E-Mail der Person', alike: [], beside: { field: 'family', alike: ['E-Mail'] } },
];

describe('The columns of a list', () => {
  it.each([
    [
      ['Träger', 'Vorname', 'Nachname', 'e-mail'],
      ['house', 'given', 'family', 'mail'],
    ],
    [
      ['Name', 'Vorname', 'Organisation'],
      ['family', 'given', 'house'],
    ],
    [
      ['Name', 'E-Mail'],
      ['house', 'houseMail'],
    ],
    [
      ['TRAEGER ', 'Bemerkung', 'Träger'],
      ['house', null, null],
    ],
    [
      ['Vorname (Rufname)', 'Organisation / Verein'],
      ['given', 'house'],
    ],
  ])('%j are guessed', (headings, expected) => {
    expect(guessColumns(headings, fields)).toEqual(expected);
  });

  it('are the same set however they are spelt', () => {
    expect(headingsKey(['E-Mail', 'Straße'])).toBe(headingsKey(['email', 'Strasse ']));
    expect(headingsKey(['A', 'B'])).not.toBe(headingsKey(['B', 'A']));
    expect([0, 25, 26, 701].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ']);
  });

  it.each([
    'Geburtsdatum',
    'Geb.-Datum',
    'geb. am',
    'BG-Nummer',
    'Diagnose (ICD)',
    'Grad der Behinderung (GdB)',
    'IBAN',
    'Staatsangehörigkeit',
    'Religion',
    'Aktenzeichen',
  ])('that hold protected data are known by their heading: %s', (heading) =>
    expect(sensitiveColumn(heading)).not.toBeNull(),
  );

  it.each([
    'Name',
    'Organisation',
    'Gebäude',
    'Ort',
    'Alter Markt',
    'Telefon',
    'Konto-Ansprechpartner',
    'Gebiet',
    'Suchtberatung?'.slice(0, 3),
  ])('that are harmless are not: %s', (heading) => expect(sensitiveColumn(heading)).toBeNull());
});

describe('Two entries', () => {
  const house = {
    name: 'Beratungsbrücke Fuhne e. V.',
    mail: 'post@fuhne.test',
    website: 'https://www.fuhne.test/start',
    address: 'Markt 2 06366 Köthen',
  };

  it('are compared by trigrams as PostgreSQL does', () => {
    // Values of pg_trgm 1.6: select similarity('word', 'two words')
    expect(similarity('beratungsbruecke', 'beratungsbruecken')).toBeCloseTo(0.8421, 3);
    expect(similarity('word', 'two words')).toBeCloseTo(0.3636, 3);
    expect(similarity('', 'x')).toBe(0);
  });

  it('are alike without form of law, accents and little words', () => {
    expect(nameCore('Verein der Freunde e. V.')).toBe('verein freunde');
    expect(nameCore('Kiebitz gGmbH')).toBe(nameCore('KIEBITZ e.V.'));
    expect(nameCore('e. V.')).not.toBe('');
  });

  it.each([
    [
      'the same',
      house,
      0.99,
      ['gleicher Name', 'gleiche Mailadresse', 'gleiche Webseite', 'gleiche Anschrift'],
    ],
    ['a typing error', { name: 'Beratungsbruecke Fune' }, 0.65, ['Name zu 80 % gleich']],
    [
      'another name at the same site',
      { name: 'BBF', website: 'fuhne.test', mail: 'post@fuhne.test' },
      0.85,
      ['gleiche Mailadresse', 'gleiche Webseite'],
    ],
    ['nothing in common', { name: 'Taubenhof', mail: 'x@gmx.de' }, 0, []],
  ])('%s', (_, other, least, reasons) => {
    const found = likeness(house, other);
    expect(found.score).toBeGreaterThanOrEqual(least);
    expect(found.reasons).toEqual(reasons);
    expect(likeness(other, house)).toEqual(found);
  });

  it('of which each has another number are two, however long the word they share', () => {
    const score = (one: string, other: string): number => likeness({ name: one }, { name: other }).score;
    expect(
      score('Sozialpädagogische Familienhilfe Team 3', 'Sozialpädagogische Familienhilfe Team 4'),
    ).toBeLessThan(PERHAPS_SAME);
    expect(score('Sozialpädagogische Familienhilfe 3', 'Sozialpädagogische Familienhilf 3')).toBeGreaterThan(
      PERHAPS_SAME,
    );
    expect(
      score('Sozialpädagogische Familienhilfe Team', 'Sozialpädagogische Familienhilfe Team 4'),
    ).toBeGreaterThan(PERHAPS_SAME);
  });

  it('with a mailbox of everybody are not taken for one', () => {
    const { score } = likeness(
      { name: 'Anna Berg', mail: 'anna@gmx.de' },
      { name: 'Bernd Ast', mail: 'bernd@gmx.de' },
    );
    expect(score).toBeLessThan(PERHAPS_SAME);
    expect(
      likeness(
        { name: 'Anna Berg', organisations: ['Ahornhaus'] },
        { name: 'Anna Berg', organisations: ['AHORNHAUS'] },
      ).reasons,
    ).toEqual(['gleicher Name', 'spricht auch für Ahornhaus']);
  });
});
