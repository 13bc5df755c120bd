import {
  defaultFormatTypes,
  type FormatListItem,
  type FormatTypeView,
  type FormatView,
} from '@runder-tisch/domain/formats';
import type { SaveFormatType } from '@runder-tisch/domain/formats/formats-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { type Client, RefusedError, refusalOf } from '@runder-tisch/scenario/client';
import { changeFormat, format, formatTypes, formatView, moveFormat } from '@runder-tisch/scenario/formats';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { network } from '@runder-tisch/scenario/networks';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { FormatsService } from './formats.service';

const unknown = '01900000-0000-7000-8000-000000000000';

describe('Participation formats', () => {
  let app: TestApp;
  let planner: Client;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const worldCafe = (title = 'World Café Ankommen und Wohnen'): Promise<string> =>
    format(planner, 'World Café', { title });
  const found = async (query: string): Promise<string[]> =>
    (await planner.get<Page<FormatListItem>>(`/api/formats?${query}`)).items.map((it) => it.title);

  it('begin with a library of nine types, each with phases, material, invitation and what to capture', async () => {
    const names = defaultFormatTypes.map(({ name }) => name);
    const types = (await formatTypes(planner)).filter(({ name }) => names.includes(name));
    expect(types).toHaveLength(9);
    for (const type of types) {
      expect(type.phases.length).toBeGreaterThan(2);
      expect(type.material.length).toBeGreaterThan(0);
      expect(type.resultsToCapture.length).toBeGreaterThan(0);
      expect(type.invitationText.length).toBeGreaterThan(100);
      expect(type.groupSize).not.toBe('');
    }
  });

  it('have a library planners keep: own types, changed ones, order; a used one is set aside, never deleted', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const name = 'Stadtteilspaziergang';
    expect(await refusalOf(coordinator.post('/api/format-types', { name }))).toBe('forbidden');
    const { id } = await planner.post<{ id: string }>('/api/format-types', { name });
    expect(await refusalOf(planner.post('/api/format-types', { name }))).toBe('format-type-name-taken');
    const request: SaveFormatType = {
      name,
      description: 'Gemeinsam durch das Viertel.',
      groupSize: '5 bis 15 Personen',
      meetingType: 'WORKSHOP',
      phases: [{ title: 'Rundgang', minutes: 90, note: 'Langsam gehen.' }],
      material: ['Stadtplan'],
      agenda: [{ title: 'Start am Markt', minutes: 10 }],
      invitationText: 'wir gehen mit Ihnen durch das Viertel.',
      resultsToCapture: ['Orte, die fehlen'],
    };
    const changed = await planner.put<FormatTypeView>(`/api/format-types/${id}`, request, 1);
    expect(changed).toMatchObject({ ...request, used: 0 });
    const order = (await formatTypes(planner)).map((it) => it.id).filter((it) => it !== id);
    await planner.post('/api/format-types/order', { ids: [id, ...order] });
    expect((await formatTypes(planner))[0]?.id).toBe(id);

    const begun = await format(planner, name, { title: 'Spaziergang Nord' });
    expect((await formatView(planner, begun)).material).toEqual([{ title: 'Stadtplan', ready: false }]);
    expect(await refusalOf(planner.delete(`/api/format-types/${id}`))).toBe('still-in-use');
    await planner.post(`/api/format-types/${id}/deactivate`, {}, changed.version);
    expect(await refusalOf(format(planner, name, { title: 'Noch einer' }))).toBe('invalid-input');
    const { id: unused } = await planner.post<{ id: string }>('/api/format-types', { name: 'Versehen' });
    await planner.delete(`/api/format-types/${unused}`);
    expect((await formatTypes(planner)).some((it) => it.id === unused)).toBe(false);
  });

  it('start from their type with phases, material and agenda, which may be changed without changing the type', async () => {
    const id = await worldCafe();
    expect((await formatView(planner, id)).phases.map((phase) => phase.title)).toContain('Ernte im Plenum');
    const changed = await changeFormat(planner, id, {
      phases: [{ title: 'Nur eine Runde', minutes: 30, note: '' }],
      material: [{ title: 'Glocke', ready: true }],
    });
    expect(changed.phases).toHaveLength(1);
    expect(changed.material).toEqual([{ title: 'Glocke', ready: true }]);
    const fresh = await formatView(planner, await worldCafe());
    expect(fresh.phases.length).toBeGreaterThan(3);
    expect(fresh.material).toContainEqual({ title: 'Glocke', ready: false });
  });

  it('are fed back only after the return message went out', async () => {
    const id = await worldCafe();
    await moveFormat(planner, id, 'plan', 'open', 'start', 'close');
    expect(await refusalOf(moveFormat(planner, id, 'evaluate'))).toBe('format-without-results');
    await changeFormat(planner, id, { results: [{ title: 'Kernaussage', text: 'Wohnraum fehlt.' }] });
    await moveFormat(planner, id, 'evaluate');
    expect(await refusalOf(moveFormat(planner, id, 'feed-back'))).toBe('format-not-returned');
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        app.get(FormatsService).returned(tx, { id: id, openUntil: '2026-12-31', unreached: 0 }),
      );
    const returned = await formatView(planner, id);
    expect(returned.state).toBe('FED_BACK');
    expect(returned.inReviewUntil).toBe('2026-12-31');
    expect(await refusalOf(changeFormat(planner, id, { purpose: 'Nachträglich' }))).toBe(
      'format-already-ended',
    );
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        app.get(FormatsService).returned(tx, { id: id, openUntil: null, unreached: 0 }),
      );
    expect((await formatView(planner, id)).inReviewUntil).toBeNull();
  });

  it('do not jump over a step', async () => {
    expect(await refusalOf(moveFormat(planner, await worldCafe(), 'close'))).toBe('format-move-not-allowed');
  });

  it('cannot be marked as fed back in the database itself without a return message', async () => {
    const id = await worldCafe();
    const forced = app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        tx.query(`update participation_format set state = 'FED_BACK' where id = $1`, [id]),
      );
    await expect(forced).rejects.toThrow('check');
  });

  it('are found by state, type and words', async () => {
    const id = await worldCafe('Sprechstunde Öffentlicher Raum');
    await moveFormat(planner, id, 'plan');
    await format(planner, 'Fachgespräch', { title: 'Sprechstunde Pflege' });
    expect(await found('search=oeffentlich')).toEqual(['Sprechstunde Öffentlicher Raum']);
    expect(await found('search=sprechstunde&state=PLANNED')).toEqual(['Sprechstunde Öffentlicher Raum']);
    const type = (await formatTypes(planner)).find((it) => it.name === 'Fachgespräch');
    expect(await found(`search=sprechstunde&typeId=${type?.id}`)).toEqual(['Sprechstunde Pflege']);
  });

  it('keep their Handlungsfelder, each once, and stand in their trace', async () => {
    const [one, other] = [await fieldOfAction(planner, 'Wohnen'), await fieldOfAction(planner, 'Arbeit')];
    const id = await worldCafe();
    await changeFormat(planner, id, { fieldIds: [one, other] });
    const kept = await changeFormat(planner, id, { fieldIds: [other] });
    expect(kept.fields.map((field) => field.name)).toEqual(['Arbeit']);
    const trace = await planner.get<{ cameOfIt: { id: string }[] }>(`/api/trace/field-of-action/${other}`);
    expect(trace.cameOfIt.map((line) => line.id)).toContain(id);
  });

  it('refuse what does not exist or does not fit, with nothing half-written', async () => {
    const id = await worldCafe();
    for (const changes of [{ planningAreaId: unknown }, { fieldIds: [unknown] }, { networkId: unknown }]) {
      const refused = await changeFormat(planner, id, { title: 'Halb geschrieben', ...changes }).catch(
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(RefusedError);
      expect((refused as RefusedError).status).toBeLessThan(500);
    }
    const tooLong = [{ title: 'Runde', minutes: 100_000, note: '' }];
    expect(await refusalOf(changeFormat(planner, id, { phases: tooLong }))).toBe('invalid-input');
    expect((await formatView(planner, id)).title).not.toBe('Halb geschrieben');
    expect(
      await refusalOf(
        format(planner, 'World Café', { title: 'Im unbekannten Netzwerk', networkId: unknown }),
      ),
    ).not.toBe('not refused');
  });

  it('are changed by the coordination of their network, seen by the office, closed to everybody else', async () => {
    const [own, foreign, reader] = [
      await signedIn(app, 'coordinator'),
      await signedIn(app, 'coordinator'),
      await signedIn(app, 'reader'),
    ];
    const networkId = await network(own, { name: 'Netzwerk Frühe Hilfen' });
    const id = await format(own, 'Fachgespräch', { title: 'Fachgespräch im Netzwerk', networkId });
    expect((await formatView(own, id)).moves).toContain('plan');
    const seen = await foreign.get<FormatView>(`/api/formats/${id}`);
    expect([seen.mayChange, seen.moves]).toEqual([false, []]);
    expect(await refusalOf(changeFormat(foreign, id, { purpose: 'fremd' }))).toBe('forbidden');
    expect(
      await refusalOf(format(foreign, 'Fachgespräch', { title: 'In fremdem Netzwerk', networkId })),
    ).toBe('forbidden');
    expect(await refusalOf(reader.get(`/api/formats/${id}`))).toBe('forbidden');
  });

  it('are not overwritten by somebody who read an older version', async () => {
    const id = await worldCafe();
    const old = await formatView(planner, id);
    await moveFormat(planner, id, 'plan');
    expect(await refusalOf(planner.post(`/api/formats/${id}/open`, {}, old.version))).toBe('stale-version');
    expect(await refusalOf(planner.post(`/api/formats/${id}/open`, {}))).toBe('version-missing');
  });
});
