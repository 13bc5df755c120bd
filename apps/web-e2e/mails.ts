import { simpleParser } from 'mailparser';
import type { CapturedMail, TestApp } from '@runder-tisch/api/test';
import { expect } from './world';

/** Waits for the newest mail to this address, read from the bytes that came over SMTP. */
export async function lastMailTo(app: TestApp, address: string): Promise<CapturedMail> {
  await expect
    .poll(() => app.smtp.mailsTo(address).length, { message: `mail to ${address}` })
    .toBeGreaterThan(0);
  const mail = app.smtp.mailsTo(address).at(-1);
  if (!mail) throw new Error(`No mail to ${address}.`);
  return mail;
}

/** The first link in the plain text of a mail whose path begins like this. */
export async function linkIn(mail: CapturedMail, path: string): Promise<string> {
  const { text = '' } = await simpleParser(mail.raw);
  const links = text.match(/https?:\/\/[^\s<>)\]]+/g) ?? [];
  const found = links.find((link) => new URL(link).pathname.startsWith(path));
  if (!found) throw new Error(`No link to ${path} in:\n${text}`);
  return found;
}
