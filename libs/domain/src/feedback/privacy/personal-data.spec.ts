import * as fc from 'fast-check';
import { findPersonalData } from './personal-data';
import { redact, REDACTED, spansFit } from './redaction';

function found(text: string): string[] {
  return findPersonalData(text).map((flag) => `${flag.kind} ${text.slice(flag.start, flag.end)}`);
}

describe('likely personal data in a German text', () => {
  it.each([
    ['Bitte an petra.schulze@web.example schicken.', 'MAIL petra.schulze@web.example'],
    ['Meine Adresse ist p.s(at)post.example, danke', 'MAIL p.s(at)post.example'],
    ['Rufen Sie 03496 60-1234 an.', 'PHONE 03496 60-1234'],
    ['Rufen Sie 0 34 96 / 60 12 34 an.', 'PHONE 0 34 96 / 60 12 34'],
    ['Handy 0176 12345678', 'PHONE 0176 12345678'],
    ['Sie (0176 12345678) wartet', 'PHONE 0176 12345678'],
    ['Büro (03496) 601234', 'PHONE (03496) 601234'],
    ['unter +49 (0)3493 341-0', 'PHONE +49 (0)3493 341-0'],
    ['unter 0049 176/1234 5678 bis 12 Uhr', 'PHONE 0049 176/1234 5678'],
    ['Tel.: 51 23 45', 'PHONE 51 23 45'],
    ['Konto DE89 3704 0044 0532 0130 00 der Familie', 'IBAN DE89 3704 0044 0532 0130 00'],
    ['Konto de89370400440532013000', 'IBAN de89370400440532013000'],
    ['Die Frau ist geboren am 12.03.2018 und wartet.', 'BIRTH_DATE geboren am 12.03.2018'],
    ['geb. 3. April 1984', 'BIRTH_DATE geb. 3. April 1984'],
    ['Es geht um den Vater (12.03.1956).', 'BIRTH_DATE 12.03.1956'],
    ['Sie wohnt in der Bahnhofstraße 12a.', 'ADDRESS Bahnhofstraße 12a'],
    ['In der Karl-Marx-Str. 5 zieht es.', 'ADDRESS Karl-Marx-Str. 5'],
    ['Wir wohnen Am Mühlteich 3, das ist weit.', 'ADDRESS Am Mühlteich 3'],
    ['Die Wohnung Straße der Einheit 7 ist leer.', 'ADDRESS Straße der Einheit 7'],
    ['BG-Nummer 04402BG0012345 liegt dort', 'FILE_NUMBER BG-Nummer 04402BG0012345'],
    ['Unter 04402//0012345 seit Mai.', 'FILE_NUMBER 04402//0012345'],
    ['Az.: 50.2-123/2025 ist offen', 'FILE_NUMBER Az.: 50.2-123/2025'],
    ['Kundennummer 123D456789', 'FILE_NUMBER Kundennummer 123D456789'],
    ['Laut Frau Ziemann geht das nicht.', 'NAME Frau Ziemann'],
    ['Herr Dr. von der Heide hat abgelehnt.', 'NAME Herr Dr. von der Heide'],
    ['Familie Öztürk-Meier wartet.', 'NAME Familie Öztürk-Meier'],
    ['Ich heiße Kasimir Wolters und warte.', 'NAME Ich heiße Kasimir Wolters'],
    ['Gestern hat Petra Schulze gekündigt.', 'NAME Petra Schulze'],
  ])('finds in „%s“ %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it('finds a surname again where it stands alone', () => {
    expect(found('Frau Ziemann hilft. Ohne Ziemann geht nichts, Ziemanns Büro ist zu.')).toEqual([
      'NAME Frau Ziemann',
      'NAME Ziemann',
      'NAME Ziemanns',
    ]);
  });

  it('flags health only where one person can be told', () => {
    expect(found('Meine Nachbarin ist dement und allein.')).toEqual(['HEALTH dement']);
    expect(found('Frau Ziemann hat Krebs.')).toEqual(['NAME Frau Ziemann', 'HEALTH Krebs']);
    expect(found('Bei mir wurde eine Depression festgestellt.')).toEqual(['HEALTH Depression']);
    expect(found('Viele Ältere sind dement. Meine Nachbarin fährt Bus.')).toEqual([]);
  });

  it.each([
    'Am 05.06.2025 war die Sitzung von 08.00 - 12.00 Uhr in 06749 Bitterfeld.',
    'Eine Frau Mitte 50 wartet seit 9 Monaten auf einen Therapieplatz 2 Orte weiter.',
    'Im März 12 Anmeldungen, im Landkreis 12 Einrichtungen, auf dem Weg 2 Stunden.',
    'Die Frauen aus Köthen und die Herren aus Aken kommen um 14:00 Uhr, zwischen 2024 und 2025.',
    'Nach § 78 SGB VIII und § 16 BGG LSA gibt es 1.250 Euro je Platz.',
    'Wohngeld dauert 5 bis 6 Monate, im Jahr 2024 waren es 8.138 Anträge.',
    'Im Netzwerk Frühe Hilfen fehlen Hebammen, Sankt Martin wird gefeiert.',
  ])('leaves „%s“ alone', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('gives spans in order that lie in the text and never overlap, whatever is typed', () => {
    const parts = fc.constantFrom(
      'Frau Ziemann',
      '0176 12345678',
      'a@b.example',
      ' ',
      '. ',
      'ß',
      '😀',
      'DE89 3704 0044 0532 0130 00',
      'Weg 3',
      '\n',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(parts, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const flags = findPersonalData(text);
        expect(spansFit(text, flags)).toBe(true);
        flags.forEach((flag, index) => expect(flag.start).toBeGreaterThanOrEqual(flags[index - 1]?.end ?? 0));
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('is quick on the longest text, also on one made to be slow', () => {
    const long = 'Am An der A-A-A-A 0 0 0 0 0 aaaaaaaa'.repeat(110);
    expect(findPersonalData(long)).toBeInstanceOf(Array);
    expect(findPersonalData('0 '.repeat(2000))).toBeInstanceOf(Array);
    expect(findPersonalData('A'.repeat(4000))).toBeInstanceOf(Array);
    expect(findPersonalData('A-'.repeat(2000))).toBeInstanceOf(Array);
    expect(findPersonalData('a.'.repeat(2000))).toBeInstanceOf(Array);
  });
});

describe('redaction', () => {
  it('puts one mark in the place of each span and joins those that touch', () => {
    const text = 'Frau Ziemann, 0176 12345678, wartet.';
    expect(redact(text, findPersonalData(text))).toBe(`${REDACTED}, ${REDACTED}, wartet.`);
    expect(
      redact('abc', [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ]),
    ).toBe(REDACTED);
  });

  it('leaves nothing of a span behind and everything else as it was', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: 50, maxLength: 50 }),
        spans,
        (codes, pairs) => {
          const text = String.fromCharCode(...codes);
          const marked = pairs.map(([start, length]) => ({ start, end: start + length }));
          const result = redact(text, marked);
          const kept = [...text]
            .filter((_, index) => !marked.some((span) => index >= span.start && index < span.end))
            .join('');
          expect(result.replaceAll(REDACTED, '')).toBe(kept);
        },
      ),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('knows spans that lie outside', () => {
    expect(spansFit('abc', [{ start: 0, end: 3 }])).toBe(true);
    expect(spansFit('abc', [{ start: 0, end: 4 }])).toBe(false);
    expect(spansFit('abc', [{ start: 2, end: 2 }])).toBe(false);
    expect(spansFit('abc', [{ start: -1, end: 2 }])).toBe(false);
  });
});
