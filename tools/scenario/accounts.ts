import { CreateAccount } from '@runder-tisch/domain/accounts/accounts-requests';
import type { Client } from './client';

/** An account for somebody new; the mail with the link to it goes out by itself. */
export async function account(
  client: Client,
  facts: Partial<CreateAccount> & Pick<CreateAccount, 'familyName' | 'mail' | 'roles'>,
): Promise<string> {
  const { id } = await client.post<{ id: string }>(
    '/api/accounts',
    Object.assign(new CreateAccount(), facts),
  );
  return id;
}
