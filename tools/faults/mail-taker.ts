import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  to: string;
  messageId: string;
  /** Path of the personal page for the answer, if it is an invitation. */
  answerPath: string | null;
}

/** A mail server that takes its time, so that a kill finds mails under way. */
export interface MailTaker {
  url: string;
  taken: TakenMail[];
  close(): Promise<void>;
}

const TAKES_MS = 25;

export async function mailTaker(): Promise<MailTaker> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const mail = Buffer.concat(parts).toString('utf8');
        const messageId = /^Message-ID:\s*(\S+)/im.exec(mail)?.[1] ?? '';
        // Quoted-printable breaks lines with "=" and writes that sign as "=3D"; a path has neither.
        const answerPath = /\/antwort\/[\w-]{20,}/.exec(mail.replace(/=\r?\n/g, ''))?.[0] ?? null;
        setTimeout(() => {
          taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId, answerPath });
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
