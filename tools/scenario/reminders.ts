import { AddReminder } from '@runder-tisch/domain/reminders/reminders-requests';
import type { Client } from './client';

export async function reminder(
  client: Client,
  facts: Partial<AddReminder> & { kind: string; objectId: string },
): Promise<string> {
  const { id } = await client.post<{ id: string }>('/api/reminders', Object.assign(new AddReminder(), facts));
  return id;
}
