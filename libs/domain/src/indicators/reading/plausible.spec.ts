import { readText, refusalOf } from './read-fixture';

const FOOTER = '__________\nStand: 01.02.2020 / 10:11:12\n';
const wide = (rows: string): string => `GENESIS-Tabelle: 82411-01-03-4
Verfügbares Einkommen;;;;
- Jahressumme - regionale Tiefe: Gemeinden;;;;
VGR der Länder;;;;
${rows}
${FOOTER}`;

it('A name beside the key of another municipality is warned about', () => {
  const swapped = wide(
    ';;;Fälle;Plätze\n;;;Anzahl;Anzahl\n2014;15082005;Bitterfeld-Wolfen, Stadt;3;4\n2014;15082015;Aken (Elbe), Stadt;5;6',
  );
  expect(readText(swapped).says).toEqual([
    expect.stringMatching(/^Schlüssel und Name passen nicht zusammen: 15082005 heißt .*Bitterfeld-Wolfen/),
  ]);
  const right = wide(
    ';;;Fälle;Plätze\n;;;Anzahl;Anzahl\n2014;15082005;Aken (Elbe), Stadt;3;4\n2014;15082125;Grimme;5;6',
  );
  expect(readText(right).says.join()).not.toContain('passen nicht zusammen');
});

it('Units that changed places are warned about where a head would have millions', () => {
  const rows = (units: string): string =>
    wide(`;;;Einkommen;Einkommen je Einwohner\n;;;${units}\n2014;15082;Anhalt-Bitterfeld;2941138;17723`);
  expect(readText(rows('EUR;Tsd. EUR')).says).toEqual([
    expect.stringMatching(
      /^In Zeile 7, Spalte 5 stünden .* 17\.723\.000 EUR: Sind die Einheiten vertauscht\?/,
    ),
  ]);
  expect(readText(rows('Tsd. EUR;EUR')).says).toEqual([]);
});

it('A share above the whole is warned about', () => {
  const rows = (quote: string): string =>
    wide(`;;;Arbeitslose;Arbeitslosenquote\n;;;Anzahl;Prozent\n2014;15082;Anhalt-Bitterfeld;6000;${quote}`);
  expect(readText(rows('104,2')).says).toEqual([
    expect.stringMatching(/^In Zeile 7, Spalte 5 steht für „Arbeitslosenquote“ 104,2 Prozent/),
  ]);
  expect(readText(rows('10,4')).says).toEqual([]);
});

it('A series that goes on in another unit is a warning, a usual jump a note', () => {
  const kindOf = (last: number): string | undefined =>
    readText(
      wide(
        `;;;Einkommen;Fälle\n;;;Tsd. EUR;Anzahl\n${[2007, 2008, 2009, 2010, 2011, 2012, 2013]
          .map((year, at) => `${year};15082;Anhalt-Bitterfeld;${2_900_000 + at * 1000};7`)
          .join('\n')}\n2014;15082;Anhalt-Bitterfeld;${last};7`,
      ),
    ).notices.find(({ code }) => code === 'jump')?.kind;
  expect([kindOf(2908), kindOf(6_000_000)]).toEqual(['warning', 'note']);
});

it('Labels that were encoded twice are refused, not kept', () => {
  expect(
    refusalOf(() => readText(wide(';;;FÃ¤lle;Plätze\n;;;Anzahl;Anzahl\n2014;15082;Anhalt;3;4'))),
  ).toMatch(/^„FÃ¤lle“ ist in einer falschen Zeichenkodierung gespeichert/);
});

it('Sums of numbers rounded to tens may miss their total by five for each part', () => {
  const labels = ['unter 18 Jahre', '18 bis unter 65 Jahre', '65 Jahre und mehr'];
  const years = Array.from({ length: 14 }, (_, at) => 1998 + at);
  const text = (total: number): string =>
    wide(
      `;;;Personen;Personen;Personen;Personen\n;;;Insgesamt;${labels.join(';')}\n;;;Anzahl;Anzahl;Anzahl;Anzahl\n${years
        .map((year) => `${year};15082;Anhalt-Bitterfeld;${year === 2005 ? total : 1000};200;500;300`)
        .join('\n')}`,
    );
  const kindOf = (total: number): string | undefined =>
    readText(text(total)).notices.find(({ code }) => code.startsWith('sum'))?.kind;
  expect([kindOf(1010), kindOf(1020), kindOf(1003)]).toEqual(['note', 'warning', 'warning']);
});
