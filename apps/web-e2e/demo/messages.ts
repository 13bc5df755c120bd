import { randomUUID } from 'node:crypto';
import type { TestApp } from '@runder-tisch/api/test';
import { clientOf } from './client';
import type { World } from '../world';

/** A Nachricht that was sent, one that is being written, and the link in one of the mails. */
export async function ofMessages(world: World, app: TestApp, accountId: string, networkId: string) {
  const coordinator = await clientOf(world, app, accountId);
  const words = {
    kind: 'FUNDING' as const,
    subject: 'Förderaufruf „Familien stärken“ (Demo)',
    text: 'anbei der Förderaufruf „Familien stärken“. Anträge sind bis zum 31. Januar möglich: https://foerderung.example/familien\n\nMelden Sie sich gern, wenn Sie gemeinsam einen Antrag stellen möchten.\n\nFreundliche Grüße\nKoordination (Demo)',
    targets: [{ kind: 'NETWORK' as const, id: networkId }],
    files: [
      { name: 'Förderaufruf Familien (Demo).txt', content: 'Gefördert werden Vorhaben von Netzwerken.\n' },
    ],
  };
  const sentMessage = await world.messages.message(coordinator, { ...words, filesAs: 'LINKED' });
  await world.messages.sendMessage(coordinator, sentMessage);
  const draftMessage = await world.messages.message(coordinator, {
    ...words,
    subject: 'Fachtag im März: Save the Date (Demo)',
    kind: 'EVENT',
  });
  const [mail] = await app.database.rows<{ text: string }>(
    `select preview ->> 'text' as text from outbox_message where batch_id = $1 order by position limit 1`,
    [sentMessage],
  );
  const messageToken = /\/abbestellen\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  return { ...(await ofDigest(world, app, networkId)), sentMessage, draftMessage, messageToken };
}

/** The link of a weekly mail to a member of the network. */
async function ofDigest(world: World, app: TestApp, networkId: string): Promise<{ digestToken: string }> {
  const now = app.clock.now();
  const id = randomUUID();
  const topics = JSON.stringify([
    { key: 'OWN', label: 'Bei Ihnen', title: 'Was ansteht' },
    { key: `NETWORK:${networkId}`, label: 'Netzwerk', title: 'Netzwerk Beratungslandschaft (Demo)' },
  ]);
  const digestToken = await app.get(world.Database).write(world.systemViewer, 'test.digest', async (tx) => {
    await tx.query(
      `insert into digest_issue (id, mail, week, until, topics, told) values ($1, 'mitglied@haus.example', '2020-01-06', $2, $3::jsonb, '{}')`,
      [id, now, topics],
    );
    const expiresAt = new Date(now.getTime() + 86_400_000);
    return app
      .get(world.MailLinks)
      .create(tx, { purpose: 'digest', objectKind: 'digest-issue', objectId: id, expiresAt });
  });
  return { digestToken };
}
