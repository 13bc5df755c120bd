import sql from 'sql-template-tag';
import type { PersonListItem, SimilarActor } from '@runder-tisch/domain/actors';
import { SaveOrganisation, SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { folded, foldedLetters } from '@runder-tisch/domain/text';
import type { Client } from '@runder-tisch/scenario/client';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Database } from '../database/database';

describe('A name with letters of another language', () => {
  let app: TestApp;
  let coordinator: Client;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
    for (const [givenName, familyName] of [
      ['Stanisław', 'Żak'],
      ['Bjørn', 'Ærø'],
      ['Işıl', 'Çağlayan'],
      ['Đuro', 'Šarić'],
    ] as const) {
      const request = Object.assign(new SavePerson(), { givenName, familyName });
      const { id } = await coordinator.post<{ id: string }>('/api/people', request);
      ids.set(familyName, id);
    }
  });
  afterAll(() => app.close());

  const typed = [
    ['Stanislaw', 'Żak'],
    ['zak stanislaw', 'Żak'],
    ['bjorn aero', 'Ærø'],
    ['Isil Caglayan', 'Çağlayan'],
    ['ÇAĞLAYAN', 'Çağlayan'],
    ['Duro Saric', 'Šarić'],
  ] as const;

  it.each(typed)('is found by "%s" in the search', async (words, family) => {
    const { items } = await coordinator.get<SearchView>(`/api/search?q=${encodeURIComponent(words)}`);
    expect(items.map((it) => it.id)).toContain(ids.get(family));
  });

  it.each(typed.filter(([words]) => words !== 'zak stanislaw'))(
    'is found by "%s" in lists and pickers',
    async (words, family) => {
      const { items } = await coordinator.get<Page<PersonListItem>>(
        `/api/people?search=${encodeURIComponent(words)}`,
      );
      expect(items.map((it) => it.id)).toEqual([ids.get(family)]);
    },
  );

  it('is pointed out as a likely double', async () => {
    const similar = await coordinator.get<SimilarActor[]>('/api/people/similar?name=Stanislaw%20Zak');
    expect(similar.map((it) => it.id)).toEqual([ids.get('Żak')]);
  });

  it('is found in the line below a title as well', async () => {
    const request = Object.assign(new SaveOrganisation(), { name: 'Haus am Wehr', city: 'Łęczyca' });
    const { id } = await coordinator.post<{ id: string }>('/api/organisations', request);
    const { items } = await coordinator.get<SearchView>('/api/search?q=Leczyca');
    expect(items.map((it) => it.id)).toEqual([id]);
  });

  it('is folded by the database as by the rules', async () => {
    const words = [
      ...Object.keys(foldedLetters),
      ...typed.flat(),
      'Ðuro ŁÓDŹ ŒUVRE Þór ẞ Åsa Nguyễn Ḫattušili İnci',
      'Mu\u0308ller O’Brien Meier‑Lange',
      'Ελένη Иванов 李',
    ];
    const rows = await app
      .get(Database)
      .rows<{ plain: string }>(sql`select fold(word) as plain from unnest(${words}::text[]) as word`);
    expect(rows.map((row) => row.plain)).toEqual(words.map(folded));
  });
});
