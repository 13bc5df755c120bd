import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

export interface SmtpServer {
  connection: SMTPConnectionOptions;
  auth: SMTPConnectionAuth | null;
}

/** Generous, for servers that keep strangers waiting on purpose; a lease is renewed meanwhile. */
export const smtpTimeouts = {
  connectionTimeout: 30_000,
  greetingTimeout: 60_000,
  socketTimeout: 180_000,
  dnsTimeout: 15_000,
};

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Reads `smtp[s]://user:password@host:port?requireTLS=…`. A password never travels in clear: with one,
 * STARTTLS is demanded unless the server is this machine or the address says otherwise.
 */
export function smtpServer(address: string, clientName: string): SmtpServer {
  const url = new URL(address);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') {
    throw new Error('SMTP_URL muss mit smtp:// oder smtps:// beginnen.');
  }
  const secure = url.protocol === 'smtps:';
  const local = LOOPBACK.test(url.hostname);
  const user = decodeURIComponent(url.username);
  const auth = user ? { user, pass: decodeURIComponent(url.password) } : null;
  const wanted = url.searchParams.get('requireTLS');
  return {
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (secure ? 465 : auth ? 587 : 25),
      secure,
      requireTLS: !secure && (wanted === null ? auth !== null && !local : wanted === 'true'),
      ignoreTLS: !secure && local && wanted !== 'true',
      name: clientName,
      tls: {
        minVersion: 'TLSv1.2',
        rejectUnauthorized: url.searchParams.get('rejectUnauthorized') !== 'false',
      },
      ...smtpTimeouts,
    },
    auth,
  };
}
