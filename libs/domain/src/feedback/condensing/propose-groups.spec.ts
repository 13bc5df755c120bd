import fc from 'fast-check';
import { planningNumber } from '../../lists';
import { commonTopic } from './common-topic';
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

  it('are others as soon as a text, a place or what lies beside is another one', () => {
    const [one, two] = texts.midwife as [string, string];
    const pair = (more: Partial<GroupableFeedback> = {}) => [
      item('a', one, { municipalityId: 'z' }),
      item('b', two, { municipalityId: 'z', ...more }),
    ];
    const about = (items: GroupableFeedback[], beside: string[] = []) =>
      proposeGroups(
        items,
        beside.map((text) => ({ text, fieldId: 'field' })),
      ).map(({ ids, words, municipalityId }) => ({ ids, words: words.toSorted(), municipalityId }));
    const both = [{ ids: ['a', 'b'], words: ['Hebamme', 'Köthen'], municipalityId: 'z' }];
    expect(about(pair())).toEqual(both);
    expect(about(pair({ municipalityId: 'y' }))).toEqual([{ ...both[0], municipalityId: null }]);
    expect(about(pair({ id: 'c' }))).toEqual([{ ...both[0], ids: ['a', 'c'] }]);
    expect(about(pair({ text: texts.other[0] }))).toEqual([]);
    expect(
      about(
        pair(),
        Array.from({ length: 9 }, (_, at) => `Köthen ${at}`),
      ),
    ).toEqual([{ ...both[0], words: ['Hebamme'] }]);
    expect(about(pair())).toEqual(both);
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

  it('are found as well where most of a field is about one thing, and the rest stays by itself', () => {
    const about = [
      'Der Bus nach Zörbig fährt abends nicht, da bleibt nur das Taxi.',
      'Wer Spätschicht hat, kommt ohne Bus aus Zörbig abends nicht heim.',
      'Abends steht man in Zörbig und der Bus ist weg; die Kinder frieren.',
      'Meine Mutter erreicht die Klinik nicht, weil abends kein Bus durch Zörbig fährt.',
      'Für die Chorprobe fehlt abends ein Bus von Zörbig zurück.',
      'Vereine verlieren Mitglieder, denn der Bus nach Zörbig endet vor den Abendstunden, abends ist Schluss.',
      'Ein Bus, der abends Zörbig anfährt, würde Jugendlichen das Training ermöglichen.',
      'Die Volkshochschule sagt Kurse ab: abends kein Bus in Zörbig.',
    ].map((text, index) => item(`bus-${index}`, text));
    const rest = [
      'Das Wartezimmer beim Kinderarzt ist überfüllt.',
      'Der Radweg nach Aken ist voller Schlaglöcher.',
      'Formulare für Wohngeld versteht niemand.',
      'Das Schwimmbad ist für Rollstühle gesperrt.',
      'Im Park fehlen Bänke und Schatten.',
      'Die Sprechstunde im Rathaus liegt vormittags.',
    ].map((text, index) => item(`rest-${index}`, text));
    const groups = proposeGroups([...about, ...rest]);
    expect(groups.map(({ ids }) => ids)).toEqual([about.map(({ id }) => id)]);
    expect(groups[0]?.words.toSorted()).toEqual(['Bus', 'Zörbig']);
    // Taken over, it is proposed no more and tells of no other.
    expect(proposeGroups(rest, about)).toEqual([]);
  });

  it('are none where common words only happen to meet', () => {
    const words = (index: number): string =>
      [
        index % 2 === 0 && 'Wartezeit',
        index % 3 !== 0 && 'Beratung',
        `${'abcdefghijklmnopqrstuvwx'[index]}okopf`,
      ]
        .filter(Boolean)
        .join(' ');
    expect(
      proposeGroups(Array.from({ length: 24 }, (_, index) => item(`id-${index}`, words(index)))),
    ).toEqual([]);
  });

  it('are named by nouns that the rest of the field does not use', () => {
    const doctor = [
      'Auf den ersten Termin beim Kinderarzt wartet man ein halbes Jahr.',
      'Der Kinderarzt gibt den ersten Termin erst in einem halben Jahr.',
      'Ein halbes Jahr wartet man beim Kinderarzt auf den ersten Termin.',
    ].map((text, index) => item(`doctor-${index}`, text));
    const others = [
      'Einen Termin im Bürgeramt gibt es nur online.',
      'Der Termin für die Schuldnerberatung wurde abgesagt.',
      'Beim Jugendamt bekommt man schnell einen Termin.',
      'Für den Termin im Jobcenter fehlt ein Dolmetscher.',
    ].map((text, index) => item(`other-${index}`, text));
    const named = proposeGroups([...doctor, ...others]).find(({ ids }) => ids.includes('doctor-0'));
    expect(named?.ids).toEqual(doctor.map(({ id }) => id));
    expect(named?.words).toEqual(['Kinderarzt']);
  });

  it('are named by other words where no noun tells them from the rest', () => {
    const kind = ['a', 'b', 'c'].map((id) => item(id, 'Das Amt ist freundlich, aber überlastet.'));
    const rest = ['Schließzeit', 'Anfahrt', 'Formular', 'Treppe'].map((word) =>
      item(word, `Beim Amt ist die ${word} schwierig.`),
    );
    expect(proposeGroups([...kind, ...rest]).find(({ ids }) => ids.includes('a'))?.words).toEqual([
      'freundlich',
      'überlastet',
    ]);
  });

  it('look at few of the words where long texts have the same ones, and cost no more', () => {
    const stems = new Map(Array.from({ length: 1000 }, (_, index) => [`wort-${index}`, 1]));
    const texts = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0 ? stems : new Map([['anders', 1]]),
    );
    const inTexts = new Map([...stems.keys()].map((stem) => [stem, 15] as const));
    expect(commonTopic(texts, { all: 30, inTexts })).toHaveLength(24);
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
