import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import testCertificate from 'smtp-server/lib/tls-options.js';

/** Where in the conversation something may go wrong; `TLS` is the handshake behind STARTTLS, `DOT` the end of the mail. */
export const smtpSteps = [
  'GREETING',
  'EHLO',
  'STARTTLS',
  'TLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'DOT',
  'QUIT',
] as const;
export type SmtpStep = (typeof smtpSteps)[number];

/** The server's last word at a step: an answer, the end of the connection (politely or not), half an answer, nothing. */
export type SmtpFault = `${number} ${string}` | 'cut' | 'reset' | 'half an answer' | 'silence';

export interface ScriptedSmtp {
  /** With a password and with STARTTLS demanded, so that a mail passes every step. */
  url: string;
  port: number;
  /** Subjects of the mails it has answered for with 250, in their order. */
  taken: string[];
  /** Every mail whose last dot arrived, byte for byte, taken or not. */
  seen: string[];
  /** What is said instead of the usual answer whenever a step is reached; null for the usual one. */
  behave(fault: (step: SmtpStep) => SmtpFault | null): void;
  close(): Promise<void>;
}

const USUAL: Record<SmtpStep, string> = {
  GREETING: '220 mail.kreis.test',
  EHLO: '250-mail.kreis.test\r\n250-STARTTLS\r\n250 AUTH PLAIN',
  STARTTLS: '220 go ahead',
  TLS: '',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  DOT: '250 taken',
  QUIT: '221 bye',
};

/** A mail server of a few lines, because a real one cannot be told to fail in the midst of a step. */
export async function scriptedSmtp(): Promise<ScriptedSmtp> {
  const taken: string[] = [];
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  let faultAt: (step: SmtpStep) => SmtpFault | null = () => null;

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  }

  /** Whether the conversation goes on as usual. */
  function reach(step: SmtpStep, socket: Socket, plain = socket): boolean {
    const fault = faultAt(step);
    if (fault === 'cut') socket.end();
    else if (fault === 'reset') plain.resetAndDestroy();
    else if (fault === 'half an answer') socket.end('550 5.1.1 no su');
    else if (fault !== 'silence') socket.write(`${fault ?? USUAL[step]}\r\n`);
    return fault === null;
  }

  function converse(plain: Socket): void {
    let mail: string[] | null = null;
    const answer = (line: string, socket: Socket): void => {
      if (mail) {
        if (line !== '.') return void mail.push(line);
        const raw = mail.join('\r\n');
        mail = null;
        seen.push(raw);
        if (reach('DOT', socket, plain)) taken.push(/^Subject: (.*)$/m.exec(raw)?.[1]?.trim() ?? '');
        return;
      }
      const step = smtpSteps.find((it) => line.toUpperCase().startsWith(it));
      if (!step) return void socket.write('500 what?\r\n');
      if (!reach(step, socket, plain)) return;
      if (step === 'DATA') mail = [];
      if (step === 'QUIT') socket.end();
      if (step === 'STARTTLS') encrypt(socket);
    };
    const listen = (socket: Socket): void => {
      let rest = '';
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        const lines = (rest + part.toString('latin1')).split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines) answer(line, socket);
      });
    };
    const encrypt = (socket: Socket): void => {
      socket.removeAllListeners('data');
      const fault = faultAt('TLS');
      if (fault === 'silence') return;
      if (fault === 'reset') return void socket.resetAndDestroy();
      if (fault !== null) return void socket.end(fault === 'cut' ? '' : `${fault}\r\n`);
      const secureContext = createSecureContext(testCertificate());
      listen(keep(new TLSSocket(socket, { isServer: true, secureContext })));
    };
    listen(plain);
    reach('GREETING', plain);
  }

  const server = createServer((socket) => converse(keep(socket)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://ute:geheim@127.0.0.1:${port}?requireTLS=true&rejectUnauthorized=false`,
    port,
    taken,
    seen,
    behave: (fault) => {
      faultAt = fault;
    },
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
