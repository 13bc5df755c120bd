import type { PathMark, RectMark, Scene } from '@runder-tisch/domain/documents';
import fc from 'fast-check';
import type { ChartValue } from './chart-value';
import { valueBars, type ValueBarsFacts } from './value-bars';
import { valueLines } from './value-lines';

const value = (periodEnd: string, number: number | null, more: Partial<ChartValue> = {}): ChartValue => ({
  periodKind: 'DAY',
  periodStart: periodEnd,
  periodEnd,
  value: number,
  flag: number === null ? 'NOT_YET_AVAILABLE' : 'OK',
  interval: null,
  smallNumber: false,
  territoryStatus: periodEnd,
  populationBase: 'ZENSUS_2011',
  versionNumber: 1,
  ...more,
});

const facts = { title: 'Altenquotient', unit: 'PER_100' } as const;
const strokes = (scene: Scene): PathMark[] =>
  scene.marks.filter((mark) => mark.kind === 'path').filter(({ d }) => d.includes('L'));

describe('drawing: values over time', () => {
  const county = {
    name: 'Anhalt-Bitterfeld',
    values: [
      value('2013-12-31', 42.5),
      value('2014-12-31', 43.2),
      value('2015-12-31', 44.11, { interval: { low: 43.8, high: 44.4 } }),
      value('2022-12-31', 49.9, { populationBase: 'ZENSUS_2022' }),
      value('2023-12-31', 50.4, { populationBase: 'ZENSUS_2022' }),
    ],
  };

  it('interrupts the line where the base changes, marks the place and says it', () => {
    const scene = valueLines([county], facts);
    expect(strokes(scene)).toHaveLength(2);
    expect(scene.labels.filter(({ text }) => text === 'Bruch')).toHaveLength(1);
    expect(scene.sentence).toBe(
      'Anhalt-Bitterfeld: von 49,9 (31.12.2022) auf 50,4 (31.12.2023). ' +
        'Bruch ab 31.12.2022: andere Bevölkerungsbasis (Fortschreibung auf Grundlage des Zensus 2022). ' +
        'Werte davor und danach sind nicht vergleichbar. Die Skala beginnt nicht bei 0.',
    );
    expect(scene.table.head).toEqual(['Stand', 'Anhalt-Bitterfeld', 'Bruch']);
    expect(scene.table.rows[2]).toEqual(['31.12.2015', '44,1 (43,8 bis 44,4)', '']);
    expect(scene.table.rows[3]?.[2]).toContain('Zensus 2022');
  });

  it('keeps two bases of one day apart', () => {
    const both = [...county.values, value('2022-12-31', 51.1)];
    const { table } = valueLines([{ ...county, values: both }], facts);
    expect(table.rows.filter(([day]) => day === '31.12.2022')).toHaveLength(2);
  });

  it('leaves a gap where a value is missing, and shows one sign for all that is secret', () => {
    const values = [
      value('2012-12-31', 41.9),
      value('2013-12-31', 42.5),
      value('2014-12-31', null, { flag: 'SUPPRESSED_PRIMARY' }),
      value('2015-12-31', null, { flag: 'SUPPRESSED_SECONDARY' }),
      value('2016-12-31', null),
      value('2017-12-31', 44),
      value('2018-12-31', 45),
    ];
    const scene = valueLines([{ name: 'Zerbst/Anhalt', values }], facts);
    expect(strokes(scene).map(({ d }) => d.match(/M/g)?.length)).toEqual([2]);
    expect(scene.labels.filter(({ text }) => text === '•')).toHaveLength(2);
    expect(scene.sentence).toContain('2 Werte sind geheim oder unbekannt (•). 1 Wert fehlt');
    const words = scene.table.rows.slice(2, 4).map(([, cell]) => cell);
    expect(words).toEqual(['geheim oder unbekannt', 'geheim oder unbekannt']);
  });

  it('joins no points across a value that is not even told of, because it is not released', () => {
    const years = (...all: number[]) => all.map((year) => value(`${year}-12-31`, 40 + (year % 7)));
    const drawn = (...all: number[]) =>
      strokes(valueLines([{ name: 'Zerbst/Anhalt', values: years(...all) }], facts)).map(
        ({ d }) => d.match(/[ML]/g)?.join('') ?? '',
      );
    expect(drawn(2012, 2013, 2014, 2015)).toEqual(['MLLL']);
    expect(drawn(2012, 2013, 2015, 2016)).toEqual(['MLML']);
    // Every second year is this one's rhythm.
    expect(drawn(2011, 2013, 2015)).toEqual(['MLL']);
  });

  it('sets the county beside the Land and another Kreis', () => {
    const scene = valueLines(
      [
        county,
        { name: 'Sachsen-Anhalt', values: [value('2015-12-31', 40)] },
        { name: 'Wittenberg', values: [] },
      ],
      facts,
    );
    expect(scene.sentence).toContain(
      'Zum Vergleich: Sachsen-Anhalt 40,0 (31.12.2015); Wittenberg ohne Wert.',
    );
    expect(scene.table.rows[2]).toEqual(['31.12.2015', '44,1 (43,8 bis 44,4)', '40,0', '–', '']);
  });

  it('says that there is nothing yet', () => {
    expect(valueLines([{ name: 'Landkreis', values: [] }], facts).sentence).toBe(
      'Es gibt noch keinen Wert, der gezeigt werden kann.',
    );
  });

  it('stays inside its drawing, whatever the values are', () => {
    const any = fc.record({
      number: fc.option(fc.integer({ min: -1e6, max: 1e6 })),
      year: fc.integer({ min: 1990, max: 2040 }),
      base: fc.constantFrom('ZENSUS_2011' as const, 'ZENSUS_2022' as const, null),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), fc.integer({ min: 280, max: 1000 }), (told, width) => {
        const values = told.map(({ number, year, base }) =>
          value(`${year}-12-31`, number, { populationBase: base }),
        );
        const scene = valueLines([{ name: 'Landkreis', values }], facts, { width });
        for (const mark of scene.marks) {
          if (mark.kind !== 'circle') continue;
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x).toBeLessThanOrEqual(width);
          expect(mark.y).toBeGreaterThanOrEqual(0);
          expect(mark.y).toBeLessThanOrEqual(scene.height);
        }
        expect(JSON.stringify(scene)).not.toMatch(/NaN|Infinity|null/);
      }),
    );
  });
});

describe('drawing: areas side by side', () => {
  const of: ValueBarsFacts = {
    title: 'Altenquotient am 31.12.2015',
    unit: 'PER_100',
    direction: 'HIGH_IS_NEED',
    order: 'value',
    reference: { name: 'Anhalt-Bitterfeld', value: value('2015-12-31', 44.11) },
  };
  const bars = [
    { name: 'Aken (Elbe)', value: value('2015-12-31', 47.54, { interval: { low: 46.1, high: 49 } }) },
    { name: 'Bitterfeld-Wolfen', value: value('2015-12-31', 49.7) },
    { name: 'Köthen (Anhalt)', value: value('2015-12-31', 47.51) },
    { name: 'Raguhn-Jeßnitz', value: value('2015-12-31', null, { flag: 'SUPPRESSED_SECONDARY' }) },
  ];

  it('sorts by value, ranks what is shown equal alike, and leaves what is secret without a rank', () => {
    expect(valueBars(bars, of).table.rows).toEqual([
      ['Bitterfeld-Wolfen', '49,7', '1.'],
      ['Aken (Elbe)', '47,5 (46,1 bis 49,0)', '2.'],
      ['Köthen (Anhalt)', '47,5', '2.'],
      ['Raguhn-Jeßnitz', 'geheim oder unbekannt', 'ohne Rang'],
      ['Anhalt-Bitterfeld insgesamt', '44,1', '–'],
    ]);
  });

  it('sorts by name, and an indicator of context has no ranks', () => {
    const scene = valueBars(bars, { ...of, order: 'name', direction: 'CONTEXT' });
    expect(scene.table.head).toEqual(['Gebiet', 'Wert']);
    expect(scene.table.rows.map(([name]) => name)[0]).toBe('Aken (Elbe)');
  });

  it('says who is first and last, what the county has, and who is without a value', () => {
    expect(valueBars(bars, of).sentence).toBe(
      'Am höchsten Bitterfeld-Wolfen mit 49,7, am niedrigsten Köthen (Anhalt) mit 47,5. ' +
        'Anhalt-Bitterfeld insgesamt: 44,1. Ohne Wert und Rang: Raguhn-Jeßnitz (geheim oder unbekannt).',
    );
  });

  it('draws bars from zero, as long as their share of the most, and the county as a line through them', () => {
    const scene = valueBars(bars, of);
    const drawn = scene.marks.filter((mark): mark is RectMark => mark.kind === 'rect');
    expect(drawn.map(({ x }) => x)).toEqual([0, 0, 0]);
    expect((drawn[1]?.width ?? 0) / (drawn[0]?.width ?? 1)).toBeCloseTo(47.54 / 49.7, 3);
    expect(scene.marks.filter(({ kind, tone }) => kind === 'path' && tone === 'text')).toHaveLength(1);
    expect(scene.labels.map(({ text }) => text)).toContain('Anhalt-Bitterfeld: 44,1');
  });

  it('lets the line of the county cross out no number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 280, max: 1000 }), (number, width) => {
        const beside = [{ name: 'Zerbst/Anhalt', value: value('2015-12-31', number) }, ...bars];
        const scene = valueBars(beside, { ...of, order: 'name' }, { width });
        const line = scene.marks.find((it): it is PathMark => it.kind === 'path' && it.tone === 'text');
        const at = Number(/M([\d.]+)/.exec(line?.d ?? '')?.[1]);
        for (const { text, x, size } of scene.labels.filter(({ strong }) => strong))
          expect(at > x - size * 0.3 && at < x + text.length * size * 0.5).toBe(false);
      }),
    );
  });

  it('stays inside its width with losses and gains', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 280, max: 1000 }),
        (numbers, width) => {
          const scene = valueBars(
            numbers.map((number) => ({ name: 'Gemeinde', value: value('2015-12-31', number) })),
            { ...of, reference: null },
            { width },
          );
          for (const mark of scene.marks) {
            if (mark.kind !== 'rect') continue;
            expect(mark.x).toBeGreaterThanOrEqual(0);
            expect(mark.x + mark.width).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
