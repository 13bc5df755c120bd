import { csvLines, deliveryFindings, headingLine } from './delivered-table';

const agreed = [{ name: 'AGS' }, { name: 'Gemeinde' }, { name: 'Anzahl' }];

describe('A delivered table', () => {
  it('is held against the agreed columns, however they are spelled', () => {
    expect(deliveryFindings(agreed, ['ags', 'GEMEINDE ', 'Anzahl'], 10)).toEqual([]);
    expect(deliveryFindings(agreed, ['AGS', 'Gemeinde', 'Zahl'], 0)).toEqual([
      'Die Spalte „Anzahl“ fehlt.',
      'Eine Spalte war nicht vereinbart.',
      'Die Tabelle hat keine Zeile mit Zahlen.',
    ]);
    expect(deliveryFindings(agreed, ['Gemeinde'], 4)).toEqual(['Es fehlen die Spalten „AGS“, „Anzahl“.']);
    expect(deliveryFindings([], ['Was', 'auch', 'immer'], 4)).toEqual([]);
  });

  it('has its headings below the titles', () => {
    expect(
      headingLine([
        ['Lieferung 1. Quartal', '', ''],
        ['', '', ''],
        ['AGS', 'Gemeinde', 'Anzahl'],
        ['1', '2', '3'],
      ]),
    ).toBe(2);
    expect(headingLine([])).toBe(0);
  });

  it('is cut by the sign it uses, with quotation marks and line breaks in cells', () => {
    expect([...csvLines('\uFEFFA;B\r\n"x;""y""\nz";2\r\n\r\n3;4')]).toEqual([
      ['A', 'B'],
      ['x;"y"\nz', '2'],
      ['3', '4'],
    ]);
    expect([...csvLines('A\tB, C\n1\t2')]).toEqual([
      ['A', 'B, C'],
      ['1', '2'],
    ]);
  });
});
