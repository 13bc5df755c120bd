import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { greeting } from '@runder-tisch/domain/actors';
import { inAppPath } from '@runder-tisch/domain/accounts';
import { MailLinks } from '../../access/mail-links';
import { Clock } from '../../clock';
import { rowsIn } from '../../database/rows';
import { Outbox } from '../../outbox/outbox';
import { Settings } from '../../settings/settings';
import { type Recipient, recipientIn } from '../recipient';
import { invitationMail, signInMail, welcomeMail } from './sign-in-mails';

export const SIGN_IN = 'sign-in';
const LINK_HOURS = 24;
/** Long enough to find the mail and press the button. */
const STILL_OPEN_HOURS = 1;

/** Writes the mail with a sign-in link in the transaction of what it is about. */
@Injectable()
export class SignInMailer {
  constructor(
    private readonly links: MailLinks,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Whether a mail of the last day holds a link that still signs in; others have to wait with asking until then. */
  async hasOpenLink(tx: EntityManager, accountId: string): Promise<boolean> {
    await rowsIn(tx, sql`select id from account where id = ${accountId} for no key update`);
    const until = new Date(this.clock.now().getTime() + STILL_OPEN_HOURS * 3_600_000);
    const [open] = await rowsIn(
      tx,
      sql`select id from mail_link where account_id = ${accountId} and purpose = ${SIGN_IN} and object_kind is null
            and used_at is null and expires_at > ${until} limit 1`,
    );
    return open !== undefined;
  }

  async sendLink(tx: EntityManager, accountId: string, target?: string | null): Promise<void> {
    const { account, url } = await this.linkFor(tx, accountId, target);
    const why =
      'Sie erhalten diese Mail, weil jemand mit Ihrer Mailadresse einen Link zum Anmelden angefordert hat.';
    const mail = signInMail({ greeting: greeting(account), url }, await this.settings.mailFrame(tx, { why }));
    await this.send(tx, account, SIGN_IN, mail);
  }

  async sendInvitation(tx: EntityManager, accountId: string, invitedBy: string): Promise<void> {
    const { account, url } = await this.linkFor(tx, accountId);
    const why = 'Sie erhalten diese Mail, weil für Sie ein Zugang eingerichtet wurde.';
    const frame = await this.settings.mailFrame(tx, { why, sender: invitedBy });
    const mail = invitationMail({ greeting: greeting(account), url, roles: account.roles, invitedBy }, frame);
    await this.send(tx, account, 'account-invitation', mail);
  }

  /** The office has found out that somebody does speak for an organisation. */
  async sendWelcome(
    tx: EntityManager,
    accountId: string,
    facts: { organisation: string; approvedBy: string },
  ): Promise<void> {
    const { account, url } = await this.linkFor(tx, accountId, '/unsere-angebote');
    const why = 'Sie erhalten diese Mail, weil Sie sich für eine Organisation angemeldet haben.';
    const frame = await this.settings.mailFrame(tx, { why, sender: facts.approvedBy });
    await this.send(
      tx,
      account,
      'registration-approved',
      welcomeMail({ ...facts, greeting: greeting(account), url }, frame),
    );
  }

  private async linkFor(
    tx: EntityManager,
    accountId: string,
    target?: string | null,
  ): Promise<{ account: Recipient; url: string }> {
    const account = await recipientIn(tx, sql`where account.id = ${accountId}`);
    if (!account) throw new Error('account for a sign-in link is gone');
    const expiresAt = new Date(this.clock.now().getTime() + LINK_HOURS * 3_600_000);
    const token = await this.links.create(tx, {
      purpose: SIGN_IN,
      accountId,
      personId: account.personId,
      expiresAt,
    });
    const page = inAppPath(target);
    const query = page === '/' ? '' : `?ziel=${encodeURIComponent(page)}`;
    return { account, url: this.links.url(`/anmeldung/${token}${query}`) };
  }

  private async send(
    tx: EntityManager,
    account: Recipient,
    purpose: string,
    mail: { subject: string; text: string; html: string },
  ): Promise<void> {
    await this.outbox.enqueue(tx, {
      ...mail,
      to: { name: account.displayName, address: account.mail },
      purpose,
      objectKind: 'account',
      objectId: account.id,
      personId: account.personId,
      confidential: true,
    });
  }
}
