import fc from 'fast-check';
import { planningNumber } from '../../lists';
import { type GroupableFeedback, isDismissed, proposeGroups } from './propose-groups';

const texts = {
  bus: [
    'Der Bus nach Zörbig fährt abends nicht mehr.',
    'Abends fährt nach Zörbig kein Bus mehr.',
    'Nach 18 Uhr fährt kein Bus nach Zörbig.',
  ],
  midwife: ['In Köthen fehlen Hebammen.', 'Wir finden in Köthen keine Hebamme.'],
  other: ['Das Formular für Wohngeld ist unverständlich.'],
};

const item = (id: string, text: string, more: Partial<GroupableFeedback> = {}): GroupableFeedback => ({
  id,
  text,
  fieldId: 'field',
  municipalityId: null,
  ...more,
});

const mixed = [...texts.bus, ...texts.midwife, ...texts.other].map((text, index) =>
  item(`id-${index}`, text),
);

describe('Groups proposed for alike Hinweise', () => {
  it('hold what is about the same thing, largest first, with the words that bind them', () => {
    const groups = proposeGroups(mixed);
    expect(groups.map((it) => it.ids)).toEqual([
      ['id-0', 'id-1', 'id-2'],
      ['id-3', 'id-4'],
    ]);
    expect(groups[0]?.words).toEqual(expect.arrayContaining(['Bus', 'Zörbig']));
  });

  it('never join two fields, and name the place only where all agree', () => {
    const [one, two, three] = texts.bus as [string, string, string];
    expect(proposeGroups([item('a', one), item('b', two, { fieldId: 'another' })])).toEqual([]);
    const placed = [
      item('a', one, { municipalityId: 'z' }),
      item('b', two, { municipalityId: 'z' }),
      item('c', three, { municipalityId: 'z' }),
    ];
    expect(proposeGroups(placed)[0]?.municipalityId).toBe('z');
    placed[2] = item('c', three);
    expect(proposeGroups(placed)[0]?.municipalityId).toBeNull();
  });

  it('do not depend on the order of the texts, and hold each at most once', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(mixed, { minLength: mixed.length }), (shuffled) => {
        const groups = proposeGroups(shuffled);
        expect(groups).toEqual(proposeGroups(mixed));
        const ids = groups.flatMap((it) => it.ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('stay what they are once one of them is taken over', () => {
    const many = ['Bus', 'Radweg', 'Fahrdienst'].flatMap((word, topic) =>
      Array.from({ length: 12 }, (_, at) =>
        item(
          `${topic}-${at}`,
          `${word} ${['Schule', 'Zörbig', 'Facharzt'][topic]} ${at % 3 === 0 ? 'kaputt' : 'fehlt'}.`,
        ),
      ),
    );
    const before = proposeGroups(many);
    expect(before.map((it) => it.ids.length)).toEqual([12, 12, 12]);
    const [first, ...others] = before;
    const taken = many.filter(({ id }) => first?.ids.includes(id));
    const left = many.filter((it) => !taken.includes(it));
    expect(proposeGroups(left, taken).map(({ ids, words }) => ({ ids, words }))).toEqual(
      others.map(({ ids, words }) => ({ ids, words })),
    );
  });

  it('of nothing are none', () => {
    expect(proposeGroups([])).toEqual([]);
    expect(proposeGroups([item('a', ''), item('b', '')])).toEqual([]);
  });
});

it('The number of an argument is one people can cite', () => {
  expect(planningNumber('A', 2026, 1)).toBe('A-2026-001');
  expect(planningNumber('A', 2026, 1234)).toBe('A-2026-1234');
});

describe('A dismissed proposal', () => {
  it.each([
    [['a', 'b'], true],
    [['a', 'b', 'c', 'new'], true],
    [['a', 'b', 'new'], false],
    [['b', 'c', 'd'], true],
    [['new', 'other'], false],
  ])('stays away until a third of it is new: %j', (ids, away) => {
    expect(
      isDismissed(ids, [
        ['x', 'y'],
        ['a', 'b', 'c', 'd'],
      ]),
    ).toBe(away);
  });
});
