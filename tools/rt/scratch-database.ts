import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOwner } from '../start/owner';
import type { OpenDatabase } from '../start/database';
import { APP, OWNER, startEmbeddedPostgres } from '../start/embedded-postgres';

const NAME = 'runder_tisch';

/** An empty database on a server of its own, gone with this command: nothing in .data/ is touched. */
export async function scratchDatabase(): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({ folder: mkdtempSync(join(tmpdir(), 'rt-')), scratch: true });
  await askOwner(server.adminUrl(), (admin) => admin.query(`create database ${NAME} owner ${OWNER}`));
  return {
    embedded: true,
    url: server.url(NAME),
    ownerUrl: server.ownerUrl(NAME),
    appRole: APP,
    kept: undefined,
    keep: async () => undefined,
    lost: server.lost,
    close: () => server.stop(),
  };
}
