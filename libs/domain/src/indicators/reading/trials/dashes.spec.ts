import { readText } from '../read-fixture';

const FOOTER = `__________
"zu ""gesamter Tabelle"":
ab dem Berichtsjahr 2011: nach dem Zensus 2011
Baden-Württemberg: Berichtsjahr 1995-2010 Gebietsstand
01.01.1979; ab Berichtsjahr 2011 Gebietsstand 01.01.2011
Sachsen-Anhalt (2013): Gebietsstand 01.01.2014"
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017."
Stand: 10.10.2017 / 11:01:03
`;

describe('A dash in a table', () => {
  const employed = (rows: string): string => `GENESIS-Tabelle: 13111-01-03-4
Beschäftigte;;;
- Stichtag 30.06. -;;;
Beschäftigte (Anzahl);;;
30.06.2016;;;
;;Insgesamt;männlich
${rows}
${FOOTER}`;

  describe('beside numbers of siblings, without an area above or a total of labels,', () => {
    const kreise = employed('15001;Dessau-Roßlau;500;-\n15082;Anhalt-Bitterfeld;-;250\n15083;Börde;300;100');

    it('is no zero: one question for all such places', () => {
      const { at, notices } = readText(kreise);
      expect(at(8, 3)).toMatchObject({ value: null, flag: 'NOT_YET_AVAILABLE' });
      expect(at(7, 4)).toMatchObject({ value: null, flag: 'NOT_YET_AVAILABLE' });
      expect(notices.filter(({ code }) => code === 'dash-open')).toMatchObject([
        { kind: 'question', line: 7, says: expect.stringContaining('Bedeutet „-“ hier null?') },
      ]);
    });

    it('is zero as soon as somebody says so', () => {
      const [question = ''] = readText(kreise).says;
      const { at, all } = readText(kreise, null, { [question]: 'ZERO' });
      expect([at(8, 3), at(7, 4)]).toMatchObject([
        { value: 0, flag: 'ZERO', marker: '-' },
        { value: 0, flag: 'ZERO' },
      ]);
      expect(readText(kreise, null, { [question]: 'LEAVE_OUT' }).all).toHaveLength(all.length - 2);
    });

    it.each([
      '- = nichts vorhanden',
      '– Nichts vorhanden (genau null)',
      '"-": genau null',
      '-  Zahlenwert genau null',
    ])('is zero where the file says so: %s', (legend) => {
      const { at, says } = readText(`${kreise}\n${legend}`);
      expect(at(8, 3)).toMatchObject({ value: 0, flag: 'ZERO' });
      expect(says.join()).not.toContain('Bedeutet');
    });

    it.each(['. = nichts vorhanden', '- = Angabe fällt später an', '2015 - nichts vorhanden über 2014'])(
      'is none where the file says something else: %s',
      (legend) => {
        expect(readText(`${kreise}\n${legend}`).at(8, 3)).toMatchObject({ value: null });
      },
    );
  });

  it('is no zero for a whole level without numbers, whatever a legend says', () => {
    const { at } = readText(
      `${employed('15;Sachsen-Anhalt;788;400\n15001;Dessau-Roßlau;-;7\n15082;Anhalt-Bitterfeld;-;8')}\n- = nichts vorhanden`,
    );
    expect(at(8, 3)).toMatchObject({ value: null, flag: 'NOT_YET_AVAILABLE' });
  });
});
