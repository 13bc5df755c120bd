import type { ChosenRecipients, MessageView } from '@runder-tisch/domain/messages';
import { ChooseRecipients, SaveMessage } from '@runder-tisch/domain/messages/messages-requests';
import type { SentView } from '@runder-tisch/domain/meetings';
import type { Client } from './client';
import { attachment } from './files/attachments';

export interface GivenFile {
  name: string;
  content: Buffer | string;
}

/** A draft with its files; answers with its id. */
export async function message(
  client: Client,
  { files = [], ...facts }: Partial<SaveMessage> & { files?: readonly GivenFile[] },
): Promise<string> {
  const words = { subject: 'Förderaufruf', text: 'anbei ein Förderaufruf.' };
  const { id } = await client.post<{ id: string }>(
    '/api/messages',
    Object.assign(new SaveMessage(), words, facts),
  );
  for (const file of files) await attachment(client, { objectKind: 'message', objectId: id, ...file });
  return id;
}

export function messageView(client: Client, id: string): Promise<MessageView> {
  return client.get<MessageView>(`/api/messages/${id}`);
}

/** Who would get it and who not. */
export function chosenRecipients(
  client: Client,
  choice: Partial<ChooseRecipients>,
): Promise<ChosenRecipients> {
  return client.post('/api/messages/recipients', Object.assign(new ChooseRecipients(), choice));
}

export async function sendMessage(client: Client, id: string): Promise<SentView> {
  const { version } = await messageView(client, id);
  return client.post<SentView>(`/api/messages/${id}/send`, {}, version);
}
