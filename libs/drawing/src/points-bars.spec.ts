import type { RectMark } from '@runder-tisch/domain/documents';
import fc from 'fast-check';
import { pointsBars, pointsSentence } from './points-bars';

const bus = { title: 'Bus nach 18 Uhr', points: 12, rank: 1, tied: false };
const kita = { title: 'Sprechstunde in der Kita', points: 5, rank: 2, tied: true };
const arzt = { title: 'Kinderarzt in Köthen', points: 5, rank: 2, tied: true };

describe('drawing: points of a Punktabfrage', () => {
  it('says in one sentence what lies ahead, shared ranks too', () => {
    expect(pointsSentence([bus, kita])).toBe('Vorn liegt „Bus nach 18 Uhr“ mit 12 Punkten.');
    expect(
      pointsSentence([
        { ...kita, rank: 1 },
        { ...arzt, rank: 1 },
      ]),
    ).toBe(
      'Den ersten Rang teilen sich „Sprechstunde in der Kita“ und „Kinderarzt in Köthen“ mit je 5 Punkten.',
    );
    expect(pointsSentence([{ ...bus, points: 0 }])).toBe('Es wurden keine Punkte vergeben.');
  });

  it('has a table twin that shows ties as shared ranks', () => {
    expect(pointsBars([bus, kita, arzt]).table.rows).toEqual([
      ['1.', 'Bus nach 18 Uhr', '12'],
      ['2. (geteilt)', 'Sprechstunde in der Kita', '5'],
      ['2. (geteilt)', 'Kinderarzt in Köthen', '5'],
    ]);
  });

  it('stays inside its width, and the bar is as long as its share of the most', () => {
    const points = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(points, fc.integer({ min: 280, max: 1200 }), (all, width) => {
        const most = Math.max(...all);
        const scene = pointsBars(
          all.map((it) => ({ title: 'Titel', points: it, rank: 1, tied: false })),
          { width },
        );
        const bars = scene.marks as readonly RectMark[];
        bars.forEach((bar, index) => {
          expect(bar.x + bar.width).toBeLessThanOrEqual(width);
          if (all[index] === most && most > 0) expect(bar.width).toBeCloseTo(width - 96, 6);
        });
        for (const label of scene.labels) expect(label.y).toBeLessThanOrEqual(scene.height);
      }),
      { seed: 7 },
    );
  });
});
