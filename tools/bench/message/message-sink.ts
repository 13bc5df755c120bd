import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

const DELAY_MS = 2000;

/** What happens to a recipient, by the number in their address: most are simply taken. */
export type Fate = 'taken' | 'refused' | 'greylisted' | 'dropped' | 'delayed';

export function fateOf(address: string): Fate {
  const number = Number(/^p(\d+)@/.exec(address)?.[1] ?? 0);
  if (number % 50 === 7) return 'refused';
  if (number % 40 === 3) return 'greylisted';
  if (number % 100 === 11) return 'dropped';
  return number % 20 === 5 ? 'delayed' : 'taken';
}

export interface MessageSink {
  url: string;
  /** Mails the server answered for with 250, by address. */
  taken: ReadonlyMap<string, number>;
  bytes(): number;
  /** Addresses whose attempts differed in any byte. */
  unequal: ReadonlySet<string>;
  /** Attempts whose last byte arrived more than once for an address. */
  repeated(): number;
  close(): Promise<void>;
}

/** A mail server that refuses, delays and drops, and keeps of each mail nothing but a hash. */
export async function messageSink(): Promise<MessageSink> {
  const tries = new Map<string, number>();
  const taken = new Map<string, number>();
  const hashes = new Map<string, string>();
  const unequal = new Set<string>();
  let [bytes, repeated] = [0, 0];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const attempt = (tries.get(address) ?? 0) + 1;
      tries.set(address, attempt);
      const fate = fateOf(address);
      if (fate === 'refused') return callback(answer(550, '5.1.1 no such user'));
      if (fate === 'greylisted' && attempt === 1) return callback(answer(450, '4.7.1 greylisted'));
      callback();
    },
    onData: (stream, session, callback) => {
      const hash = createHash('sha256');
      stream.on('data', (part: Buffer) => {
        hash.update(part);
        bytes += part.length;
      });
      stream.on('end', () => {
        const address = session.envelope.rcptTo[0]?.address ?? '';
        const seen = hash.digest('hex');
        const before = hashes.get(address);
        if (before !== undefined) repeated += 1;
        if (before !== undefined && before !== seen) unequal.add(address);
        hashes.set(address, seen);
        const fate = fateOf(address);
        if (fate === 'dropped' && before === undefined) return drop(session.id);
        void pause(fate === 'delayed' ? DELAY_MS : 0).then(() => {
          taken.set(address, (taken.get(address) ?? 0) + 1);
          callback();
        });
      });
    },
  });
  const drop = (id: string): void => {
    const { connections } = server as unknown as {
      connections: Set<{ session: { id: string }; close(): void }>;
    };
    for (const connection of connections) if (connection.session.id === id) connection.close();
  };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    bytes: () => bytes,
    unequal,
    repeated: () => repeated,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(responseCode: number, says: string): Error {
  return Object.assign(new Error(says), { responseCode });
}
