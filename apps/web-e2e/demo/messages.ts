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
  return { sentMessage, draftMessage, messageToken };
}
