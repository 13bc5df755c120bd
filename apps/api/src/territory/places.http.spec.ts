import type { Page } from '@runder-tisch/domain/lists';
import type { TextBlockView } from '@runder-tisch/domain/settings';
import { SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import type { PlaceView } from '@runder-tisch/domain/territory';
import { refusalOf } from '@runder-tisch/scenario/client';
import { place } from '@runder-tisch/scenario/lists';
import { changeMeeting, meeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Lists for those who plan and answer', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const places = async (): Promise<PlaceView[]> =>
    (await coordinator.get<Page<PlaceView>>('/api/places')).items;

  it('keep places with what invitations say about getting in', async () => {
    const id = await place(coordinator, {
      name: 'Haus am Teich (Demo)',
      postalCode: '06366',
      facets: ['LIFT', 'TOILET'],
      accessNote: 'Aufzug im Hof',
      capacity: 40,
    });
    expect((await places()).find((it) => it.id === id)).toMatchObject({
      facets: ['LIFT', 'TOILET'],
      accessNote: 'Aufzug im Hof',
      capacity: 40,
      used: 0,
    });
    expect(await refusalOf(place(planner, { name: 'Haus am Teich (Demo)' }))).toBe('place-name-taken');
    expect(await refusalOf(place(planner, { name: 'Falsch', facets: ['POOL' as never] }))).toBe(
      'invalid-input',
    );
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(provider.get('/api/places'))).toBe('forbidden');
  });

  it('keep a place that a meeting uses: set aside, never deleted, and free again when nobody meets there', async () => {
    const id = await place(coordinator, { name: 'Saal mit Bühne (Demo)' });
    const meetingId = await meeting(coordinator, { placeId: id, place: 'Saal mit Bühne (Demo)' });
    expect((await staffMeeting(coordinator, meetingId)).placeId).toBe(id);
    const used = (await places()).find((it) => it.id === id);
    expect(used?.used).toBe(1);
    expect(await refusalOf(coordinator.delete(`/api/places/${id}`))).toBe('still-in-use');
    const aside = await coordinator.post<PlaceView>(`/api/places/${id}/deactivate`, {}, used?.version);
    expect(aside.active).toBe(false);
    expect((await coordinator.post<PlaceView>(`/api/places/${id}/activate`, {}, aside.version)).active).toBe(
      true,
    );
    await changeMeeting(coordinator, meetingId, { placeId: null });
    await coordinator.delete(`/api/places/${id}`);
    expect((await places()).some((it) => it.id === id)).toBe(false);
    expect(await refusalOf(coordinator.delete(`/api/places/${id}`))).toBe('not-found');
  });

  it('refuse a meeting in a place that is not there', async () => {
    const placeId = '01900000-0000-7000-8000-000000000000';
    expect(await refusalOf(meeting(coordinator, { placeId }))).toBe('unknown-reference');
  });

  it('begin with text blocks for every use; planners add, order and set aside, coordinators only use them', async () => {
    const blocks = async (): Promise<TextBlockView[]> =>
      (await coordinator.get<Page<TextBlockView>>('/api/text-blocks')).items;
    const before = await blocks();
    expect(new Set(before.map((it) => it.category)).size).toBe(4);
    const request = Object.assign(new SaveTextBlock(), {
      category: 'INVITATION',
      name: 'Mittagessen',
      text: 'Für ein Mittagessen ist gesorgt, bitte bis zum [Tag] anmelden.',
    });
    expect(await refusalOf(coordinator.post('/api/text-blocks', request))).toBe('forbidden');
    const { id } = await planner.post<{ id: string }>('/api/text-blocks', request);
    expect(await refusalOf(planner.post('/api/text-blocks', request))).toBe('text-block-name-taken');
    await planner.post('/api/text-blocks/order', { ids: [id, ...before.map((it) => it.id)] });
    const [first] = await blocks();
    expect(first).toMatchObject({ id, text: request.text });
    const changed = await planner.put<TextBlockView>(
      `/api/text-blocks/${id}`,
      { ...request, text: 'Kaffee steht bereit.' },
      first?.version,
    );
    expect(
      (await planner.post<TextBlockView>(`/api/text-blocks/${id}/deactivate`, {}, changed.version)).active,
    ).toBe(false);
    await planner.delete(`/api/text-blocks/${id}`);
    expect(await blocks()).toHaveLength(before.length);
  });
});
