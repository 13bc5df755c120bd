import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CreateAppOptions } from './create-app';

export interface Environment {
  ownerDatabaseUrl: string;
  appRole: string | null;
  app: CreateAppOptions;
}

/** Reads what `main.ts` needs; a missing or impossible value is one sentence on the terminal. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl)
    throw new Error('DATABASE_URL fehlt: Bitte geben Sie die Adresse der PostgreSQL-Datenbank an.');
  const ownerDatabaseUrl = env['DATABASE_OWNER_URL'] ?? databaseUrl;
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('PORT ist keine gültige Portnummer.');
  const appUser = decodeURIComponent(new URL(databaseUrl).username);
  const ownerUser = decodeURIComponent(new URL(ownerDatabaseUrl).username);
  return {
    ownerDatabaseUrl,
    appRole: appUser && appUser !== ownerUser ? appUser : null,
    app: {
      databaseUrl,
      port,
      host: env['HOST'] ?? '127.0.0.1',
      publicUrl: env['PUBLIC_URL'],
      smtpUrl: env['SMTP_URL'] ?? null,
      imapUrl: env['IMAP_URL'] ?? null,
      embedded: false,
      webRoot: env['WEB_ROOT'] ?? fileURLToPath(new URL('../web', import.meta.url)),
      trustedProxies: env['TRUSTED_PROXIES'] ?? null,
      anchorFile: join(env['DATA_DIR'] ?? '.data', 'audit-anchors.txt'),
    },
  };
}
