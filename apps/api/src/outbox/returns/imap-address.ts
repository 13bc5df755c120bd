import { isMailAddress, normaliseMail } from '@runder-tisch/domain/addresses';

export interface ImapAddress {
  host: string;
  port: number;
  secure: boolean;
  /** STARTTLS is demanded: a password never travels in clear to another machine. */
  startTls: boolean;
  rejectUnauthorized: boolean;
  user: string;
  password: string;
  folder: string;
  /** Where people write to, so that it ends up here. */
  address: string;
  /** What the pages and rows call it: without the password. */
  name: string;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Reads `imap[s]://user:password@host:port/FOLDER?address=…`. `address` is needed where the user's name is no mail
 * address. Throws one German sentence for the terminal.
 */
export function imapAddress(text: string): ImapAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'imap:' && url.protocol !== 'imaps:'))
    throw new Error('IMAP_URL muss mit imap:// oder imaps:// beginnen.');
  const secure = url.protocol === 'imaps:';
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  if (!user || !password)
    throw new Error('IMAP_URL braucht Benutzer und Kennwort: imaps://NAME:KENNWORT@SERVER.');
  const address = normaliseMail(url.searchParams.get('address') ?? user);
  if (!isMailAddress(address))
    throw new Error(
      'IMAP_URL nennt keine Mailadresse. Bitte ergänzen Sie sie: imaps://…?address=postfach@landkreis.de',
    );
  const local = LOOPBACK.test(url.hostname);
  const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
  const port = Number(url.port) || (secure ? 993 : 143);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port,
    secure,
    startTls: !secure && !local,
    rejectUnauthorized: url.searchParams.get('rejectUnauthorized') !== 'false',
    user,
    password,
    folder,
    address,
    name: `${user}@${host}:${port}/${folder}`,
  };
}
