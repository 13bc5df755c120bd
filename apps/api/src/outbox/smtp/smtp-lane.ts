import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { SmtpFailure, smtpFailure } from './smtp-failure';
import type { SmtpServer } from './smtp-options';

/** Some relays end a connection after a hundred mails or so; we begin a new one before. */
const MAILS_PER_CONNECTION = 50;
/** How long a goodbye may take; the mails are settled by then. */
const QUIT_MS = 2_000;

/**
 * One connection to the mail server, kept for several mails. nodemailer's own pool sends a mail again by itself
 * when a connection closes; here only the outbox row decides that.
 */
export class SmtpLane {
  private connection: SMTPConnection | null = null;
  private opening: SMTPConnection | null = null;
  private sent = 0;

  constructor(private readonly server: SmtpServer) {}

  /** Answers the server's words when it has taken responsibility for the mail; otherwise throws an SmtpFailure. */
  async send(from: string, to: string, message: Buffer | Readable): Promise<string> {
    if (this.sent >= MAILS_PER_CONNECTION) {
      this.close();
    }
    const connection = this.connection ?? (await this.open());
    // nodemailer listens only while it sends; an error of a file that nobody waits for must not end the process.
    if (!Buffer.isBuffer(message)) message.on('error', () => undefined);
    try {
      let words = '';
      await settled(connection, (done) =>
        connection.send({ from, to: [to] }, message, (error, info) => {
          words = error ? '' : info.response;
          done(error);
        }),
      );
      this.sent += 1;
      return words;
    } catch (error) {
      // A message cut in its midst must not be ended by anything that looks like its last line.
      if ((error as { code?: string }).code === 'ESTREAM') this.abort();
      this.close();
      throw smtpFailure(error, true);
    } finally {
      if (!Buffer.isBuffer(message)) message.destroy();
    }
  }

  close(): void {
    const connection = this.connection;
    this.connection = null;
    this.sent = 0;
    if (!connection) return;
    connection.quit();
    setTimeout(() => connection.close(), QUIT_MS).unref();
  }

  /** Ends a conversation in its midst; the mail is tried again. */
  abort(): void {
    this.connection?.close();
    this.opening?.close();
  }

  private async open(): Promise<SMTPConnection> {
    const connection = new SMTPConnection(this.server.connection);
    // A late error of a connection nobody waits for must not end the process.
    connection.on('error', () => undefined);
    this.opening = connection;
    try {
      await settled(connection, (done) => connection.connect((error) => done(error ?? null)));
      const { auth } = this.server;
      if (auth) {
        await settled(connection, (done) => connection.login(auth, (error) => done(error)));
      }
    } catch (error) {
      connection.close();
      throw smtpFailure(error, false);
    } finally {
      this.opening = null;
    }
    this.connection = connection;
    connection.once('end', () => {
      if (this.connection === connection) {
        this.connection = null;
        this.sent = 0;
      }
    });
    return connection;
  }
}

/** The callback of a step, or the end of the connection in its midst, whichever comes first. */
function settled(
  connection: SMTPConnection,
  step: (done: (error: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // The end is announced before the callback that says why (a 421, for one): that comes first.
    const lost = (): void => {
      setImmediate(() => finish(new SmtpFailure('message', false, 'Verbindung verloren')));
    };
    const finish = (error: Error | null): void => {
      connection.removeListener('error', finish);
      connection.removeListener('end', lost);
      if (error) {
        reject(error);
      } else {
        resolve();
      }
    };
    connection.once('error', finish);
    connection.once('end', lost);
    step(finish);
  });
}
