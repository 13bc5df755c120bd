import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { until } from '../own-processes';

const USER = 'termine@landkreis.test';
const NOBODY = 65_534;

/** The program of this machine, version 2.3; null where there is none. */
export function dovecotProgram(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const program = folders.map((folder) => join(folder, 'dovecot')).find((file) => existsSync(file));
  if (!program) return null;
  // The next version names its settings differently.
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).startsWith('2.3.') ? program : null;
}

export interface Dovecot {
  /** As IMAP_URL names it. */
  url: string;
  deliver(raw: Buffer): void;
  /** The mails that lie in a folder, in the order in which they came. */
  mails(folder?: string): Buffer[];
  /** As after a mailbox was made anew from a backup: all numbers are others. */
  renumber(): void;
  close(): Promise<void>;
}

/** A real Dovecot with one mailbox in a folder of its own, on a free port of this machine. */
export async function dovecot(program: string): Promise<Dovecot> {
  // Not in the folder of the tests, which belongs to root alone where root runs them.
  const folder = mkdtempSync('/tmp/rt-dovecot-');
  const mailbox = join(folder, 'mail');
  const port = await freePort();
  mkdirSync(mailbox);
  // Dovecot opens no mailbox as root.
  const root = process.getuid?.() === 0;
  const own = (path: string): void => (root ? chownSync(path, NOBODY, NOBODY) : undefined);
  chmodSync(folder, 0o755);
  own(mailbox);
  writeFileSync(join(folder, 'dovecot.conf'), settings(folder, port, root));
  const server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await until(() => {
    if (server.exitCode !== null) throw new Error(`Dovecot does not start:\n${log(folder)}`);
    return greets(port);
  });
  let delivered = 0;
  const inside = (name: string): string => (name === 'INBOX' ? mailbox : join(mailbox, `.${name}`));
  return {
    url: `imap://${encodeURIComponent(USER)}:geheim@127.0.0.1:${port}`,
    deliver: (raw) => {
      const fresh = join(mailbox, 'new');
      for (const name of ['', 'new', 'cur', 'tmp'])
        if (!existsSync(join(mailbox, name))) {
          mkdirSync(join(mailbox, name));
          own(join(mailbox, name));
        }
      const name = `${String((delivered += 1)).padStart(10, '0')}.rt.test`;
      // A Maildir shows a mail only once it is whole.
      const begun = join(mailbox, 'tmp', name);
      writeFileSync(begun, raw);
      own(begun);
      renameSync(begun, join(fresh, name));
    },
    mails: (name = 'INBOX') =>
      ['cur', 'new']
        .map((part) => join(inside(name), part))
        .filter((path) => existsSync(path))
        .flatMap((path) => readdirSync(path).map((file) => ({ file, path: join(path, file) })))
        .sort((one, other) => (one.file < other.file ? -1 : 1))
        .map(({ path }) => readFileSync(path)),
    renumber: () => {
      for (const file of readdirSync(mailbox))
        if (file.startsWith('dovecot')) rmSync(join(mailbox, file), { recursive: true });
    },
    close: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(folder: string, port: number, root: boolean): string {
  const [user, group] = root
    ? ['nobody', execFileSync('id', ['-gn', 'nobody'], { encoding: 'utf8' }).trim()]
    : [userInfo().username, execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
}
`;
}

function log(folder: string): string {
  const path = join(folder, 'log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill();
  });
}
