import { type ActorFacts, isInvolved, namedGaps } from './named-gaps';
import { leadsToActorAnalysis } from './actor-analysis';

const nowhere = { fields: [], targetGroups: [], municipalities: [] };
const network = { id: 'n', name: 'Frühe Hilfen' };
const actor = (name: string, facts: Partial<ActorFacts> = {}): ActorFacts => ({
  id: name,
  name,
  organisation: { id: `of-${name}`, name },
  influence: 2,
  affectedness: 2,
  part: 'CONTRIBUTES',
  networks: [network],
  meetings: 0,
  fieldIds: [],
  targetGroupIds: [],
  municipalityIds: [],
  ...facts,
});
const says = (actors: ActorFacts[], all = nowhere as Parameters<typeof namedGaps>[1]) =>
  namedGaps(actors, all).map((it) => `${it.kind}: ${it.says}`);

describe('Gaps of an Akteursanalyse', () => {
  it('are cells of high affectedness from which nobody is involved, empty ones too', () => {
    const high = { affectedness: 3, networks: [], part: 'INFORMED', organisation: null } as const;
    expect(
      says([
        actor('Familien', { ...high, influence: 1 }),
        actor('Pflegende', { ...high, influence: 2, part: 'HEARD' }),
      ]).filter((it) => it.startsWith('UNHEARD')),
    ).toEqual([
      'UNHEARD: Betroffenheit hoch, Einfluss gering: niemand ist beteiligt (Familien).',
      'UNHEARD: Betroffenheit hoch, Einfluss groß: niemand ist genannt.',
    ]);
  });

  it('are those of great influence or high affectedness without a seat, and nobody else', () => {
    const found = namedGaps(
      [
        actor('Amt', { influence: 3, networks: [] }),
        actor('Verein', { affectedness: 3, networks: [] }),
        actor('Sitzt', { influence: 3 }),
        actor('Mittel', { networks: [] }),
      ],
      nowhere,
    ).filter(({ kind }) => kind === 'NO_SEAT');
    expect(found.map(({ entryId }) => entryId)).toEqual(['Amt', 'Verein']);
  });

  it('are Handlungsfelder and Gemeinden for which nobody stands', () => {
    const all = {
      targetGroups: [],
      fields: [
        { id: 'f1', name: 'Pflege' },
        { id: 'f2', name: 'Wohnen' },
      ],
      municipalities: [{ id: 'm1', name: 'Aken (Elbe)' }],
    };
    const found = says([actor('Haus', { fieldIds: ['f1'] })], all);
    expect(found).toEqual(expect.arrayContaining(['FIELD: Wohnen', 'MUNICIPALITY: Aken (Elbe)']));
    expect(found).not.toContain('FIELD: Pflege');
  });

  it('are target groups for which nobody stands, and those for which nothing is offered', () => {
    const targetGroups = [
      { id: 'g1', name: 'Familien', offers: 2 },
      { id: 'g2', name: 'Jugendliche', offers: 1 },
      { id: 'g3', name: 'Zugewanderte', offers: 0 },
      { id: 'g4', name: 'Wohnungslose', offers: 0 },
    ];
    const actors = [actor('Haus', { targetGroupIds: ['g1'] }), actor('Verein', { targetGroupIds: ['g3'] })];
    expect(says(actors, { ...nowhere, targetGroups }).filter((it) => !it.startsWith('UNHEARD'))).toEqual(
      [
        ['TARGET_GROUP', 'Jugendliche'],
        ['TARGET_GROUP', 'Wohnungslose'],
        ['NO_OFFER', 'Zugewanderte'],
        ['NO_OFFER', 'Wohnungslose'],
      ].map(([kind, name]) => `${kind}: ${name}`),
    );
  });

  it('are none before the first row, and no cells before the first is judged', () => {
    expect(namedGaps([], { ...nowhere, fields: [{ id: 'f', name: 'Pflege' }] })).toEqual([]);
    expect(says([actor('Neu', { influence: null, affectedness: null, part: null, networks: [] })])).toEqual(
      [],
    );
  });

  it('know that an organisation is involved by a seat or a meeting, a group by more than being informed', () => {
    expect(isInvolved(actor('a', { networks: [] }))).toBe(false);
    expect(isInvolved(actor('a', { networks: [], meetings: 1 }))).toBe(true);
    expect(isInvolved(actor('a', { organisation: null, networks: [], part: 'INFORMED' }))).toBe(false);
    expect(isInvolved(actor('a', { organisation: null, networks: [], part: 'HEARD' }))).toBe(true);
  });

  it('belong to the step that results in the analysis, not to those that start from it', () => {
    expect(leadsToActorAnalysis({ title: 'Akteure erfassen', result: 'Akteursanalyse' })).toBe(true);
    expect(leadsToActorAnalysis({ title: 'Netzwerke aufbauen', result: 'Netzwerke' })).toBe(false);
  });
});
