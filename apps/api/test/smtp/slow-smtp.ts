import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { mailHeader } from './mail-header';

export interface SlowMail {
  to: string;
  messageId: string;
  raw: string;
}

export interface SlowSmtp {
  url: string;
  /** Each mail that was acknowledged. */
  taken: SlowMail[];
  close(): Promise<void>;
}

const TAKES_MS = 25;

/** A mail server that takes its time, so that a kill finds mails under way. */
export async function slowSmtp(): Promise<SlowSmtp> {
  const taken: SlowMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const to = session.envelope.rcptTo[0]?.address ?? '';
        setTimeout(() => {
          taken.push({ to, messageId: mailHeader(raw, 'Message-ID'), raw });
          callback();
        }, TAKES_MS);
      });
    },
  });
  // Whoever is killed in the middle of a mail breaks the connection.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
