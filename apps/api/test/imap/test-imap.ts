import { type AddressInfo, createServer, type Socket } from 'node:net';

interface StoredMail {
  uid: number;
  raw: Buffer;
}

/** What the server does instead of what it is asked: an answer of its own ("NO …", "BAD …"), or "cut", the end of the connection. */
export type ImapFault = string | null;

export interface TestImap {
  /** As IMAP_URL names it. */
  url: string;
  /** Where people write to. */
  address: string;
  /** Puts a mail into the inbox; answers its number. */
  deliver(raw: Buffer | string): number;
  /** The mails that lie in a folder, in their order. */
  mails(folder?: string): Buffer[];
  /** Every command that came, upper case, without its tag and its password. */
  readonly commands: readonly string[];
  behave(fault: ((command: string) => ImapFault) | null): void;
  /** As after a mailbox was made anew from a backup: all numbers are others. */
  renumber(): void;
  close(): Promise<void>;
}

export interface TestImapOptions {
  password?: string;
  /** Without it mails are moved by COPY, STORE and EXPUNGE, as on old servers. */
  move?: boolean;
}

const USER = 'termine@landkreis.test';

/** A small IMAP server (RFC 3501, 6851, 4315) on a free port of this machine, with one mailbox and its folders. */
export async function testImap({
  password = 'geheim',
  move = true,
}: TestImapOptions = {}): Promise<TestImap> {
  let validity = 1000;
  let next = 1;
  let fault: ((command: string) => ImapFault) | null = null;
  const folders = new Map<string, StoredMail[]>([['INBOX', []]]);
  const deleted = new Set<number>();
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const capability = `IMAP4rev1 UIDPLUS${move ? ' MOVE' : ''}`;

  const put = (folder: string, raw: Buffer): number => {
    folders.get(folder)?.push({ uid: next, raw });
    return next++;
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let signedIn = false;
    let selected = '';
    let waiting: Buffer = Buffer.alloc(0);
    let begun = '';
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('* OK ready');

    const chosen = (set: string): StoredMail[] => {
      const all = folders.get(selected) ?? [];
      const most = Math.max(0, ...all.map(({ uid }) => uid));
      const ranges = set.split(',').map((part) => {
        const [from, to = from] = part.split(':').map((it) => (it === '*' ? most : Number(it)));
        return [Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0)] as const;
      });
      return all.filter(({ uid }) => ranges.some(([from, to]) => uid >= from && uid <= to));
    };
    const expunge = (uids: readonly number[]): void => {
      for (const uid of uids) {
        const all = folders.get(selected) ?? [];
        const at = all.findIndex((it) => it.uid === uid);
        if (at < 0) continue;
        all.splice(at, 1);
        say(`* ${at + 1} EXPUNGE`);
      }
    };
    const copy = (mails: readonly StoredMail[], folder: string): string => {
      const made = mails.map(({ raw }) => put(folder, raw));
      return `[COPYUID ${validity} ${mails.map(({ uid }) => uid).join(',')} ${made.join(',')}]`;
    };

    const fetch = (mail: StoredMail, items: string): void => {
      const number = (folders.get(selected) ?? []).indexOf(mail) + 1;
      const parts: (string | Buffer)[] = [`* ${number} FETCH (UID ${mail.uid}`];
      if (/RFC822\.SIZE/i.test(items)) parts.push(` RFC822.SIZE ${mail.raw.length}`);
      if (/FLAGS/i.test(items)) parts.push(' FLAGS ()');
      const header = /BODY(\.PEEK)?\[HEADER\]/i.test(items);
      if (header || /BODY(\.PEEK)?\[\]/i.test(items)) {
        const end = mail.raw.indexOf('\r\n\r\n');
        const bytes = header && end >= 0 ? mail.raw.subarray(0, end + 4) : mail.raw;
        parts.push(` BODY[${header ? 'HEADER' : ''}] {${bytes.length}}\r\n`, bytes);
      }
      parts.push(')\r\n');
      socket.write(Buffer.concat(parts.map((it) => (typeof it === 'string' ? Buffer.from(it) : it))));
    };

    const answer = (tag: string, name: string, words: readonly string[], rest: string): void => {
      const [first = '', second = ''] = words;
      switch (name) {
        case 'CAPABILITY':
          say(`* CAPABILITY ${capability}`);
          break;
        case 'LOGIN':
          signedIn = first === USER && second === password;
          if (!signedIn) return say(`${tag} NO [AUTHENTICATIONFAILED] Zugangsdaten falsch`);
          break;
        case 'LOGOUT':
          say('* BYE');
          say(`${tag} OK`);
          socket.end();
          return;
        case 'LIST':
          if (second === '') say('* LIST (\\Noselect) "/" ""');
          else for (const folder of folders.keys()) say(`* LIST () "/" "${folder}"`);
          break;
        case 'CREATE':
          if (folders.has(first)) return say(`${tag} NO [ALREADYEXISTS] gibt es schon`);
          folders.set(first, []);
          break;
        case 'SELECT':
        case 'EXAMINE':
          if (!folders.has(first)) return say(`${tag} NO [NONEXISTENT] kein solcher Ordner`);
          selected = first;
          say('* FLAGS (\\Seen \\Deleted)');
          say('* OK [PERMANENTFLAGS (\\Seen \\Deleted)] ');
          say(`* ${(folders.get(first) ?? []).length} EXISTS`);
          say('* 0 RECENT');
          say(`* OK [UIDVALIDITY ${validity}] `);
          say(`* OK [UIDNEXT ${next}] `);
          return say(`${tag} OK [READ-WRITE] done`);
        case 'UID SEARCH':
          say(`* SEARCH ${(folders.get(selected) ?? []).map(({ uid }) => uid).join(' ')}`.trimEnd());
          break;
        case 'UID FETCH':
          for (const mail of chosen(first)) fetch(mail, rest);
          break;
        case 'UID MOVE': {
          if (!folders.has(second)) return say(`${tag} NO [TRYCREATE] kein solcher Ordner`);
          const mails = chosen(first);
          say(`* OK ${copy(mails, second)} moved`);
          expunge(mails.map(({ uid }) => uid));
          break;
        }
        case 'UID COPY':
          if (!folders.has(second)) return say(`${tag} NO [TRYCREATE] kein solcher Ordner`);
          return say(`${tag} OK ${copy(chosen(first), second)} done`);
        case 'UID STORE':
          for (const { uid } of chosen(first)) deleted.add(uid);
          break;
        case 'UID EXPUNGE':
        case 'EXPUNGE': {
          const gone = (folders.get(selected) ?? []).filter(({ uid }) => deleted.has(uid));
          expunge(gone.map(({ uid }) => uid));
          break;
        }
        case 'NOOP':
        case 'CLOSE':
        case 'UNSELECT':
          break;
        default:
          return say(`${tag} BAD unknown`);
      }
      say(`${tag} OK done`);
    };

    const take = (line: string): void => {
      const tag = /^\S+/.exec(line)?.[0] ?? '';
      const words = wordsOf(line.slice(tag.length + 1));
      const uid = words[0]?.toUpperCase() === 'UID';
      const name = words
        .slice(0, uid ? 2 : 1)
        .join(' ')
        .toUpperCase();
      const rest = words.slice(uid ? 2 : 1);
      const shown = name === 'LOGIN' ? name : [name, ...rest].join(' ');
      commands.push(shown);
      const wrong = fault?.(shown) ?? null;
      if (wrong === 'cut') return void socket.destroy();
      if (wrong !== null) return say(`${tag} ${wrong}`);
      answer(tag, name, rest, rest.slice(1).join(' '));
    };

    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      for (;;) {
        const end = waiting.indexOf('\r\n');
        if (end < 0) return;
        const line = waiting.subarray(0, end).toString('utf8');
        const literal = /\{(\d+)\+?\}$/.exec(line);
        if (!literal) {
          waiting = waiting.subarray(end + 2);
          const whole = begun + line;
          begun = '';
          take(whole);
          continue;
        }
        const size = Number(literal[1]);
        if (waiting.length < end + 2 + size) {
          if (!literal[0].includes('+') && waiting.length === end + 2) say('+ go on');
          return;
        }
        const value = waiting.subarray(end + 2, end + 2 + size).toString('utf8');
        begun += `${line.slice(0, literal.index)}"${value.replace(/["\\]/g, '\\$&')}"`;
        waiting = waiting.subarray(end + 2 + size);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `imap://${encodeURIComponent(USER)}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`,
    address: USER,
    deliver: (raw) => put('INBOX', Buffer.from(raw)),
    mails: (folder = 'INBOX') => (folders.get(folder) ?? []).map(({ raw }) => raw),
    commands,
    behave: (behaviour) => {
      fault = behaviour;
    },
    renumber: () => {
      validity += 1;
      for (const mails of folders.values()) for (const mail of mails) mail.uid = next++;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Atoms, quoted strings without their quotes, and lists in brackets as they stand. */
function wordsOf(text: string): string[] {
  const found = text.matchAll(/"((?:[^"\\]|\\.)*)"|\((?:[^()"]|"[^"]*"|\([^()]*\))*\)|\S+/g);
  return [...found].map(([whole, quoted]) => (quoted === undefined ? whole : quoted.replace(/\\(.)/g, '$1')));
}
