import type { FormatTypeView, FormatView } from '@runder-tisch/domain/formats';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { FormatsService } from './formats.service';

describe('Participation formats', () => {
  let app: TestApp;
  let planner: Client;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  async function worldCafe(): Promise<FormatView> {
    const types = await planner.get<FormatTypeView[]>('/api/format-types');
    const type = types.find((it) => it.name === 'World Café');
    const { id } = await planner.post<{ id: string }>('/api/formats', { typeId: type?.id, title: 'World Café Ankommen und Wohnen', networkId: null });
    return planner.get<FormatView>(`/api/formats/${id}`);
  }

  const save = (format: FormatView, changes: object): Promise<FormatView> =>
    planner.put<FormatView>(
      `/api/formats/${format.id}`,
      {
        title: format.title,
        purpose: format.purpose,
        networkId: null,
        planningAreaId: null,
        municipalityId: null,
        fieldIds: [],
        targetGroups: format.targetGroups,
        capacity: format.capacity,
        accessibilityNeeds: format.accessibilityNeeds,
        phases: format.phases,
        material: format.material,
        agenda: format.agenda,
        invitationText: format.invitationText,
        results: format.results,
        ...changes,
      },
      format.version,
    );

  const walk = async (format: FormatView, ...moves: string[]): Promise<FormatView> => {
    let current = format;
    for (const move of moves) current = await planner.post<FormatView>(`/api/formats/${format.id}/${move}`, {}, current.version);
    return current;
  };

  it('start from their type with phases, material and agenda, which may be changed without changing the type', async () => {
    const format = await worldCafe();
    expect(format.phases.map((phase) => phase.title)).toContain('Ernte im Plenum');
    const changed = await save(format, { phases: [{ title: 'Nur eine Runde', minutes: 30, note: '' }] });
    expect(changed.phases).toHaveLength(1);
    expect((await worldCafe()).phases.length).toBeGreaterThan(3);
  });

  it('are fed back only after the return message went out', async () => {
    let format = await walk(await worldCafe(), 'plan', 'open', 'start', 'close');
    expect(await refusalOf(planner.post(`/api/formats/${format.id}/evaluate`, {}, format.version))).toBe('format-without-results');
    format = await walk(await save(format, { results: [{ title: 'Kernaussage', text: 'Wohnraum fehlt.' }] }), 'evaluate');
    expect(await refusalOf(planner.post(`/api/formats/${format.id}/feed-back`, {}, format.version))).toBe('format-not-returned');
    await app.get(Database).write(systemViewer, 'test', (tx) => app.get(FormatsService).returned(tx, format.id, null));
    expect((await planner.get<FormatView>(`/api/formats/${format.id}`)).state).toBe('FED_BACK');
  });

  it('do not jump over a step', async () => {
    const format = await worldCafe();
    expect(await refusalOf(planner.post(`/api/formats/${format.id}/close`, {}, format.version))).toBe('format-move-not-allowed');
  });

  it('cannot be marked as fed back in the database itself without a return message', async () => {
    const { id } = await worldCafe();
    await expect(app.database.rows(`set rt.actor = 'system'; update participation_format set state = 'FED_BACK' where id = '${id}'`)).rejects.toThrow('check');
  });
});
