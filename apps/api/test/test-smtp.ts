import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface CapturedMail {
  from: string;
  to: readonly string[];
  /** Exactly the bytes that came over the wire after DATA. */
  raw: Buffer;
}

export interface TestSmtp {
  url: string;
  mails: readonly CapturedMail[];
  /** Settles as soon as that many mails have come in. */
  received(count: number): Promise<readonly CapturedMail[]>;
  mailsTo(address: string): CapturedMail[];
  /** From now on each recipient is refused with this SMTP code; `null` accepts again. */
  refuse(code: number | null): void;
  clear(): void;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine that keeps what it is given. */
export async function testSmtp(): Promise<TestSmtp> {
  const mails: CapturedMail[] = [];
  const waiting = new Set<() => void>();
  let refusal: number | null = null;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: (_address, _session, callback) => {
      if (refusal === null) return callback();
      callback(Object.assign(new Error('refused by the test'), { responseCode: refusal }));
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(parts),
        });
        for (const wake of waiting) wake();
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    received: (count) =>
      new Promise((resolve) => {
        const wake = () => {
          if (mails.length < count) return;
          waiting.delete(wake);
          resolve(mails);
        };
        waiting.add(wake);
        wake();
      }),
    mailsTo: (address) => mails.filter((mail) => mail.to.includes(address)),
    refuse: (code) => {
      refusal = code;
    },
    clear: () => {
      mails.length = 0;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
