import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { mailHeader } from './mail-header';

export interface TakenMail {
  to: string;
  raw: string;
  messageId: string;
  subject: string;
}

/** What the server does with the `attempt`th try for an address: take it, refuse it at a step, or vanish behind DATA. */
export type Verdict =
  'accept' | 'drop-after-data' | { at: 'RCPT' | 'DATA' | 'MAIL'; code: number; says?: string };

export interface FaultySmtp {
  url: string;
  /** Everything whose last byte arrived, taken or not. */
  seen: TakenMail[];
  /** What the server has answered for with 250. */
  taken: TakenMail[];
  /** Tries per address, counted at RCPT TO. */
  tries: Map<string, number>;
  /** Most connections open at once. */
  mostConnections(): number;
  behave(verdict: (address: string, attempt: number) => Verdict): void;
  /** Called before the answer to DATA. */
  beforeAnswer(work: (mail: TakenMail) => Promise<void>): void;
  /** Called behind each mail that was taken. */
  onTaken(tell: (mail: TakenMail) => void): void;
  close(): Promise<void>;
}

/** A real SMTP server that misbehaves as told; `port` to come back at the old address. */
export async function faultySmtp(port = 0): Promise<FaultySmtp> {
  const seen: TakenMail[] = [];
  const taken: TakenMail[] = [];
  const tries = new Map<string, number>();
  const connections = new Set<string>();
  let most = 0;
  let verdictOf: (address: string, attempt: number) => Verdict = () => 'accept';
  let told: (mail: TakenMail) => void = () => undefined;
  let before: (mail: TakenMail) => Promise<void> = () => Promise.resolve();

  const refusal = (address: string, at: 'RCPT' | 'DATA' | 'MAIL'): Error | null => {
    const verdict = verdictOf(address, tries.get(address) ?? 0);
    if (typeof verdict === 'string' || verdict.at !== at) return null;
    return Object.assign(new Error(verdict.says ?? 'as the test wants it'), { responseCode: verdict.code });
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onConnect: (session, callback) => {
      connections.add(session.id);
      most = Math.max(most, connections.size);
      callback();
    },
    onClose: (session) => void connections.delete(session.id),
    onMailFrom: (_address, _session, callback) => callback(refusal('', 'MAIL')),
    onRcptTo: ({ address }, _session, callback) => {
      tries.set(address, (tries.get(address) ?? 0) + 1);
      callback(refusal(address, 'RCPT'));
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const mail = {
          to,
          raw,
          messageId: mailHeader(raw, 'Message-ID'),
          subject: mailHeader(raw, 'Subject'),
        };
        seen.push(mail);
        void before(mail).then(() => {
          const error = refusal(to, 'DATA');
          if (error) return callback(error);
          if (verdictOf(to, tries.get(to) ?? 0) === 'drop-after-data') return drop(session.id);
          taken.push(mail);
          callback();
          told(mail);
        });
      });
    },
  });
  const drop = (id: string): void => {
    for (const connection of (
      server as unknown as { connections: Set<{ session: { id: string }; close(): void }> }
    ).connections) {
      if (connection.session.id === id) connection.close();
    }
  };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    seen,
    taken,
    tries,
    mostConnections: () => most,
    behave: (verdict) => {
      verdictOf = verdict;
    },
    beforeAnswer: (work) => {
      before = work;
    },
    onTaken: (tell) => {
      told = tell;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
