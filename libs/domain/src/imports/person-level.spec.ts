import { PersonLevelCheck, personLevelFault, personLevelSays } from './person-level';
import { personalHeading, personLevelKinds } from './personal-data';
import { sensitiveColumn } from './sensitive-columns';

const sums = [
  ['15082005', 'Aken (Elbe)', '31.03.2025', 'Bedarfsgemeinschaften', '412'],
  ['15082015', 'Bitterfeld-Wolfen', '31.03.2025', 'Bedarfsgemeinschaften', '2.518'],
  ['15082180', 'Köthen (Anhalt)', '31.03.2025', 'Bedarfsgemeinschaften', '1.377'],
  ['15082430', 'Zerbst/Anhalt', '31.03.2025', 'Bedarfsgemeinschaften', '-'],
  ['15082440', 'Zörbig', '31.03.2025', 'Bedarfsgemeinschaften', '.'],
];

const kindOf = (headings: string[], rows: string[][] = []) => personLevelFault(headings, rows)?.kind ?? null;

describe('A delivered table', () => {
  it.each([
    ['Geburtsdatum', 'BIRTHDAY'],
    ['Geb.-Datum', 'BIRTHDAY'],
    ['geb.', 'BIRTHDAY'],
    ['GEBDAT', 'BIRTHDAY'],
    ['Geb.-Tag', 'BIRTHDAY'],
    ['Geburtsd.', 'BIRTHDAY'],
    ['Nach\u00ADname\u200B', 'NAME'],
    ['Str.', 'STREET'],
    ['Adresse', 'STREET'],
    ['BG-Nr.', 'FILE_NUMBER'],
    ['Akten-Nr.', 'FILE_NUMBER'],
    ['SV-Nummer', 'FILE_NUMBER'],
    ['Sozialversicherungs-Nr.', 'FILE_NUMBER'],
    ['Klienten-ID', 'FILE_NUMBER'],
    ['Vorname', 'NAME'],
    ['Name, Vorname', 'NAME'],
    ['Straße', 'STREET'],
    ['STRASSE / Nr.', 'STREET'],
    ['IBAN', 'ACCOUNT'],
    ['BG-Nummer', 'FILE_NUMBER'],
    ['BG', 'FILE_NUMBER'],
    ['Aktenzeichen', 'FILE_NUMBER'],
    ['Sozialversicherungsnummer', 'FILE_NUMBER'],
  ])('is about single humans where a column is called „%s“', (heading, kind) => {
    expect(personLevelFault(['Gemeinde', heading, 'Anzahl'], [])).toEqual({ kind, column: heading });
  });

  it.each([
    [['AGS', 'Gemeinde', 'Stichtag', 'Merkmal', 'Anzahl'], sums],
    [['Altersgruppe', 'Geschlecht', 'Geburten', 'Anzahl BG'], [['0 bis 3', 'weiblich', '12', '40']]],
    [
      ['Ort', 'Geschlecht', 'Personen'],
      Array.from({ length: 12 }, (_, index) => ['Zerbst', 'm', String(index + 1)]),
    ],
    // A series by month ends on many different days, and never on the 13th.
    [
      ['Datum', 'Arbeitslose'],
      Array.from({ length: 240 }, (_, index) => [
        `01.${String((index % 12) + 1).padStart(2, '0')}.${2000 + Math.floor(index / 12)}`,
        '7000',
      ]),
    ],
    [['Wohnort', 'Geschlecht', 'Quote'], Array.from({ length: 8 }, () => ['Aken', 'w', '12,5'])],
  ])('of sums passes: %j', (headings, rows) => {
    expect(personLevelFault(headings, rows)).toBeNull();
  });

  it('may call its columns as it likes', () => {
    expect(kindOf(['__proto__', 'constructor', 'toString', 'hasOwnProperty'], [['1', '2']])).toBeNull();
  });

  it('is known by what stands beside the headings, above them or on their second line', () => {
    expect(kindOf(['A'], [['x', '', 'DE89370400440532013000']])).toBe('ACCOUNT');
    expect(personLevelFault(['A'], [['x', '', '15802BG0012345']])).toEqual({
      kind: 'FILE_NUMBER',
      column: 'Spalte 3',
    });
    expect(kindOf(['A'], [['x', '', '7']])).toBeNull();
    const two = [
      ['Vorname', 'Nachname', 'Euro'],
      ['Eva', 'Muster', '3'],
    ];
    expect(personLevelFault(['Person', 'Person', 'Wert'], two)).toEqual({ kind: 'NAME', column: 'Vorname' });
    const below = [...Array.from({ length: 30 }, () => ['x', 'y', '1']), ['Vorname', 'Nachname', 'Euro']];
    expect(kindOf(['A', 'B', 'C'], below)).toBe('NAME');
    // Words of a table of sums that have a heading within them.
    expect(kindOf(['Merkmal', 'Anzahl'], [['Straßenreinigung (in km)', '12']])).toBeNull();
    const check = new PersonLevelCheck(['Merkmal', 'Anzahl']);
    check.above(['Jobcenter, Musterstraße 1']);
    expect(check.fault()).toBeNull();
    check.above(['Bedarfsgemeinschaft', '15802BG0012345']);
    expect(check.fault()).toEqual({ kind: 'FILE_NUMBER', column: '' });
    expect(personLevelSays({ kind: 'FILE_NUMBER', column: '' }, 'x')).toContain(
      'Über den Überschriften stehen',
    );
  });

  it.each([
    ['13.4.58', '2.11.91', '27.7.04', '19.1.73', '8.8.80', '30.12.66'],
    ['13-04-1958', '02-11-1991', '27-07-2004', '19-01-1973', '08-08-1980', '30-12-1966'],
    ['1958-04-13T00:00:00', '1991-11-02 00:00', '2004/07/27', '1973-01-19', '1980-08-08', '1966-12-30'],
  ])('is known by birthdays however they are written: %s', (...days) => {
    expect(
      kindOf(
        ['Wert', 'Tag'],
        days.map((day) => ['1', day]),
      ),
    ).toBe('BIRTHDAY');
  });

  it('is known by its values whatever the headings say', () => {
    expect(kindOf(['A', 'B'], [['x', 'DE89 3704 0044 0532 0130 00']])).toBe('ACCOUNT');
    expect(kindOf(['A', 'B'], [['x', 'DE88 3704 0044 0532 0130 00']])).toBeNull();
    expect(kindOf(['A'], [['IBAN: DE89 3704 0044 0532 0130 00 (Mutter)']])).toBe('ACCOUNT');
    expect(kindOf(['A'], [['DE89-3704-0044-0532-0130-00']])).toBe('ACCOUNT');
    expect(kindOf(['Vorgang'], [['15802BG0012345']])).toBe('FILE_NUMBER');
    expect(kindOf(['Kennung'], [['65170839J003']])).toBe('FILE_NUMBER');
    const births = ['13.04.1958', '02.11.1991', '27.07.2004', '19.01.1973', '08.08.1980', '30.12.1966'];
    expect(
      personLevelFault(
        ['Wert', 'Tag'],
        births.map((day) => ['1', day]),
      ),
    ).toEqual({
      kind: 'BIRTHDAY',
      column: 'Tag',
    });
  });

  it('is refused where each row describes one human and nothing is counted', () => {
    const people = Array.from({ length: 12 }, (_, index) => [
      String(20 + index),
      index % 2 ? 'w' : 'm',
      'Zerbst',
    ]);
    expect(kindOf(['Alter', 'Geschlecht', 'Wohnort'], people)).toBe('ROW_EACH');
    expect(
      kindOf(
        ['Jahr', 'Alter', 'Geschlecht', 'Wohnort'],
        people.map((row) => ['2024', ...row]),
      ),
    ).toBe('ROW_EACH');
    const counted = (count: string) => people.map((row) => [...row, count]);
    expect(kindOf(['Alter', 'Geschlecht', 'Wohnort', 'Anzahl'], counted('1'))).toBe('ROW_EACH');
    expect(kindOf(['Alter', 'Geschlecht', 'Wohnort', 'Anzahl'], counted('14'))).toBeNull();
  });

  it('is refused in one sentence that says where to look', () => {
    for (const kind of personLevelKinds) {
      const sentence = personLevelSays({ kind, column: 'Spalte X' }, 'es wurde nichts übertragen');
      expect(sentence).toMatch(
        /^[^.]+ liefern Sie nur zusammengefasste Zahlen, es wurde nichts übertragen\.$/,
      );
    }
    expect(personLevelSays({ kind: 'BIRTHDAY', column: 'Geb.' }, 'x')).toContain('„Geb.“');
  });

  it('of any length is looked at row by row', () => {
    const check = new PersonLevelCheck(['Merkmal', 'Anzahl']);
    for (let row = 0; row < 10_000; row += 1) check.take(['Wohngeld', String(row)]);
    check.take(['DE89370400440532013000', '1']);
    expect(check.fault()).toEqual({ kind: 'ACCOUNT', column: 'Merkmal' });
  });
});

describe('One rule for whatever comes in', () => {
  it.each([
    'Geburtsdatum',
    'Geb.-Tag',
    'BG-Nr.',
    'Akten-Nr.',
    'Klienten-ID',
    'IBAN',
    'Kontonummer',
    'SV-Nummer',
  ])(
    '„%s“ is of a single human in a delivery, in a table of figures and in a list of contacts',
    (heading) => {
      expect(personLevelFault([heading], [])).not.toBeNull();
      expect(personalHeading(heading)).not.toBeNull();
      expect(sensitiveColumn(heading)).not.toBeNull();
    },
  );

  it('lets the words of official tables pass, whatever stands within them', () => {
    for (const heading of [
      'Straßenverkehrsunfälle',
      'Name der Gemeinde',
      'Namen',
      'Geburten',
      'Lebendgeborene',
      'Bedarfsgemeinschaften',
    ])
      expect(personalHeading(heading)).toBeNull();
  });
});
