import sql from 'sql-template-tag';
import type { NetworkListItem } from '@runder-tisch/domain/networks';
import type { Page } from '@runder-tisch/domain/lists';
import type { ConsolidationListItem } from '@runder-tisch/domain/structure';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { refusalOf, RefusedError } from '@runder-tisch/scenario/client';
import { feedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import {
  decide,
  finding,
  moveFinding,
  movePriority,
  moveRecommendation,
  priority,
  recommendation,
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { network, networkMove, networkView } from '@runder-tisch/scenario/networks';
import {
  checksOf,
  consolidation,
  consolidationCheck,
  criteria,
  criterion,
} from '@runder-tisch/scenario/structure';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';

const TODAY = '2026-11-23';

describe('Verstetigung', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let admin: SignedIn;
  let committeeId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    coordinator = await signedIn(app, 'coordinator');
    admin = await signedIn(app, 'admin');
    committeeId = await committee(planner, { name: 'Sozialausschuss (Demo)' });
  });
  afterAll(() => app.close());

  const active = async (name: string): Promise<string> => {
    const facts = { name, cooperationAgreementOn: '2026-02-01', reportsToCommitteeId: committeeId };
    const id = await network(coordinator, facts);
    await networkMove(coordinator, id, 'activate');
    return id;
  };

  it('proposes what the data says with what it rests on, and asks what it cannot say', async () => {
    const id = await active('Vorschläge (Demo)');
    await held(app, id, ['2026-09-10', 10, 7], ['2026-03-12', 10, 5], ['2025-11-22', 10, 9]);
    const { proposals, mayCheck } = await consolidation(coordinator, 'NETWORK', id);
    expect(mayCheck).toBe(true);
    expect(proposals.map(({ name, proposed }) => [name, proposed])).toEqual([
      ['Schriftliche Vereinbarung', true],
      ['Benannte Koordination mit gesicherten Stunden', null],
      ['Regelmäßige Treffen', true],
      ['Berichtslinie an ein Gremium', true],
      ['Ergebnisse beschlossen', false],
    ]);
    expect(proposals[2]?.evidence).toBe(
      '2 Treffen seit 23. November 2025, 2 davon mit mindestens 50 % der Eingeladenen: 10. September 2026 (7 von 10), 12. März 2026 (5 von 10).',
    );
    expect(proposals[3]?.evidence).toContain('Sozialausschuss (Demo)');
  });

  it('keeps a check with the data of its day, and a reason for each answer the data does not give', async () => {
    const id = await active('Begründet (Demo)');
    const refused = await consolidationCheck(coordinator, 'NETWORK', id, TODAY, {
      Ergebnisse: [true, ' '],
    }).catch((error: unknown) => error as RefusedError);
    expect((refused as RefusedError).problem).toMatchObject({
      code: 'consolidation-reason-missing',
      errors: [{ path: 'answers.4.reason' }],
    });
    expect((await consolidation(coordinator, 'NETWORK', id)).checks).toEqual([]);

    await consolidationCheck(coordinator, 'NETWORK', id, '2025-06-01', { Ergebnisse: [false, ''] });
    await consolidationCheck(coordinator, 'NETWORK', id, TODAY, {
      Ergebnisse: [true, 'Beschluss 12/2026 liegt in Papier vor'],
    });
    const view = await consolidation(coordinator, 'NETWORK', id);
    expect(view.checks.map(({ checkedOn }) => checkedOn)).toEqual([TODAY, '2025-06-01']);
    expect(view.checks[0]?.results[4]).toMatchObject({
      met: true,
      proposed: false,
      reason: 'Beschluss 12/2026 liegt in Papier vor',
    });
    // Of that day: the agreement was not there yet.
    expect(view.checks[1]?.results[0]).toMatchObject({ proposed: false, met: true });
    expect(view.proposals[4]?.before).toEqual({ met: true, reason: 'Beschluss 12/2026 liegt in Papier vor' });
    const listed = await planner.get<Page<ConsolidationListItem>>('/api/consolidation?search=Begründet');
    expect(listed.items).toMatchObject([{ id, met: 5, of: 5, open: [], metBefore: 4, ofBefore: 5 }]);
  });

  it('is made once a day, not for days to come, and with the criteria as they stand', async () => {
    const id = await active('Einmal am Tag (Demo)');
    expect(await refusalOf(consolidationCheck(coordinator, 'NETWORK', id, '2026-11-24'))).toBe(
      'consolidation-in-future',
    );
    const check = await consolidationCheck(coordinator, 'NETWORK', id, TODAY);
    expect(await refusalOf(consolidationCheck(coordinator, 'NETWORK', id, TODAY))).toBe(
      'consolidation-day-taken',
    );
    const { proposals } = await consolidation(coordinator, 'NETWORK', id);
    const answers = proposals.slice(1).map(({ criterionId }) => ({ criterionId, met: true, reason: 'ja' }));
    const fewer = { checkedOn: '2026-11-22', note: '', answers };
    expect(await refusalOf(coordinator.post(checksOf('NETWORK', id), fewer))).toBe(
      'consolidation-criteria-changed',
    );
    await coordinator.delete(`/api/consolidation/checks/${check}`);
    expect((await consolidation(coordinator, 'NETWORK', id)).checks).toEqual([]);
    expect(await refusalOf(coordinator.delete(`/api/consolidation/checks/${check}`))).toBe('not-found');
  });

  it('is for planners and the coordination; the planning itself for planners', async () => {
    const id = await active('Wer prüft (Demo)');
    const stranger = await signedIn(app, 'coordinator');
    expect(await refusalOf(consolidationCheck(stranger, 'NETWORK', id, TODAY))).toBe('forbidden');
    expect((await consolidation(stranger, 'NETWORK', id)).mayCheck).toBe(false);
    const check = await consolidationCheck(planner, 'NETWORK', id, TODAY);
    expect(await refusalOf(stranger.delete(`/api/consolidation/checks/${check}`))).toBe('forbidden');
    expect(await refusalOf(consolidationCheck(coordinator, 'PLANNING', '', TODAY))).toBe('forbidden');
    await consolidationCheck(planner, 'PLANNING', '', TODAY, { Haushalt: [false, 'Kein eigener Ansatz'] });
    const { checks } = await consolidation(coordinator, 'PLANNING');
    expect(checks[0]?.results.map(({ name, met }) => [name, met])).toEqual([
      ['Auftrag', true],
      ['Gesicherte Stunden', true],
      ['Haushalt', false],
      ['Rhythmus', true],
    ]);
    const reader = await signedIn(app, 'reader');
    expect(await refusalOf(reader.get(checksOf('NETWORK', id)))).toBe('forbidden');
  });

  it('lets a network be called permanent only without open criteria, and names them', async () => {
    const id = await active('Noch offen (Demo)');
    await consolidationCheck(coordinator, 'NETWORK', id, TODAY, {
      Benannte: [false, 'Die Stelle ist befristet'],
      Ergebnisse: [false, ''],
    });
    const refused = await networkMove(coordinator, id, 'consolidate').catch(
      (error: unknown) => error as RefusedError,
    );
    expect((refused as RefusedError).problem.errors.map(({ detail }) => detail)).toEqual([
      'Im Verstetigungscheck vom 23.11.2026 noch offen: Benannte Koordination mit gesicherten Stunden.',
      'Im Verstetigungscheck vom 23.11.2026 noch offen: Ergebnisse beschlossen.',
    ]);
  });

  it('tells the light that nothing came of a network called permanent', async () => {
    const id = await active('Ohne Ergebnis (Demo)');
    await consolidationCheck(coordinator, 'NETWORK', id, TODAY);
    await networkMove(coordinator, id, 'consolidate');
    const words = 'In diesem Zyklus wurde noch kein Ergebnis von einem Gremium angenommen.';
    expect((await networkView(coordinator, id)).light?.reasons).toContain(words);
    await held(app, id, ['2026-09-10', 10, 4]);
    const { items } = await coordinator.get<Page<NetworkListItem>>('/api/networks?search=Ohne%20Ergebnis');
    expect(items[0]?.light?.reasons).toContain(
      'Zu den Treffen kam im Schnitt weniger als die Hälfte (40 %).',
    );
  });

  it('comes back to Heute after a year, for whoever checks it', async () => {
    const [due, notYet] = [await active('Vor einem Jahr (Demo)'), await active('Vor elf Monaten (Demo)')];
    await consolidationCheck(coordinator, 'NETWORK', due, '2025-11-23');
    await consolidationCheck(coordinator, 'NETWORK', notYet, '2025-11-24');
    const lines = async (client: SignedIn): Promise<string[]> =>
      (await client.get<TodayView>('/api/today')).lines.map(({ text }) => text);
    const mine = await lines(coordinator);
    expect(mine).toContain('Verstetigung wieder prüfen: Vor einem Jahr (Demo) (zuletzt 23.11.2025)');
    expect(mine.join()).not.toContain('Vor elf Monaten');
    expect((await lines(await signedIn(app, 'coordinator'))).join()).not.toContain('Vor einem Jahr');
  });

  it('counts what bodies accepted in the cycle of what was said in the network, and nothing else', async () => {
    const id = await active('Mit Ergebnis (Demo)');
    const other = await active('Daneben (Demo)');
    const fieldId = await fieldOfAction(planner, 'Ergebnisse (Demo)');
    const said = await feedback(planner, { text: 'Es fehlt eine Sprechstunde.', networkId: id });
    await linkFeedback(planner, said.id, fieldId);
    const findingId = await finding(planner, { statement: 'Es fehlt.', fieldId, feedbackIds: [said.id] });
    await moveFinding(planner, findingId, 'confirm');
    const priorityId = await priority(planner, { title: 'Sprechstunde', fieldId, findingIds: [findingId] });
    await movePriority(planner, priorityId, 'propose');
    const proposed = async (of: string): Promise<[boolean | null | undefined, string | undefined]> => {
      const { proposals } = await consolidation(planner, 'NETWORK', of);
      return [proposals[4]?.proposed, proposals[4]?.evidence];
    };
    const facts = { fieldId, priorityIds: [priorityId] };
    const rejected = await recommendation(planner, { wording: 'Ein Haus.', ...facts });
    const accepted = await recommendation(planner, { wording: 'Eine Sprechstunde.', ...facts });
    for (const one of [rejected, accepted]) await moveRecommendation(planner, one, 'submit');
    await decide(planner, rejected, { result: 'REJECTED', reason: 'Zu teuer', final: true });
    expect((await proposed(id))[0]).toBe(false);
    await decide(planner, accepted, { result: 'ACCEPTED', final: false });
    expect((await proposed(id))[0]).toBe(false);
    await decide(planner, accepted, { result: 'ACCEPTED', final: true });
    const { number } = await recommendationView(planner, accepted);
    expect(await proposed(id)).toEqual([true, `Angenommen seit 23. November 2021: ${number}.`]);
    expect((await proposed(other))[0]).toBe(false);
  });

  it('is measured by criteria planners keep; a changed one leaves old checks as they were', async () => {
    const id = await active('Kriterien (Demo)');
    await consolidationCheck(coordinator, 'NETWORK', id, '2026-11-01');
    const meetings = (await criteria(planner)).find(({ name }) => name === 'Regelmäßige Treffen');
    if (!meetings) throw new Error('Das Kriterium fehlt.');
    const { id: criterionId, version, active: _active, used, ...facts } = meetings;
    expect(used).toBeGreaterThan(0);
    const save = (changes: object): Promise<unknown> =>
      planner.put(`/api/consolidation-criteria/${criterionId}`, { ...facts, ...changes }, version);
    expect(await refusalOf(save({ share: null }))).toBe('criterion-thresholds');
    expect(await refusalOf(save({ name: 'ergebnisse beschlossen' }))).toBe('criterion-name-taken');
    expect(await refusalOf(criterion(coordinator, { name: 'Von der Koordination' }))).toBe('forbidden');
    await save({ name: 'Viele Treffen', least: 9 });
    const view = await consolidation(coordinator, 'NETWORK', id);
    expect(view.proposals[2]).toMatchObject({ name: 'Viele Treffen' });
    expect(view.proposals[2]?.threshold).toContain('mindestens 9 Treffen');
    expect(view.checks[0]?.results[2]?.name).toBe('Regelmäßige Treffen');
    await planner.put(`/api/consolidation-criteria/${criterionId}`, facts, version + 1);
    expect(
      await refusalOf(criterion(admin, { name: 'Rhythmus', subject: 'NETWORK', measure: 'RHYTHM' })),
    ).toBe('criterion-thresholds');
  });
});

/** Meetings as they were held: day, invited by mail, of them present. */
async function held(
  app: TestApp,
  networkId: string,
  ...meetings: readonly [day: string, invited: number, present: number][]
): Promise<void> {
  for (const [day, invited, present] of meetings) {
    await app.get(Database).write(systemViewer, 'test', async (tx) => {
      const meetingId = newId();
      await rowsIn(
        tx,
        sql`insert into meeting (id, type, title, network_id, starts_at, ends_at, state, created_at) values (${meetingId}, 'NETWORK', 'Treffen', ${networkId},
          ${`${day}T13:00:00Z`}::timestamptz, ${`${day}T15:00:00Z`}::timestamptz, 'HELD', ${`${day}T13:00:00Z`}::timestamptz)`,
      );
      for (let seat = 0; seat < invited; seat += 1) {
        const id = newId();
        await rowsIn(
          tx,
          sql`insert into invitation (id, meeting_id, mail, name, invited_at)
              values (${id}, ${meetingId}, ${`gast${seat}@demo.example`}, 'Gast', ${`${day}T08:00:00Z`}::timestamptz)`,
        );
        await rowsIn(
          tx,
          sql`insert into attendance (id, meeting_id, invitation_id, present) values (${newId()}, ${meetingId}, ${id}, ${seat < present})`,
        );
      }
    });
  }
}
