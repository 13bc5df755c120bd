import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from './plain-error';

const SOCKET = '.s.PGSQL.5432';
/** The kernel's limit for the path of a socket is 107 characters. */
const LONGEST_SOCKET = 100;

/** The folder of the socket: beside the data, or a short one where that path would be too long. */
export function socketFolder(folder: string): string {
  const beside = join(folder, 'socket');
  if (Buffer.byteLength(join(beside, SOCKET)) <= LONGEST_SOCKET) return beside;
  return join(tmpdir(), `rt-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

export function freshSocketFolder(folder: string, owner: number | undefined): string {
  const sockets = socketFolder(folder);
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  if (process.getuid && ![process.getuid(), owner].includes(statSync(sockets).uid)) {
    throw new PlainError(
      `Der Ordner ${sockets} gehört einem anderen Konto: Bitte löschen Sie ihn und starten Sie noch einmal.`,
    );
  }
  rmSync(join(sockets, SOCKET), { force: true });
  rmSync(join(sockets, `${SOCKET}.lock`), { force: true });
  return sockets;
}

/** The postmaster that works on this data folder, whoever started it. A lock left behind is removed. */
export function runningPostmaster(data: string): number | undefined {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return undefined;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  if (pid > 0 && isPostmasterOf(pid, data)) return pid;
  rmSync(lock, { force: true });
  return undefined;
}

/** A process number may meanwhile belong to somebody else, in a container nearly always. */
function isPostmasterOf(pid: number, data: string): boolean {
  if (process.platform === 'linux') {
    try {
      return resolve(readlinkSync(`/proc/${pid}/cwd`)) === resolve(data);
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes('postgres') && stdout.includes(data);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/** In a container without an init process nobody may ever collect the ended child of a killed parent. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** Fast shutdown; an immediate one if that takes too long. */
export async function endPostmaster(pid: number): Promise<void> {
  for (const [signal, tenths] of [
    ['SIGINT', 150],
    ['SIGQUIT', 50],
    ['SIGKILL', 20],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < tenths * 5 && isAlive(pid); waited += 1) await pause(20);
  }
}

/**
 * Ends PostgreSQL when this process goes away without saying so (SIGKILL): the pipe closes then.
 * With `scratch` it removes that folder too.
 */
export function watchOver(postmaster: number, data: string, scratch: string | undefined): ChildProcess {
  const script =
    'trap "" INT TERM HUP; cat >/dev/null; kill -INT "$1" 2>/dev/null; ' +
    'while kill -0 "$1" 2>/dev/null && [ -e "$2/postmaster.pid" ]; do sleep 0.1; done; [ -z "$3" ] || rm -rf "$3"';
  const watch = spawn('sh', ['-c', script, 'watch', String(postmaster), data, scratch ?? ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  watch.unref();
  return watch;
}
