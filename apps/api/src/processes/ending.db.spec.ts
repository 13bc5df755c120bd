import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../test/own-processes';
import { type TestDatabase, testDatabase } from '../../test/test-database';

const workspace = join(__dirname, '../../../..');
const CONNECTIONS = 50;
/** Whoever runs the API ends it by force after this. */
const FORCE_MS = 10_000;

describe('An API that is told to end', () => {
  let database: TestDatabase;
  let child: ChildProcess | null = null;
  let half: Socket | null = null;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    half?.destroy();
    child?.kill('SIGKILL');
    await database.close();
  });

  it('ends by itself and in order while fifty connections keep asking and one never finishes', async () => {
    const running = await realApi(database);
    child = running.child;
    const { hostname, port } = new URL(running.url);
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const statuses = new Set<number>();
    let answered = 0;
    const ask = (): Promise<void> =>
      new Promise((resolve, reject) => {
        get(`${running.url}/api/health/ready`, { agent }, (response) => {
          response
            .resume()
            .once('error', reject)
            .once('end', () => {
              statuses.add(response.statusCode ?? 0);
              answered += 1;
              resolve();
            });
        }).once('error', reject);
      });
    const busy = Array.from({ length: CONNECTIONS }, async () => {
      for (let gone = false; !gone;)
        await ask().catch((error: NodeJS.ErrnoException) => (gone = error.code === 'ECONNREFUSED'));
    });
    half = connect(Number(port), hostname).on('error', () => undefined);
    half.write('POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
    half.write('Content-Length: 100\r\n\r\n{"mail":');
    await until(() => answered > 10 * CONNECTIONS);

    const exit = once(child, 'exit');
    const force = setTimeout(() => child?.kill('SIGKILL'), FORCE_MS);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    clearTimeout(force);
    await Promise.all(busy);
    agent.destroy();
    expect([...statuses]).toEqual([200]);
  }, 150_000);
});

/** The built program as it runs in the county's cellar, with its worker beside it. */
async function realApi(database: TestDatabase): Promise<{ child: ChildProcess; url: string }> {
  await promisify(execFile)(process.execPath, [join(workspace, 'apps/api/build.mjs')], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const child = spawn(process.execPath, [join(workspace, 'dist/api/main.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      // The worker that was built beside it, not the small programs of the tests.
      RT_PROCESSES: undefined,
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      SMTP_URL: 'smtp://127.0.0.1:1',
      PORT: '0',
      WEB_ROOT: '',
      LOG_LEVEL: 'silent',
    },
  });
  let words = '';
  child.stdout.on('data', (part: Buffer) => (words += part.toString()));
  // An empty installation tells where it is to be set up.
  const address = (): string | undefined => /http:\/\/localhost:\d+/.exec(words)?.[0];
  await until(() => address() !== undefined);
  return { child, url: address() ?? '' };
}
