import type { Page } from '@runder-tisch/domain/lists';
import type { EmergencyNumberView, SearchTopicView } from '@runder-tisch/domain/social-services';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { municipality } from '@runder-tisch/scenario/lists';
import { publishedService, serviceCategory, wholeService } from '@runder-tisch/scenario/social-services';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Somebody looks for help in their own words', () => {
  let app: TestApp;
  let planner: SignedIn;
  let own: string;
  let koethen: string;

  const publish = async (
    title: string,
    category: string,
    description: string,
    facts = {},
  ): Promise<string> => {
    const categoryId = await serviceCategory(planner, category);
    const whole = await wholeService(planner, own, {
      title,
      categoryId,
      description,
      municipalityId: koethen,
      ...facts,
    });
    return (await publishedService(planner, planner, whole)).id;
  };
  const search = async (words: string): Promise<{ found: string[]; text: string }> => {
    const text = await (await fetch(`${app.url}/angebote?suche=${encodeURIComponent(words)}`)).text();
    const found = [...text.matchAll(/<h3><a href="[^"]+">([^<]+)<\/a>/g)].map(([, title = '']) => title);
    return { found, text };
  };

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    await planner.post('/api/fields-of-action', { name: 'Soziale Lage', description: '' });
    koethen = await municipality(planner, { ags: '15082180', name: 'Köthen (Anhalt)' });
    own = await organisation(planner, { name: 'Ahornhaus (Demo)' });
    await publish('Rat bei Forderungen', 'Schuldnerberatung', 'Wir lesen Briefe mit Ihnen.');
    await publish(
      'Zufluchtswohnung',
      'Frauenhaus',
      'Schutz für Frauen und Kinder. Rufen Sie an, wir sagen Ihnen, wo wir uns treffen.',
      {
        secretPlace: true,
        street: 'Geheimgasse 7',
      },
    );
    await publish(
      'Mobiler Pflegedienst Ahorn',
      'Pflegeberatung',
      'Wir kommen nach Hause, besuchen auch am Abend und werden gern besucht.',
    );
    await publish('Sprechstunde für Ängste', 'Ehe-, Familien- und Lebensberatung', 'Reden hilft.');
    await publish('Nachbarschaftscafé', 'Begegnung', 'Kuchen und Gespräche in Köthen.');
    await publish('Lesepaten an Grundschulen', 'Jugendarbeit', 'Ehrenamtliche lesen mit Kindern.');
    for (let number = 1; number <= 3; number += 1)
      await publish(`Spielkreis ${number}`, 'Jugendarbeit', 'Spielen am Nachmittag.');
  });
  afterAll(() => app.close());

  it.each([
    ['ich habe Schulden', 'Rat bei Forderungen'],
    ['Der Gerichtsvollzieher kommt', 'Rat bei Forderungen'],
    ['mein Mann schlägt mich', 'Zufluchtswohnung'],
    ['Pflegedinst', 'Mobiler Pflegedienst Ahorn'],
    ['pfege', 'Mobiler Pflegedienst Ahorn'],
    ['Angste', 'Sprechstunde für Ängste'],
    ['aengste', 'Sprechstunde für Ängste'],
    ['ich bin immer allein', 'Nachbarschaftscafé'],
    ['Nachbarschaft', 'Nachbarschaftscafé'],
    ['Kinderspielkreis', 'Spielkreis 1'],
    ['lesen lernen', 'Lesepaten an Grundschulen'],
  ])('%s finds %s', async (words, title) => {
    expect((await search(words)).found[0]).toBe(title);
  });

  it('finds what meets all words before what meets one, and nothing where nothing fits', async () => {
    expect((await search('Gespräche in Köthen')).found).toEqual(['Nachbarschaftscafé']);
    expect((await search('Raumfahrt')).found).toEqual([]);
    expect((await search('Raumfahrt')).text).toContain('nichts gefunden');
  });

  it('takes no part of another word for what somebody asks', async () => {
    expect((await search('ich bin einsam')).found).not.toContain('Zufluchtswohnung');
    expect((await search('ich trinke zu viel Alkohol')).found).toEqual([]);
  });

  it('shows the right numbers first and a way out where the words hint at danger, but no secret place', async () => {
    const { text } = await search('mein Freund schlägt mich');
    const urgent = text.indexOf('Brauchen Sie sofort Hilfe?');
    expect(urgent).toBeGreaterThan(0);
    expect(urgent).toBeLessThan(text.indexOf('id="treffer"'));
    const now = text.slice(urgent, text.indexOf('Weitere Nummern'));
    expect(now).toContain('href="tel:116016"');
    expect(now).toContain('href="tel:110"');
    expect(now).not.toContain('116117');
    expect(text).toContain('Seite schnell verlassen');
    expect(text).not.toContain('Geheimgasse');
    const crisis = (await search('ich will nicht mehr leben')).text;
    expect(crisis.slice(0, crisis.indexOf('Weitere Nummern'))).toContain('href="tel:08001110111"');
    expect((await search('ich habe Schulden')).text).not.toContain('Brauchen Sie sofort Hilfe?');
  });

  it('goes by the list the county keeps', async () => {
    const topic = { name: 'Spiel', said: 'mir ist fad, Brettspiele', finds: 'Spielkreis', danger: 'NONE' };
    expect((await search('mir ist fad')).found).toEqual([]);
    const { id } = await planner.post<{ id: string }>('/api/search-topics', topic);
    expect((await search('mir ist fad')).found).toHaveLength(3);
    expect(await refusalOf(planner.post('/api/search-topics', topic))).toBe('search-topic-name-taken');
    const view = (await planner.get<Page<SearchTopicView>>('/api/search-topics')).items.find(
      (it) => it.id === id,
    );
    await planner.post(`/api/search-topics/${id}/deactivate`, undefined, view?.version);
    expect((await search('mir ist fad')).found).toEqual([]);
  });

  it('and so do the numbers to call', async () => {
    const number = {
      name: 'Krisendienst Anhalt (Demo)',
      number: '03496 / 12 34',
      note: 'werktags',
      danger: 'CRISIS',
    };
    const { id } = await planner.post<{ id: string }>('/api/emergency-numbers', number);
    expect((await search('')).text).toContain('href="tel:034961234"');
    expect(await refusalOf(planner.post('/api/emergency-numbers', number))).toBe(
      'emergency-number-name-taken',
    );
    const wrong = { ...number, name: 'Ohne', number: 'ruf an' };
    expect(await refusalOf(planner.post('/api/emergency-numbers', wrong))).toBe('invalid-input');
    const all = (await planner.get<Page<EmergencyNumberView>>('/api/emergency-numbers')).items;
    expect(all.map((it) => it.number)).toEqual(expect.arrayContaining(['110', '112', '116 016', '116 117']));
    await planner.delete(`/api/emergency-numbers/${id}`);
    expect((await search('')).text).not.toContain('Krisendienst');
  });
});
