import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { signedIn } from '../../test/signed-in';
import { type SlowSmtp, slowSmtp } from '../../test/smtp/slow-smtp';
import { testApp } from '../../test/test-app';
import { type TestDatabase, testDatabase } from '../../test/test-database';
import { Dispatcher } from './dispatcher';

const workspace = join(__dirname, '../../../..');
const INVITEES = 40;

describe('A kill while invitations go out', () => {
  let database: TestDatabase;
  let server: SlowSmtp;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    [database, server] = await Promise.all([testDatabase(), slowSmtp()]);
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await server.close();
    await database.close();
  });

  it('leaves nobody out; a second copy comes only to whom the answer of the server got lost, with the same Message-ID', async () => {
    const sentAt = new Date(Date.now() - 5 * 60_000).toISOString();
    const office = await testApp({ database, now: sentAt });
    const coordinator = await signedIn(office, 'coordinator');
    const tomorrow = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const invitees = Array.from({ length: INVITEES }, (_, index) => `gast${index}@kill.test`);
    await invitedMeeting(coordinator, { title: 'Treffen', day: tomorrow, invitees });
    await office.close();

    child = await runningApi(database, server.url);
    await until(() => server.taken.length >= 8);
    child.kill('SIGKILL');
    await new Promise((resolve) => child?.once('exit', resolve));
    expect(server.taken.length).toBeLessThan(INVITEES);

    // Started again; three minutes later the leases of the dead process are over.
    const again = await testApp({
      database,
      now: new Date(Date.now() + 3 * 60_000).toISOString(),
      smtpUrl: server.url,
    });
    for (
      let round = 0;
      round < 5 && new Set(server.taken.map((mail) => mail.to)).size < INVITEES;
      round += 1
    ) {
      await again.get(Dispatcher).runOnce();
    }
    await again.close();

    const copies = new Map<string, Set<string>>();
    for (const { to, messageId } of server.taken)
      copies.set(to, (copies.get(to) ?? new Set()).add(messageId));
    expect([...copies.keys()].sort()).toEqual([...invitees].sort());
    for (const messageIds of copies.values()) expect([...messageIds]).toEqual([expect.stringContaining('@')]);
    // At most one mail per connection was under way.
    expect(server.taken.length - INVITEES).toBeLessThanOrEqual(4);
    const [row] = await database.rows<{ unsent: number }>(
      `select count(*)::int as unsent from outbox_message where state <> 'SENT'`,
    );
    expect(row?.unsent).toBe(0);
  }, 150_000);
});

async function runningApi(database: TestDatabase, smtpUrl: string): Promise<ChildProcess> {
  await promisify(execFile)(process.execPath, [join(workspace, 'apps/api/build.mjs')], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const child = spawn(process.execPath, [join(workspace, 'dist/api/main.mjs')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      SMTP_URL: smtpUrl,
      PORT: '0',
      WEB_ROOT: '',
      LOG_LEVEL: 'silent',
    },
  });
  let words = '';
  child.stderr.on('data', (part: Buffer) => (words += part.toString()));
  child.once('exit', (code) => {
    if (code) process.stderr.write(words);
  });
  return child;
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 90_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
