import { simpleParser } from 'mailparser';
import type { CapturedMail, ReadMail, TestApp } from '@runder-tisch/api/test';
import { expect, type World } from './world';

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
  return linkInText(text, path);
}

export function linkInText(text: string, path: string): string {
  const links = text.match(/https?:\/\/[^\s<>)\]]+/g) ?? [];
  const found = links.find((link) => new URL(link).pathname.startsWith(path));
  if (!found) throw new Error(`No link to ${path} in:\n${text}`);
  return found;
}

/** What lies in the boxes of the people outside: every mail as readers of mails and calendars see it. */
export class Post {
  constructor(
    private readonly world: World,
    private readonly app: TestApp,
  ) {}

  /** Waits until the one mail with this subject has come to the address. */
  async to(address: string, subject: string): Promise<ReadMail> {
    await expect
      .poll(async () => (await this.subjectsTo(address)).filter((it) => it.startsWith(subject)).length, {
        message: `mails „${subject}…“ to ${address}`,
      })
      .toBe(1);
    const mails = await this.read(this.app.smtp.mailsTo(address));
    const mail = mails.find((it) => it.subject.startsWith(subject));
    if (!mail) throw new Error(`No mail „${subject}…“ to ${address}.`);
    return mail;
  }

  /** Everything that may go out has gone out: what this address has got by then. */
  async subjectsTo(address: string): Promise<string[]> {
    await this.app.get(this.world.Dispatcher).runOnce();
    return (await this.read(this.app.smtp.mailsTo(address))).map((mail) => mail.subject);
  }

  all(): Promise<ReadMail[]> {
    return this.read(this.app.smtp.mails);
  }

  private read(mails: readonly CapturedMail[]): Promise<ReadMail[]> {
    return Promise.all(mails.map((mail) => this.world.readMail(mail)));
  }
}
