import { Client } from 'pg';

/** Written beside the data, so that the administration reads how old the last backup is. */
export async function noteBackup(ownerUrl: string, bytes: number): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('insert into backup_run (id, made_at, bytes) values (gen_random_uuid(), now(), $1)', [
      bytes,
    ]);
  } finally {
    await client.end();
  }
}
