import { simpleParser } from 'mailparser';
import { Dispatcher } from '../src/outbox/dispatcher';
import type { TestApp } from './test-app';

export interface SentMail {
  subject: string;
  from: string;
  text: string;
  html: string;
  /** Paths of this application in the text part, for instance `/anmeldung/…`. */
  paths: string[];
}

/** Sends what waits and reads the last mail to this address from the bytes that came over SMTP. */
export async function lastMailTo(app: TestApp, address: string): Promise<SentMail | undefined> {
  await app.get(Dispatcher).runOnce();
  const last = app.smtp.mailsTo(address).at(-1);
  if (!last) return undefined;
  const mail = await simpleParser(last.raw);
  const text = mail.text ?? '';
  return {
    subject: mail.subject ?? '',
    from: mail.from?.text ?? '',
    text,
    html: typeof mail.html === 'string' ? mail.html : '',
    paths: [...text.matchAll(/https?:\/\/[^\s>)]+/g)]
      .map((found) => found[0])
      .filter((url) => url.startsWith(app.url))
      .map((url) => url.slice(app.url.length)),
  };
}
