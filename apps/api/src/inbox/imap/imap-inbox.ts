import { ImapFlow, type ImapFlowError } from 'imapflow';
import type { ImapAddress } from '../../outbox/returns/imap-address';

export const imapTimeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

export interface FoundMail {
  /** Null where it is larger than asked for. */
  bytes: Buffer | null;
  /** Its head alone, where it is too large. */
  head: Buffer;
}

/** One look into a mailbox. Nothing is marked or moved but by `move`. */
export class ImapInbox {
  private constructor(
    private readonly client: ImapFlow,
    readonly uidValidity: bigint,
  ) {}

  static async open(address: ImapAddress): Promise<ImapInbox> {
    const client = new ImapFlow({
      host: address.host,
      port: address.port,
      secure: address.secure,
      doSTARTTLS: address.secure ? undefined : address.startTls,
      auth: { user: address.user, pass: address.password },
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: address.rejectUnauthorized },
      logger: false,
      disableAutoIdle: true,
      ...imapTimeouts,
    });
    // What breaks later is told by the call that is under way.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const mailbox = await client.mailboxOpen(address.folder);
      return new ImapInbox(client, mailbox.uidValidity);
    } catch (error) {
      client.close();
      throw error;
    }
  }

  /** Whether the server still talks to us after something went wrong. */
  get usable(): boolean {
    return this.client.usable;
  }

  /** All that lie there, in the order in which they came. */
  async uids(): Promise<number[]> {
    const found = await this.client.search({ all: true }, { uid: true });
    return found ? [...found].sort((one, other) => one - other) : [];
  }

  /** Null where somebody else has moved it meanwhile. */
  async read(uid: number, most: number): Promise<FoundMail | null> {
    const told = await this.client.fetchOne(String(uid), { size: true }, { uid: true });
    if (!told) return null;
    const large = (told.size ?? 0) > most;
    const found = await this.client.fetchOne(String(uid), large ? { headers: true } : { source: true }, {
      uid: true,
    });
    if (!found) return null;
    const bytes = large ? null : (found.source ?? Buffer.alloc(0));
    return { bytes, head: bytes ?? found.headers ?? Buffer.alloc(0) };
  }

  /** Into a folder, which is made when the first mail goes there. */
  async move(uids: readonly number[], folder: string): Promise<void> {
    if (uids.length === 0) return;
    await this.client.mailboxCreate(folder).catch((error: unknown) => {
      // Some servers refuse to make what is there already; moving tells whether it is.
      if (!this.client.usable) throw error;
    });
    const moved = await this.client.messageMove(uids.join(','), folder, { uid: true });
    if (!moved) throw new Error(`Der Mailserver verschiebt nichts in den Ordner „${folder}“.`);
  }

  async close(): Promise<void> {
    await this.client.logout().catch(() => this.client.close());
  }
}

const known: Partial<Record<string, string>> = {
  ECONNREFUSED: 'Der Mailserver ist nicht erreichbar.',
  ENOTFOUND: 'Den Namen des Mailservers gibt es nicht.',
  EAI_AGAIN: 'Der Name des Mailservers ließ sich nicht auflösen.',
  ECONNRESET: 'Die Verbindung zum Mailserver brach ab.',
  EConnectionClosed: 'Die Verbindung zum Mailserver brach ab.',
  NoConnection: 'Die Verbindung zum Mailserver brach ab.',
  ClosedAfterConnectText: 'Der Mailserver beendete die Verbindung.',
  ClosedAfterConnectTLS: 'Die verschlüsselte Verbindung zum Mailserver kam nicht zustande.',
  CONNECT_TIMEOUT: 'Der Mailserver antwortet nicht.',
  GREETING_TIMEOUT: 'Der Mailserver antwortet nicht.',
  ETIMEOUT: 'Der Mailserver antwortet nicht.',
  ETIMEDOUT: 'Der Mailserver antwortet nicht.',
};

/** What went wrong, with the server's own words where it has said something. */
export function imapFailure(error: unknown): string {
  const {
    code = '',
    responseText,
    response,
    authenticationFailed,
    tlsFailed,
    message,
  } = error as ImapFlowError;
  const said = responseText ?? (typeof response === 'string' ? response : '');
  const what = authenticationFailed
    ? 'Der Mailserver nimmt die Anmeldung nicht an.'
    : tlsFailed
      ? 'Die verschlüsselte Verbindung zum Mailserver kam nicht zustande.'
      : (known[code] ?? (said ? 'Der Mailserver lehnt ab.' : ''));
  return [what, said || (what ? '' : message)].filter(Boolean).join(' ');
}
