import { Dispatcher } from '../src/outbox/dispatcher';
import { type ReadMail, readMail } from './read-mail';
import type { TestApp } from './test-app';

/** Lets the minute of recall pass and reads what has gone out since, ordered by recipient. */
export async function deliveredMails(app: TestApp): Promise<ReadMail[]> {
  for (let round = 0; round === 0 || (round < 5 && (await isWaiting(app))); round += 1) {
    app.clock.pass(1, 'minutes');
    await app.get(Dispatcher).runOnce();
  }
  const mails = await Promise.all(app.smtp.mails.map(readMail));
  app.smtp.clear();
  return mails.sort((one, other) => one.to.localeCompare(other.to));
}

async function isWaiting(app: TestApp): Promise<boolean> {
  const rows = await app.database.rows(
    `select 1 from outbox_message where state in ('QUEUED', 'SENDING') limit 1`,
  );
  return rows.length > 0;
}
