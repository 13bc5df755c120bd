import type { BodyView } from '@runder-tisch/domain/structure';
import { mapSentence, participationMap } from './participation-map';
import { wrapped } from './wrapped';

const body = (kind: BodyView['kind'], id: string, facts: Partial<BodyView> = {}): BodyView => ({
  kind,
  id,
  name: `${kind} ${id}`,
  state: 'aktiv',
  rhythm: '',
  above: null,
  seats: 3,
  vacancies: 0,
  sessions: 0,
  ...facts,
});
const committee = body('COMMITTEE', 'c', { name: 'Ausschuss', state: 'Ausschuss' });
const above = { id: 'c', name: 'Ausschuss' };

describe('the drawing of the structure', () => {
  it('says in one sentence what there is, who reports to nobody, and how many seats are empty', () => {
    const bodies = [committee, body('NETWORK', 'n1', { above, vacancies: 2 }), body('NETWORK', 'n2')];
    expect(mapSentence(bodies)).toBe(
      '1 Gremium, 2 Netzwerke, 0 Formate. 1 Netzwerk berichtet an kein Gremium. 2 Plätze sind unbesetzt.',
    );
    expect(mapSentence([committee])).toBe('1 Gremium, 0 Netzwerke, 0 Formate.');
  });

  it('draws every body once, committees above their networks, formats beneath theirs', () => {
    const bodies = [
      body('FORMAT', 'f1', { name: 'Werkstatt', above: { id: 'n1', name: 'Netz' }, seats: null }),
      committee,
      body('NETWORK', 'n1', { name: 'Netz', above }),
      body('NETWORK', 'n2', { name: 'Frei' }),
    ];
    const { labels } = participationMap(bodies);
    const at = (text: string): number => labels.find((label) => label.text === text)?.y ?? NaN;
    expect(at('Ausschuss')).toBeLessThan(at('Netz'));
    expect(at('Netz')).toBeLessThan(at('Werkstatt'));
    expect(at('Ohne Berichtslinie')).toBeLessThan(at('Frei'));
    expect(at('Werkstatt')).toBeLessThan(at('Ohne Berichtslinie'));
  });

  it('stays inside of its room at every width, whatever the names', () => {
    const networks = Array.from({ length: 23 }, (_, at) =>
      body('NETWORK', `n${at}`, { name: `Netzwerk ${'Donaudampfschifffahrt '.repeat(at % 7)}`, above }),
    );
    const formats = networks.flatMap(({ id, name }, at) =>
      Array.from({ length: at % 8 }, (_, of) => body('FORMAT', `${id}-${of}`, { above: { id, name } })),
    );
    for (const width of [300, 640, 1040]) {
      const scene = participationMap([committee, ...networks, ...formats], { width });
      for (const mark of scene.marks) {
        const [right, bottom] =
          mark.kind === 'rect'
            ? [mark.x + mark.width, mark.y + mark.height]
            : mark.kind === 'line'
              ? [mark.x2, mark.y2]
              : [0, 0];
        expect(right).toBeLessThanOrEqual(width + 0.01);
        expect(bottom).toBeLessThanOrEqual(scene.height + 0.01);
      }
      expect(scene.table.rows).toHaveLength(1 + networks.length + formats.length);
    }
  });

  it('names only as many formats as fit and counts the rest', () => {
    const formats = Array.from({ length: 6 }, (_, at) =>
      body('FORMAT', `f${at}`, { above: { id: 'n', name: 'N' } }),
    );
    const texts = participationMap([body('NETWORK', 'n'), ...formats]).labels.map(({ text }) => text);
    expect(texts).toContain('und 2 weitere Formate');
  });

  it('shows no seats to whom they are not told', () => {
    const { labels, table } = participationMap([body('NETWORK', 'n', { seats: null, vacancies: null })]);
    expect(labels.map(({ text }) => text).join()).not.toContain('besetzt');
    expect(table.rows[0]?.[5]).toBe('–');
  });

  it('breaks words into lines and ends what does not fit', () => {
    expect(wrapped('Netzwerk Frühe Hilfen und Kinderschutz', 110, 14, 3)).toEqual([
      'Netzwerk Frühe',
      'Hilfen und',
      'Kinderschutz',
    ]);
    expect(wrapped('eins zwei drei vier', 60, 14, 2).at(-1)).toMatch(/…$/);
  });
});
