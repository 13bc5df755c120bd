import * as given from '@runder-tisch/scenario/meetings';
import { MailLinks } from '../src/access/mail-links';
import { systemViewer } from '../src/access/viewer';
import { Database } from '../src/database/database';
import { Invitation } from '../src/meetings/invitation.entity';
import { Dispatcher } from '../src/outbox/dispatcher';
import { type ReadMail, readMail } from './read-mail';
import type { SignedIn } from './signed-in';
import type { TestApp } from './test-app';

/** A meeting with mails out of the house; the links by address. */
export async function invitedByMail(
  app: TestApp,
  client: SignedIn,
  facts: Partial<given.MeetingFacts> = {},
): Promise<{ id: string; links: Record<string, string> }> {
  const { id } = await given.invitedMeeting(client, {
    title: 'Werkstatt <Frühe & Hilfen>',
    day: '2026-12-03',
    accessibility: 'Aufzug im Hof',
    invitees: ['anna@ahornhaus.test', 'jan@birkenhof.test'],
    ...facts,
  });
  // On a busy machine a connection may time out; the outbox then tries again a little later.
  for (let round = 0; round < 5 && (await waiting(app)); round += 1) {
    app.clock.pass(1, 'minutes');
    await app.get(Dispatcher).runOnce();
  }
  const mails = await Promise.all(app.smtp.mails.map(readMail));
  app.smtp.clear();
  // Late mails of an earlier meeting to the same people may be among them.
  const own = mails.filter((mail) => mail.answerLink && mail.calendar?.uid.startsWith(id));
  return { id, links: Object.fromEntries(own.map((mail) => [mail.to, mail.answerLink ?? ''])) };
}

/** Links of a meeting without its mails, where sending them all would only take time. */
export function linksOf(app: TestApp, meetingId: string): Promise<Record<string, string>> {
  const expiresAt = new Date('2027-01-01T00:00:00Z');
  return app.get(Database).write(systemViewer, 'test', async (tx) => {
    const links: Record<string, string> = {};
    for (const { id, mail } of await tx.findBy(Invitation, { meetingId })) {
      const to = { purpose: 'answer', objectKind: 'invitation', objectId: id, expiresAt };
      links[mail] = `${app.url}/antwort/${await app.get(MailLinks).create(tx, to)}`;
    }
    return links;
  });
}

/** What went out to somebody since the last look. */
export async function mailTo(app: TestApp, address: string): Promise<ReadMail | undefined> {
  app.clock.pass(2, 'minutes');
  await app.get(Dispatcher).runOnce();
  const mails = await Promise.all(app.smtp.mails.map(readMail));
  app.smtp.clear();
  return mails.find((mail) => mail.to === address);
}

async function waiting(app: TestApp): Promise<boolean> {
  const rows = await app.database.rows(
    `select 1 from outbox_message where purpose = 'invitation' and state in ('QUEUED', 'SENDING') limit 1`,
  );
  return rows.length > 0;
}
