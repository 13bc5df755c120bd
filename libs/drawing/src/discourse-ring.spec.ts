import { type DiscourseCounts, discourseStations } from '@runder-tisch/domain/cycles';
import type { CircleMark } from '@runder-tisch/domain/documents';
import fc from 'fast-check';
import { discourseRing, ringPlaces } from './discourse-ring';

const facts = { title: '2. Diskursrunde', middle: ['Runde 2', 'läuft'] } as const;
const counts: DiscourseCounts = {
  ...{ FINDINGS: 3, FORMATS: 1, MEETINGS: 2, FEEDBACK: 5, PRIORITIES: 2, RECOMMENDATIONS: 1, RESOLUTIONS: 0 },
  MEASURES: 0,
};

describe('drawing: the ring of a Diskursrunde', () => {
  it('says all stations in their order, and has a table twin', () => {
    const scene = discourseRing(discourseStations(counts, false), facts);
    expect(scene.sentence).toBe(
      'Befund: 3 Befunde; Diskurs: 1 Format, 2 Sitzungen, 5 Hinweise; Schwerpunkt: 2 Handlungsschwerpunkte; ' +
        'Empfehlung: 1 Handlungsempfehlung; Beschluss: 0 Beschlüsse; Umsetzung: 0 Maßnahmen; Reflexion: Reflexion noch offen',
    );
    expect(scene.table.rows).toHaveLength(7);
    expect(scene.table.rows.at(-1)).toEqual(['Reflexion', 'Reflexion noch offen']);
  });

  it('begins on top and turns with the clock; an empty station differs by more than its colour', () => {
    const scene = discourseRing(discourseStations(counts, true), facts);
    const circles = scene.marks.filter((mark): mark is CircleMark => mark.kind === 'circle');
    const outer = circles.filter(({ tone }) => tone !== 'surface');
    const inner = circles.filter(({ tone }) => tone === 'surface');
    expect(outer.map(({ tone }) => tone)).toEqual([
      ...Array.from({ length: 4 }, () => 'accent'),
      ...['open', 'open', 'accent'],
    ]);
    expect(inner[0]?.radius).toBeLessThan(inner[4]?.radius ?? 0);
    expect(outer[0]?.x).toBeCloseTo(scene.width / 2, 6);
    expect(outer[1]?.x).toBeGreaterThan(scene.width / 2);
    expect(Math.min(...outer.map(({ y }) => y))).toBe(outer[0]?.y);
  });

  it('stays inside its room whatever is counted, and no two stations share a place', () => {
    const count = fc.nat(1_000_000);
    const all = fc.record({
      ...{ FINDINGS: count, FORMATS: count, MEETINGS: count, FEEDBACK: count, PRIORITIES: count },
      ...{ RECOMMENDATIONS: count, RESOLUTIONS: count, MEASURES: count },
    });
    fc.assert(
      fc.property(all, fc.boolean(), (given, reflected) => {
        const scene = discourseRing(discourseStations(given, reflected), facts);
        for (const mark of scene.marks) {
          if (mark.kind !== 'circle') continue;
          expect(mark.x - mark.radius).toBeGreaterThanOrEqual(0);
          expect(mark.x + mark.radius).toBeLessThanOrEqual(scene.width);
          expect(mark.y - mark.radius).toBeGreaterThanOrEqual(0);
        }
        for (const { x, y, text, size } of scene.labels) {
          const half = (text.length * size * 0.56) / 2;
          expect(x - half).toBeGreaterThanOrEqual(0);
          expect(x + half).toBeLessThanOrEqual(scene.width);
          expect(y).toBeLessThanOrEqual(scene.height);
        }
      }),
      { seed: 7, numRuns: 100 },
    );
    const places = ringPlaces(7);
    for (const [index, one] of places.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.left + one.width).toBeLessThanOrEqual(1);
      expect(one.top).toBeGreaterThanOrEqual(0);
      expect(one.top + one.height).toBeLessThanOrEqual(1);
      for (const other of places.slice(index + 1))
        expect(
          one.left + one.width <= other.left ||
            other.left + other.width <= one.left ||
            one.top + one.height <= other.top ||
            other.top + other.height <= one.top,
        ).toBe(true);
    }
  });
});
