import { randomUUID } from 'node:crypto';
import { ChooseRecipients, SaveMessage } from '@runder-tisch/domain/messages/messages-requests';
import { person } from '@runder-tisch/scenario/actors';
import { message, messageView, sendMessage } from '@runder-tisch/scenario/messages';
import { membership } from '@runder-tisch/scenario/networks';
import { MailLinks } from '../../../../src/access/mail-links';
import { systemViewer } from '../../../../src/access/viewer';
import { Database } from '../../../../src/database/database';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../canary';

const MAIL = 'kanarienpost-rundmail@haus.test';

const facts = ({ networkId }: ForeignWorld): SaveMessage =>
  Object.assign(new SaveMessage(), {
    subject: 'Kanarienrundmail',
    text: 'Kanarienrundtext',
    filesAs: 'LINKED',
    targets: [{ kind: 'NETWORK', id: networkId }],
  });

async function draft(world: ForeignWorld): Promise<Canary> {
  return { id: await message(world.coordinator, facts(world)) };
}

async function sent(world: ForeignWorld): Promise<Canary> {
  const { id } = await draft(world);
  await sendMessage(world.coordinator, String(id));
  return { id: String(id) };
}

const step = (from: typeof draft, body?: (world: ForeignWorld) => object): Write => ({
  may: ['planner'],
  owner: 'coordinator',
  of: 'message',
  given: async (world) => {
    const path = await from(world);
    const { version } = await messageView(world.coordinator, String(path['id']));
    return { path, version, ...(body ? { body: body(world) } : {}) };
  },
});

const chosen = (body: (world: ForeignWorld) => object): Write => ({
  may: ['planner'],
  owner: 'coordinator',
  chosen: true,
  given: (world) => Promise.resolve({ body: body(world) }),
});

/** The link of a weekly mail that told of the foreign network. */
function digestLink({ app, networkId, today }: ForeignWorld): Promise<string> {
  const [id, now] = [randomUUID(), app.clock.now()];
  const topics = JSON.stringify([{ key: `NETWORK:${networkId}`, label: 'Netzwerk', title: 'Kanarienkreis' }]);
  return app.get(Database).write(systemViewer, 'test.digest', async (tx) => {
    await tx.query(
      `insert into digest_issue (id, mail, week, until, topics, told) values ($1, $2, $3, $4, $5::jsonb, '{}')`,
      [id, MAIL, today, now, topics],
    );
    const expiresAt = new Date(now.getTime() + 86_400_000);
    const of = { purpose: 'digest', objectKind: 'digest-issue', objectId: id };
    return app.get(MailLinks).create(tx, { ...of, expiresAt });
  });
}

export const messagesCanaries: AreaCanaries = {
  area: 'messages',
  // Its subject stands in the mailbox of the administration.
  words: { Kanarienrundmail: ['admin', 'planner'], Kanarienrundtext: ['planner'] },
  plant: async (world) => {
    const { coordinator, networkId } = world;
    const personId = await person(coordinator, { familyName: 'Kanarienempfang', mail: MAIL });
    await membership(coordinator, networkId, { personId, fromDay: world.today });
    const id = await message(coordinator, {
      ...facts(world),
      files: [{ name: 'Kanarienaufruf.txt', content: 'Ein Aufruf.\n' }],
    });
    const [file] = (await messageView(coordinator, id)).files;
    await sendMessage(coordinator, id);
    // Chosen one by one, they follow people and organisations that become one.
    await message(coordinator, {
      ...facts(world),
      targets: [
        { kind: 'PERSON', id: world.personId },
        { kind: 'ORGANISATION', id: world.organisationId },
      ],
    });
    return {
      message: [{ id }, await draft(world)],
      'link:digest': [{ token: await digestLink(world) }],
      'link:message': [{ token: await world.mailed(MAIL, 'abbestellen'), id: file?.id ?? '' }],
    };
  },
  operations: {
    'GET /api/account/digest': reads(),
    'POST /api/account/digest/mute': { alone: 'mutes the weekly mail of whoever is signed in' },
    'GET /wochenmail/{token}': { link: 'digest' },
    'POST /wochenmail/{token}': { link: 'digest', form: () => ({ stumm: 'OWN' }) },
    'GET /api/messages': reads(),
    'GET /api/messages/{id}': reads('message'),
    'GET /api/messages/{id}/recipients': reads('message'),
    'POST /api/messages': chosen(facts),
    'POST /api/messages/recipients': chosen(({ networkId }) =>
      Object.assign(new ChooseRecipients(), { targets: [{ kind: 'NETWORK', id: networkId }] }),
    ),
    'PUT /api/messages/{id}': step(draft, facts),
    'DELETE /api/messages/{id}': step(draft),
    'POST /api/messages/{id}/test': step(draft),
    'POST /api/messages/{id}/send': step(draft),
    'POST /api/messages/{id}/recall': step(sent),
    'POST /api/messages/{id}/again': { ...step(sent), refusedAs: 'message-nobody-again' },
    'GET /nachricht/{token}': { link: 'message' },
    'GET /nachricht/{token}/unterlagen/{id}': { link: 'message' },
    'GET /abbestellen/{token}': { link: 'message' },
    'POST /abbestellen/{token}': { link: 'message', form: () => ({ auswahl: 'ja', art: 'EVENT' }) },
  },
};
