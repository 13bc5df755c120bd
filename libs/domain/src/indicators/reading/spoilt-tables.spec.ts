import { readText, refusalOf } from './read-fixture';

/** A good table in the wide form, two blocks of years. */
const GOOD = `GENESIS-Tabelle: 13211-01-03-5
Arbeitslose nach ausgewählten Personengruppen;;;;
- Jahresdurchschnitt -;;;;
Arbeitsmarktstatistik;;;;
Jahr: 2016;;;;
;;Arbeitslose;Arbeitslose;Arbeitslose
;;Insgesamt;männlich;weiblich
;;Anzahl;Anzahl;Anzahl
15;Sachsen-Anhalt;9000;5000;4000
15082;Anhalt-Bitterfeld;900;500;400
15082005;Aken (Elbe);90;50;40
Jahr: 2015;;;;
15;Sachsen-Anhalt;9100;5050;4050
15082;Anhalt-Bitterfeld;910;505;405
15082005;Aken (Elbe);91;50;41
__________
"Quelle: Arbeitsmarktstatistik"
Stand: 10.10.2017 / 14:10:42
`;

const spoilt = (from: string | RegExp, to: string): string => {
  const text = GOOD.replace(from, to);
  expect(text).not.toBe(GOOD);
  return text;
};

it('A good table has nothing to say', () => {
  expect(readText(GOOD).notices).toEqual([]);
});

describe('A table that was spoilt is refused in one sentence:', () => {
  it.each([
    [
      'a year line that is no time',
      spoilt('Jahr: 2016;;;;', 'Jahr: 20166;;;;'),
      'Zu Zeile 9 findet sich keine Zeit',
    ],
    [
      'a later year line that is no time',
      spoilt('Jahr: 2015;;;;', 'Jahr: 201;;;;'),
      'Zeile 12 („Jahr: 201“)',
    ],
    ['a year after the file was made', spoilt('Jahr: 2016', 'Jahr: 2026'), 'Stand den 10.10.2017'],
    [
      'the same year over two blocks',
      spoilt('Jahr: 2015', 'Jahr: 2016'),
      'verschiedene Werte: Ist eine Zeitangabe falsch',
    ],
    ['a line cut off', GOOD.slice(0, GOOD.indexOf(';505;405')), 'Zeile 14 hat 3 statt 5 Zellen'],
    ['a line with a cell too many', spoilt('90;50;40', '90;50;40;7'), 'Zeile 11 hat 6 statt 5 Zellen'],
    ['words where a number belongs', spoilt('90;50;40', '90;fünfzig;40'), '„fünfzig“'],
    [
      'a key that is none',
      spoilt('15082005;Aken (Elbe);91', 'Aken (Elbe);15082005;91'),
      'kein amtlicher Schlüssel',
    ],
    ['decimals with point and comma', spoilt('90;50;40', '90,5;50.25;40'), 'Punkt und Komma sind gemischt'],
    ['thousands with a point among plain numbers', spoilt('9000;', '9.000;'), 'raten'],
    ['no head', GOOD.slice(GOOD.indexOf('15;Sachsen')), 'keine Tabelle der amtlichen Statistik'],
    ['a column of birthdays', spoilt(';;Insgesamt;männlich', ';;Geburtsdatum;männlich'), 'Datenschutz'],
    ['a list of people', 'Name;Vorname;Gemeinde\nMuster;Eva;15082005\n', 'Datenschutz'],
    ['a column of file numbers', spoilt(';;Insgesamt;männlich', ';;BG-Nummer;männlich'), 'Datenschutz'],
  ])('%s', (_, text, says) => {
    const refusal = refusalOf(() => readText(text));
    expect(refusal).toContain(says);
    expect(refusal.trim()).toMatch(/[.?)]$/);
  });
});

describe('A table that may be spoilt is read with a warning:', () => {
  it.each([
    ['no units', spoilt(';;Anzahl;Anzahl;Anzahl\n', ''), 'nennt nichts die Einheit von „Arbeitslose“'],
    ['no footer', GOOD.slice(0, GOOD.indexOf('__________')), 'ohne die Fußzeile'],
    ['cut behind a line', GOOD.slice(0, GOOD.indexOf('15082005;Aken (Elbe);91')), 'ohne die Fußzeile'],
    [
      'two columns swapped in the head',
      spoilt('Insgesamt;männlich;weiblich', 'männlich;Insgesamt;weiblich'),
      'Die Summe der Angaben zu „Geschlecht“',
    ],
    [
      'two cells swapped in a line',
      spoilt('900;500;400', '500;900;400'),
      'Die Summe der Angaben zu „Geschlecht“',
    ],
    ['an empty cell', spoilt('90;50;40', '90;;40'), 'leer, zuerst in Zeile 11, Spalte 4'],
    [
      'a year line twice',
      spoilt('Jahr: 2015;;;;', 'Jahr: 2015;;;;\nJahr: 2015;;;;'),
      'noch einmal in Zeile 13',
    ],
    [
      'a day that is not the one in the title',
      spoilt('- Jahresdurchschnitt -', '- Stichtag 31.12. -')
        .replace('Jahr: 2016', '30.06.2016')
        .replace('Jahr: 2015', '31.12.2015'),
      'Der Titel nennt als Stichtag den 31.12.',
    ],
    [
      'a municipality that was gone by then',
      spoilt('15082005;Aken (Elbe);91', '15082125;Grimme;91'),
      'obwohl es das Gebiet da nicht gab',
    ],
  ])('%s', (_, text, says) => {
    const { notices } = readText(text);
    expect(
      notices
        .filter(({ kind }) => kind !== 'note')
        .map((it) => it.says)
        .join(' '),
    ).toContain(says);
  });

  it('a number that leaves its series', () => {
    const years = Array.from(
      { length: 9 },
      (_, at) => `${2016 - at};15082;Anhalt-Bitterfeld;${at === 3 ? 9000 : 900 + at}`,
    );
    const { says } = readText(
      `GENESIS-Tabelle: 1-1\nArbeitslose;;;\nStatistik;;;\n;;;Arbeitslose\n;;;Anzahl\n${years.join('\n')}\n__________\nStand: 10.10.2017\n`,
    );
    expect(says.join(' ')).toContain('springen gegenüber der Reihe');
  });
});
