import type { InboxMailItem, InboxPage } from '@runder-tisch/domain/inbox';
import type { Page } from '@runder-tisch/domain/lists';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { message, sendMessage } from '@runder-tisch/scenario/messages';
import { membership, network } from '@runder-tisch/scenario/networks';
import { InboxWorld } from '../../test/imap/inbox-world';
import { wordsMail } from '../../test/mails/reply-mails';
import { signedIn } from '../../test/signed-in';
import { Dispatcher } from '../outbox/dispatcher';

describe('Mails about what stands on a page', () => {
  let world: InboxWorld;

  beforeAll(async () => {
    world = await InboxWorld.open();
  });
  beforeEach(() => world.begin());
  afterAll(() => world.close());

  const about = async (kind: InboxPage, id: string, who = world.coordinator): Promise<string[]> =>
    (await who.get<Page<InboxMailItem>>(`/api/inbox?part=MAILS&aboutKind=${kind}&aboutId=${id}`)).items.map(
      ({ subject }) => subject,
    );

  it('stand at the Nachricht they answer and at its network, for those alone who may read them', async () => {
    const mail = 'ute@haus.test';
    const networkId = await network(world.coordinator, { name: 'Frühe Hilfen' });
    const personId = await person(world.coordinator, { familyName: 'Ute', mail });
    await membership(world.coordinator, networkId, { personId, fromDay: '2026-01-01' });
    const targets = [{ kind: 'NETWORK' as const, id: networkId }];
    const asked = await message(world.coordinator, { targets });
    const silent = await message(world.coordinator, { targets });
    await sendMessage(world.coordinator, asked);
    world.app.clock.pass(2, 'minutes');
    await world.app.get(Dispatcher).runOnce();
    const [sent] = await world.app.database.rows<{ message: string }>(
      `select message_id as message from outbox_message where to_address = $1`,
      [mail],
    );
    const headers = [`In-Reply-To: ${sent?.message ?? ''}`];
    await world.came(wordsMail({ from: mail, subject: 'Re: Förderaufruf', text: 'Danke!', headers }));
    expect(await about('message', asked)).toEqual(['Re: Förderaufruf']);
    expect(await about('network', networkId)).toEqual(['Re: Förderaufruf']);
    expect(await about('message', silent)).toEqual([]);
    expect(await about('feedback', asked)).toEqual([]);
    const other = await signedIn(world.app, 'coordinator');
    expect(await about('message', asked, other)).toEqual([]);
    expect(await about('network', networkId, other)).toEqual([]);
    expect(await about('message', asked, await signedIn(world.app, 'planner'))).toHaveLength(1);
  });

  it('stand at the organisation whose mailbox wrote, and at no other', async () => {
    const houseId = await organisation(world.coordinator, {
      name: 'Erlenhof (Demo)',
      functionMailbox: 'Post@erlenhof.test',
    });
    const otherId = await organisation(world.coordinator, { name: 'Ohne Postfach (Demo)' });
    await world.came(
      wordsMail({ from: 'post@erlenhof.test', subject: 'Neue Räume', text: 'Wir ziehen um.' }),
    );
    expect(await about('organisation', houseId)).toEqual(['Neue Räume']);
    expect(await about('organisation', otherId)).toEqual([]);
  });

  it('are asked for by kind and id together', async () => {
    for (const query of ['aboutKind=network', `aboutId=${world.meetingId}`, 'aboutKind=network&aboutId=1'])
      await expect(world.coordinator.get(`/api/inbox?${query}`)).rejects.toMatchObject({ status: 400 });
  });
});
