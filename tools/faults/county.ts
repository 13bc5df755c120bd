import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import servingFlags from '../serving-flags.json';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../start/embedded-postgres';

const READY_MS = 60_000;
/** The server processes of a killed postmaster may take a moment to notice, and hold its memory until then. */
const STARTS_MOST = 20;

/** One installation as it runs in a cellar: PostgreSQL that writes to disk, the API, and the worker beside it. */
export class County {
  private child: ChildProcess | null = null;
  private words = '';

  private constructor(
    private readonly folder: string,
    private postgres: EmbeddedPostgres,
    readonly port: number,
  ) {}

  static async found(folder: string): Promise<County> {
    const data = join(folder, 'pg');
    return new County(data, await startEmbeddedPostgres({ folder: data }), await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Number of the process that answers. */
  get apiPid(): number {
    return this.child?.pid ?? 0;
  }

  get postgresPid(): number {
    return this.postgres.pid;
  }

  /** The addresses stay the same over all crashes. */
  databases(): Pick<EmbeddedPostgres, 'url' | 'ownerUrl' | 'adminUrl'> {
    return this.postgres;
  }

  /** Answers when the API does. */
  async start(database: string, smtpUrl: string): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--no-warnings', ...servingFlags, resolve('dist/api/main.mjs')],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATABASE_URL: this.postgres.url(database),
          DATABASE_OWNER_URL: this.postgres.ownerUrl(database),
          SMTP_URL: smtpUrl,
          PORT: String(this.port),
          PUBLIC_URL: this.url,
          DATA_DIR: this.folder,
          WEB_ROOT: '',
          LOG_LEVEL: 'silent',
        },
      },
    );
    this.child = child;
    child.stderr.on('data', (part: Buffer) => (this.words = (this.words + part.toString()).slice(-4000)));
    const end = Date.now() + READY_MS;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`The API does not run: ${this.words}`);
      await pause(25);
    }
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  /** Without a word, as the kernel does where memory runs out. The worker beside it goes with it. */
  async killApi(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** As a power cut does: all that is not on the disk is gone. The API goes on and has to cope. */
  async crashPostgres(how: 'SIGKILL' | 'SIGQUIT'): Promise<void> {
    process.kill(this.postgres.pid, how);
    await this.postgres.lost;
    await this.postgres.stop();
    for (let tries = 1; ; tries += 1) {
      try {
        this.postgres = await startEmbeddedPostgres({ folder: this.folder });
        return;
      } catch (error) {
        if (tries >= STARTS_MOST) throw error;
        await pause(250);
      }
    }
  }

  async close(): Promise<void> {
    await this.killApi();
    await this.postgres.stop();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
