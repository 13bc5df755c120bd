import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../start/embedded-postgres';

declare global {
  var rtTestPostgres: EmbeddedPostgres | undefined;
}

/** Gives a Jest run its server, unless the test command has already started one for all lanes. */
export default async function givePostgres(): Promise<void> {
  if (process.env['RT_TEST_POSTGRES']) return;
  const server = await startEmbeddedPostgres({
    folder: join(mkdtempSync(join(tmpdir(), 'rt-jest-')), 'pg'),
    scratch: true,
  });
  globalThis.rtTestPostgres = server;
  process.env['RT_TEST_POSTGRES'] = server.adminUrl();
}
