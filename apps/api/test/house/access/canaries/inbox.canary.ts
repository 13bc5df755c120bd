import sql from 'sql-template-tag';
import { systemViewer } from '../../../../src/access/viewer';
import { Database } from '../../../../src/database/database';
import { newId } from '../../../../src/database/new-id';
import { rowsIn } from '../../../../src/database/rows';
import { wordsMail } from '../../../mails/reply-mails';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../canary';
import { invited } from './meetings/meetings-objects';

/** A mail in words to a meeting of the foreign network, as the reader of the inbox leaves it. */
async function mail(world: ForeignWorld, state: 'WAITING' | 'DROPPED' | 'SET_ASIDE'): Promise<Canary> {
  const meeting = await invited(world);
  const id = newId();
  const text = 'Kanarienmail: ich komme gern.';
  const raw = wordsMail({ from: meeting.mail, text });
  await world.app.get(Database).write(systemViewer, 'test.inbox', (tx) =>
    rowsIn(
      tx,
      sql`insert into inbox_mail (id, fingerprint, mailbox, uid_validity, uid, message_id, from_name, from_mail, subject, taken_at,
            raw, text, state, kind, says, meeting_id, invitation_id, network_id, settled_at)
          values (${id}, ${id}, ${id}, 1, 1, '', 'Kanarienmail', ${meeting.mail}, 'Kanarienmail', ${world.app.clock.now()},
            ${raw}, ${text}, ${state}, 'WORDS', 'Kanarienmail', ${meeting.id}, ${meeting.invitationId}, ${world.networkId},
            ${state === 'WAITING' ? null : world.app.clock.now()})`,
    ),
  );
  return { id };
}

const onMail = (state: 'WAITING' | 'DROPPED', body?: object): Write => ({
  may: ['planner'],
  owner: 'coordinator',
  of: 'inbox-mail',
  given: async (world) => ({ path: await mail(world, state), ...(body ? { body } : {}) }),
});

/** With the proposal of somebody who is invited to a meeting to come. */
const onProposal: Write = {
  ...onMail('WAITING'),
  given: async (world) => {
    const path = await mail(world, 'WAITING');
    await world.app
      .get(Database)
      .write(systemViewer, 'test.inbox', (tx) =>
        rowsIn(tx, sql`update inbox_mail set kind = 'PROPOSAL' where id = ${path['id']}`),
      );
    return { path };
  },
};

const ofAdministration: Write = {
  may: ['admin'],
  owner: null,
  given: async (world) => ({ path: await mail(world, 'SET_ASIDE') }),
};

export const inboxCanaries: AreaCanaries = {
  area: 'inbox',
  words: { Kanarienmail: ['planner'] },
  plant: async (world) => ({
    'inbox-mail': [await mail(world, 'WAITING'), await mail(world, 'DROPPED')],
  }),
  operations: {
    // Of a page only with its kind: one alone is refused, both together mails-about.http.spec.ts asks.
    'GET /api/inbox': { ...reads(), refused: [400] },
    'GET /api/inbox/state': { ...reads(), openTo: ['admin'] },
    'POST /api/inbox/test': { may: ['admin'], owner: null, given: async () => ({}) },
    'POST /api/inbox/{id}/accept': onMail('WAITING', { answer: 'ACCEPTED' }),
    'POST /api/inbox/{id}/drop': onMail('WAITING'),
    'POST /api/inbox/{id}/decline': onProposal,
    'POST /api/inbox/{id}/reopen': onMail('DROPPED'),
    'POST /api/inbox/{id}/retry': ofAdministration,
    'POST /api/inbox/{id}/discard': ofAdministration,
  },
};
