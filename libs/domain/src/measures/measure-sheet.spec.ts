import { SaveMeasure } from './measures-requests';
import { sheetColumns, sheetWords, sheetYears, type SheetMeasure, yearsOf } from './measure-sheet';

const row: SheetMeasure = {
  number: 'M-2026-001',
  version: 3,
  kind: 'PROJECT',
  field: 'Soziale Lage',
  title: '=SUMME im Titel',
  description: 'Zwei\nZeilen',
  target: '',
  lead: 'Ahornhaus (Demo)',
  partners: ['Kiebitz (Demo)', 'Äpfel (Demo)'],
  person: 'Anna Berg',
  startsOn: '2026-01-01',
  dueOn: null,
  costNeutral: false,
  fundingSource: 'Land',
  funder: 'Stiftung',
  fundingUntil: '2027-12-31',
  costs: [{ year: 2026, oneOff: 5000, yearly: 0 }],
  state: 'APPROVED',
  status: 'LATE',
};
const names = {
  field: (name: string) => (name === 'Gesundheit' ? 'f2' : undefined),
  organisation: (name: string) => (name === 'Kiebitz (Demo)' ? 'o2' : undefined),
};
const column = (heading: string) => {
  const found = sheetColumns([2026]).find((it) => it.heading === heading);
  if (!found) throw new Error(heading);
  return found;
};

describe('The list of Maßnahmen as a sheet', () => {
  it('reads every cell it wrote as it wrote it', () => {
    for (const { cell, read } of sheetColumns(sheetYears([row], 2026)))
      if (read) expect(read(sheetWords(cell(row)))).toBe(sheetWords(cell(row)));
  });

  it('takes days and Euros as people type them, and nothing that is none', () => {
    const { read } = column('Beginn');
    expect(['31.12.2026', '1.2.2027', '2026-12-31', ''].map((it) => read?.(it))).toEqual([
      '2026-12-31',
      '2027-02-01',
      '2026-12-31',
      '',
    ]);
    expect(['31.02.2026', 'bald', '13/2026'].map((it) => read?.(it))).toEqual([null, null, null]);
    const euros = column('Einmalig 2026').read;
    expect(['12000', '12.000 €', '12000,00', '0', ''].map((it) => euros?.(it))).toEqual([
      '12000',
      '12000',
      '12000',
      '',
      '',
    ]);
    expect(['12,5', '-3', 'viel'].map((it) => euros?.(it))).toEqual([null, null, null]);
  });

  it('has cost columns for the years that cost something, this one and the next', () => {
    expect(sheetYears([row, { costs: [{ year: 2031, oneOff: 1, yearly: 1 }] }], 2026)).toEqual([
      2026, 2027, 2031,
    ]);
    expect(yearsOf(['Titel', 'Einmalig 2026', 'Laufend 2026', 'Laufend 2031', 'Einmalig 1']).sort()).toEqual([
      2026, 2031,
    ]);
  });

  it('puts what was read where it belongs, and says which name nobody has', () => {
    const request = new SaveMeasure();
    column('Laufend 2026').put?.(request, '700', names);
    column('Einmalig 2026').put?.(request, '50', names);
    expect(request.costs).toEqual([{ year: 2026, oneOff: 50, yearly: 700 }]);
    column('Laufend 2026').put?.(request, '', names);
    column('Einmalig 2026').put?.(request, '', names);
    expect(request.costs).toEqual([]);
    expect(column('Federführung').put?.(request, 'Kiebitz (Demo)', names)).toBeNull();
    expect(request.leadOrganisationId).toBe('o2');
    expect(column('Federführung').put?.(request, 'Niemand', names)).toContain('gibt es nicht');
    expect(column('Beteiligte').put?.(request, 'Kiebitz (Demo)\nNiemand', names)).toContain('gibt es nicht');
    expect(column('Handlungsfeld').put?.(request, 'Verkehr', names)).toContain('gibt es nicht');
  });
});
