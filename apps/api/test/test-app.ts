import type { Type } from '@nestjs/common';
import { createApp } from '../src/create-app';
import { OpenApi } from '../src/open-data/openapi';
import { holdAnswersAgainstContract } from './answers-fit';
import { HeldClock } from './held-clock';
import { type TestDatabase, testDatabase } from './test-database';
import { type TestSmtp, testSmtp } from './test-smtp';

export interface TestAppOptions {
  /** A database made before, for instance to start the API twice on it; otherwise one of its own. */
  database?: TestDatabase;
  /** `false`: as on a machine without SMTP_URL, where the mailbox page shows the mails. */
  smtp?: boolean;
  /** Another mail server than the one of the test. */
  smtpUrl?: string;
  /** An inbox to read, as IMAP_URL names it. */
  imapUrl?: string;
  /** Jobs run by themselves; otherwise a test asks the service to run them once. */
  background?: boolean;
  /** A worker beside it, as in real life; the test has built it to RT_PROCESSES. Otherwise the API does its work. */
  worker?: boolean;
  now?: string;
  /** A folder with a built web app. */
  webRoot?: string;
  anchorFile?: string;
  /** `loopback`: a test says in X-Forwarded-For from where it comes, as a proxy would. */
  trustedProxies?: string;
}

export interface TestApp {
  url: string;
  clock: HeldClock;
  database: TestDatabase;
  smtp: TestSmtp;
  get<T>(token: Type<T> | symbol): T;
  close(): Promise<void>;
}

/** The whole API on a free port, with its own database, mail server and a clock the test holds. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await testDatabase());
  // Only behind the database: a server left open by a migration that fails would keep the whole run from ending.
  const smtp = await testSmtp();
  const clock = new HeldClock(options.now);
  const app = await createApp({
    databaseUrl: database.url,
    port: 0,
    host: '127.0.0.1',
    ...(options.smtp === false ? {} : { smtpUrl: options.smtpUrl ?? smtp.url }),
    ...(options.imapUrl ? { imapUrl: options.imapUrl } : {}),
    embedded: options.smtp === false,
    clock,
    ...(options.webRoot ? { webRoot: options.webRoot } : {}),
    ...(options.trustedProxies ? { trustedProxies: options.trustedProxies } : {}),
    ...(options.anchorFile ? { anchorFile: options.anchorFile } : {}),
    background: options.background ?? false,
    worker: options.worker ?? false,
  });
  holdAnswersAgainstContract(app.get(OpenApi));
  return {
    url: app.url,
    clock,
    database,
    smtp,
    get: (token) => app.get(token),
    close: async () => {
      await app.close();
      await smtp.close();
      if (!options.database) await database.close();
    },
  };
}
