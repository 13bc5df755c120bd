import { actorMatrix, type MatrixActor, matrixSentence } from './actor-matrix';

const actor = (name: string, facts: Partial<MatrixActor> = {}): MatrixActor => ({
  name,
  influence: 2,
  affectedness: 2,
  part: 'CONTRIBUTES',
  networks: [{ id: 'n', name: 'Frühe Hilfen' }],
  meetings: 1,
  ...facts,
});

describe('the drawing of an Akteursanalyse', () => {
  it('says in one sentence how many there are, who is touched most and who has no seat', () => {
    expect(
      matrixSentence([
        actor('Familien', { influence: 1, affectedness: 3, networks: [] }),
        actor('Träger', { influence: 3, affectedness: 3 }),
        actor('Neu', { influence: null, affectedness: null, part: null }),
      ]),
    ).toBe(
      '3 Akteure, 2 eingeschätzt. Hoch betroffen: 2, davon mit geringem Einfluss: 1. Ohne Sitz in einem Netzwerk: 1.',
    );
  });

  it('puts great influence to the right and high affectedness on top, and leaves out who is not judged', () => {
    const { labels, table } = actorMatrix([
      actor('Unten', { influence: 1, affectedness: 1 }),
      actor('Oben', { influence: 1, affectedness: 3 }),
      actor('Rechts', { influence: 3, affectedness: 1 }),
      actor('Neu', { influence: null, affectedness: null, part: null }),
    ]);
    const at = (text: string) => labels.find((label) => label.text === text);
    expect(at('Oben')?.y).toBeLessThan(at('Unten')?.y ?? 0);
    expect(at('Rechts')?.x).toBeGreaterThan(at('Unten')?.x ?? Infinity);
    expect(at('Neu')).toBeUndefined();
    expect(table.rows.map(([name]) => name)).toContain('Neu');
  });

  it('stands in one column on a phone, the greatest influence first, each cell with its name', () => {
    const { labels } = actorMatrix([actor('Haus', { influence: 3, affectedness: 3 })], { width: 320 });
    const texts = labels.map(({ text }) => text);
    expect(texts.slice(0, 4)).toEqual(['Betroffenheit hoch', 'Einfluss groß', 'Haus', 'Einfluss mittel']);
  });

  it('tells those with a seat from those without by more than colour', () => {
    const textures = (networks: MatrixActor['networks']) =>
      actorMatrix([actor('Haus', { networks })]).marks.flatMap((mark) =>
        mark.kind === 'circle' ? [mark.texture] : [],
      );
    expect(textures([])).toEqual(['hollow']);
    expect(textures([{ id: 'n', name: 'N' }])).toEqual(['plain']);
  });

  it('stays inside of its room at every width, counts what does not fit, and no names lie on each other', () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      actor(`Donaudampfschifffahrtsgesellschaft ${'Aken '.repeat(at % 5)}`, {
        influence: 3,
        affectedness: 3,
      }),
    );
    for (const width of [300, 640, 1040]) {
      const scene = actorMatrix(many, { width });
      for (const mark of scene.marks)
        if (mark.kind === 'rect') expect(mark.x + mark.width).toBeLessThanOrEqual(width + 0.01);
      const places = scene.labels.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { y } of scene.labels) expect(y).toBeLessThanOrEqual(scene.height);
      expect(scene.labels.map(({ text }) => text)).toContain('und 12 weitere');
    }
  });
});
