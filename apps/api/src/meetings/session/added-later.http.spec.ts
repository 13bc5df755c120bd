import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { ProtocolPreviewView } from '@runder-tisch/domain/meetings';
import { refusalOf } from '@runder-tisch/scenario/client';
import { type RunningMeeting, countySettings, runningMeeting } from '../../../test/running-meeting';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

describe('A meeting that took place without an invitation', () => {
  let app: TestApp;
  let meeting: RunningMeeting;

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  beforeEach(async () => {
    meeting = await runningMeeting(app);
    await app.get(Database).write(systemViewer, 'test', async (tx) => {
      const network = randomUUID();
      await rowsIn(
        tx,
        sql`insert into network (id, name, kind, state, created_at) values (${network}, ${`Runde ${network}`}, 'NETWORK', 'ACTIVE', ${app.clock.now()})`,
      );
      const member = randomUUID();
      await rowsIn(
        tx,
        sql`insert into person (id, given_name, family_name, mail, created_at) values (${member}, 'Cem', 'Vogt', ${`${member}@kiebitz.test`}, ${app.clock.now()})`,
      );
      await rowsIn(
        tx,
        sql`insert into membership (id, network_id, person_id, role, from_day, created_at) values
          (${randomUUID()}, ${network}, ${member}, 'MEMBER', '2025-01-01', ${app.clock.now()}),
          (${randomUUID()}, ${network}, ${meeting.coordinator.personId}, 'COORDINATOR', '2025-01-01', ${app.clock.now()})`,
      );
      await rowsIn(tx, sql`delete from invitation where meeting_id = ${meeting.meetingId}`);
      await rowsIn(
        tx,
        sql`update meeting set state = 'DRAFT', network_id = ${network}, starts_at = '2025-03-12T09:00:00Z', ends_at = '2025-03-12T11:00:00Z' where id = ${meeting.meetingId}`,
      );
    });
  });
  afterAll(() => app.close());

  it('takes those of the network, minutes and a protocol, and no mail leaves', async () => {
    const { coordinator, path, put, session } = meeting;
    const cem = async () => (await session()).attendance.find((it) => it.name === 'Cem Vogt');
    const seat = await cem();
    expect(seat).toMatchObject({ name: 'Cem Vogt', present: null, guest: false });
    const ticked = { personId: seat?.personId, organisationId: null, guestName: '', present: true };
    await coordinator.put(path(`attendance/${randomUUID()}`), ticked, 0);
    expect(await cem()).toMatchObject({ present: true, guest: false });
    await put(randomUUID(), { text: 'Nachgetragen.' });
    await coordinator.post(path('session/end'), {});
    await coordinator.post(path('minutes/approve'));
    expect((await session()).state).toBe('MINUTES_APPROVED');
    expect(
      await app.database.rows('select 1 from outbox_message where object_id = $1', [meeting.meetingId]),
    ).toEqual([]);
  });

  it('prints the planned time, or the one somebody states before the release', async () => {
    const { coordinator, path, put } = meeting;
    const printed = async () =>
      JSON.stringify((await coordinator.get<ProtocolPreviewView>(path('protocol'))).content);
    await put(randomUUID(), { text: 'Nachgetragen.' });
    await coordinator.post(path('session/end'), {});
    expect(await printed()).toMatch(/10:00.12:00/);
    await coordinator.post(path('session/end'), {
      startedAt: '2025-03-12T09:10:00Z',
      endedAt: '2025-03-12T11:25:00Z',
    });
    expect(await printed()).toMatch(/10:10.12:25/);
    const turned = { startedAt: '2025-03-12T11:25:00Z', endedAt: '2025-03-12T09:10:00Z' };
    expect(await refusalOf(coordinator.post(path('session/end'), turned))).toBe('meeting-ends-before-start');
  });
});
