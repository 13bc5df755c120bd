import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';
import { systemViewer } from '../src/access/viewer';
import { Database } from '../src/database/database';
import { rowsIn } from '../src/database/rows';
import { type SignedIn, signedIn } from './signed-in';
import type { TestApp } from './test-app';

export interface RunningMeeting {
  coordinator: SignedIn;
  meetingId: string;
  agendaItemId: string;
  hiddenItemId: string;
  /** Anna Berg, who has accepted. */
  personId: string;
  invitationId: string;
  /** `/api/meetings/{id}/…` */
  path(rest: string): string;
  line(facts: Partial<PutMinutesEntry>): PutMinutesEntry;
  put(id: string, facts: Partial<PutMinutesEntry>, version?: number): Promise<{ version: number }>;
  session(): Promise<RunningMeetingView>;
  /** Ticks Anna Berg as present. */
  present(): Promise<unknown>;
}

export async function countySettings(app: TestApp): Promise<void> {
  await app.get(Database).write(systemViewer, 'test', (tx) =>
    rowsIn(
      tx,
      sql`insert into county_settings (id, county_name, sender_name, sender_address, reply_address, imprint, privacy_text, accessibility_text, set_up_at)
      values (${randomUUID()}, 'Landkreis Test', 'Sozialplanung', 'planung@kreis.test', '', '', '', '', now())`,
    ),
  );
}

/** A meeting of a fresh coordinator that began just now, with one guest invited. */
export async function runningMeeting(app: TestApp): Promise<RunningMeeting> {
  app.clock.set('2025-03-12T13:00:00Z');
  const coordinator = await signedIn(app, 'coordinator');
  const [meetingId, agendaItemId, hiddenItemId, personId, invitationId] = Array.from({ length: 5 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string];
  await app.get(Database).write(systemViewer, 'test', async (tx) => {
    await rowsIn(
      tx,
      sql`insert into person (id, given_name, family_name, mail, created_at) values (${personId}, 'Anna', 'Berg', ${`${personId}@ahornhaus.test`}, ${app.clock.now()})`,
    );
    await rowsIn(
      tx,
      sql`insert into meeting (id, type, title, starts_at, ends_at, place, state, created_by_person_id, created_at)
      values (${meetingId}, 'NETWORK', 'Netzwerktreffen', '2025-03-12T13:00:00Z', '2025-03-12T15:00:00Z', 'Rathaus', 'INVITED', ${coordinator.personId}, ${app.clock.now()})`,
    );
    await rowsIn(
      tx,
      sql`insert into agenda_item (id, meeting_id, position, title, visibility) values
      (${agendaItemId}, ${meetingId}, 1, 'Wartezeiten', 'PUBLIC'), (${hiddenItemId}, ${meetingId}, 2, 'Nur fürs Amt', 'HIDDEN')`,
    );
    await rowsIn(
      tx,
      sql`insert into invitation (id, meeting_id, person_id, mail, name, invited_at, answer, answer_channel)
      values (${invitationId}, ${meetingId}, ${personId}, ${`${personId}@ahornhaus.test`}, 'Anna Berg', ${app.clock.now()}, 'ACCEPTED', 'LINK')`,
    );
  });
  const path = (rest: string): string => `/api/meetings/${meetingId}/${rest}`;
  const line = (facts: Partial<PutMinutesEntry>): PutMinutesEntry =>
    Object.assign(new PutMinutesEntry(), { agendaItemId, position: 1 }, facts);
  return {
    ...{ coordinator, meetingId, agendaItemId, hiddenItemId, personId, invitationId, path, line },
    put: (id, facts, version = 0) => coordinator.put(path(`minutes/${id}`), line(facts), version),
    session: () => coordinator.get(path('session')),
    present: () =>
      coordinator.put(
        path(`attendance/${randomUUID()}`),
        { invitationId, personId, organisationId: null, guestName: '', present: true },
        0,
      ),
  };
}
