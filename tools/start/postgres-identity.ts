import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

/** As whom PostgreSQL runs, from where, and where its data may lie. */
export interface Identity {
  command(program: string, args: readonly string[]): [string, string[]];
  user: { uid: number; gid: number } | undefined;
  native: string;
  folder: string;
}

const UNSHARE = ['--user', '--map-user=1000', '--map-group=1000'];

/**
 * PostgreSQL refuses to run as root. In a user namespace it believes to be somebody else while the
 * files stay root's. Where namespaces are refused it runs as nobody, from places nobody can reach.
 */
export function identityFor(native: string, folder: string): Identity {
  const plain: Identity = {
    command: (program, args) => [program, [...args]],
    user: undefined,
    native,
    folder,
  };
  if (process.getuid?.() !== 0) return plain;
  if (spawnSync('unshare', [...UNSHARE, 'true'], { stdio: 'ignore' }).status === 0) {
    return { ...plain, command: (program, args) => ['unshare', [...UNSHARE, program, ...args]] };
  }
  const user = nobody();
  const reachable = reachableByOthers(dirname(folder));
  const home = reachable
    ? folder
    : join('/var/lib/runder-tisch', createHash('sha256').update(folder).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chownSync(home, user.uid, user.gid);
  return { ...plain, user, folder: home, native: reachableByOthers(native) ? native : copied(native, home) };
}

function nobody(): { uid: number; gid: number } {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return { uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) };
}

function reachableByOthers(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

function copied(native: string, home: string): string {
  const copy = join(home, 'server');
  if (!existsSync(join(copy, 'bin/postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
