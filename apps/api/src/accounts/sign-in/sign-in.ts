import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { greeting } from '@runder-tisch/domain/actors';
import { accountProblems, type Role, staffRoles } from '@runder-tisch/domain/accounts';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { Sessions } from '../../access/session';
import type { OpenedSession } from '../../access/session-cookie';
import { linkViewer, publicViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { log } from '../../log';
import { problem } from '../../problem/problem';
import { passwordFits } from '../passwords';
import { SIGN_IN, SignInMailer } from './sign-in-mailer';
import { personNameOf } from '../../database/person-name';

/** From where and on what somebody signs in. */
export interface Caller {
  requestId: string;
  address: string;
  device: string;
}

export interface SignInLinkPage {
  link: MailLink;
  /** "Guten Tag, Frau Exempel" */
  greeting: string;
  disabled: boolean;
}

// Whole offices share one address, so it may try more often than a single mail address.
const linkPerMail: Limit = { name: 'sign-in-link-mail', hits: 5, minutes: 15 };
const linkPerAddress: Limit = { name: 'sign-in-link-address', hits: 60, minutes: 15 };
const renewalPerLink: Limit = { name: 'sign-in-renewal', hits: 3, minutes: 60 };
// The third limit stops many machines guessing at one account. The mail link still works, so nobody is locked out.
const passwordPerPair: Limit = { name: 'password-pair', hits: 10, minutes: 15 };
const passwordPerAddress: Limit = { name: 'password-address', hits: 100, minutes: 15 };
const passwordPerMail: Limit = { name: 'password-mail', hits: 100, minutes: 60 };

/** Longer than writing a mail takes, so that the time of the answer says nothing about an address. */
const SAME_TIME_MS = 150;

const fullName = personNameOf('person');

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly limits: RateLimit,
    private readonly sessions: Sessions,
    private readonly mailer: SignInMailer,
  ) {}

  /** Answers alike, and as late, whether there is an account or not. */
  async requestLink(caller: Caller, mail: string, target: string | null): Promise<void> {
    await this.limits.demand(linkPerAddress, caller.address);
    await this.limits.demand(linkPerMail, mail.toLowerCase());
    await Promise.all([this.sendLinkTo(caller, mail, target), pause(SAME_TIME_MS)]);
  }

  private async sendLinkTo(caller: Caller, mail: string, target: string | null): Promise<void> {
    const account = await this.database.one<{ id: string }>(sql`
      select id from account where lower(mail) = lower(${mail}) and disabled_at is null`);
    if (!account) return;
    await this.database.write(publicViewer(caller.requestId), 'sign-in.link', (tx) =>
      this.mailer.sendLink(tx, account.id, target),
    );
  }

  /** What the page behind a sign-in link shows; undefined: nobody knows this link. */
  async page(token: string): Promise<SignInLinkPage | undefined> {
    const link = await this.links.find(token, SIGN_IN);
    if (!link?.accountId) return undefined;
    const found = await this.database.one<PersonName & { disabled: boolean }>(sql`
      select coalesce(person.salutation, '') as salutation, coalesce(person.title, '') as title,
             coalesce(person.given_name, '') as "givenName", coalesce(person.family_name, account.display_name) as "familyName",
             account.disabled_at is not null as disabled
      from account left join person on person.id = account.person_id where account.id = ${link.accountId}`);
    return found && { link, greeting: greeting(found), disabled: found.disabled };
  }

  /** Uses the link up and opens a session; undefined if it was expired, used or the account is closed. */
  async withLink(caller: Caller, token: string): Promise<OpenedSession | undefined> {
    const known = await this.links.find(token, SIGN_IN);
    if (!known) return undefined;
    const session = await this.database.write(
      linkViewer(caller.requestId, known.personId, ''),
      'sign-in.by-link',
      async (tx) => {
        const link = await this.links.use(tx, token, SIGN_IN);
        if (!link?.accountId) return undefined;
        const account = await oneIn<{ id: string }>(
          tx,
          sql`select id from account where id = ${link.accountId} and disabled_at is null for share`,
        );
        if (!account) return undefined;
        // The name on screen follows the person, who may have been renamed since.
        await rowsIn(
          tx,
          sql`update account set display_name = ${fullName} from person
            where account.id = ${account.id} and person.id = account.person_id and account.display_name <> ${fullName}`,
        );
        return this.sessions.open(account.id, { tx, device: caller.device });
      },
    );
    log.info(
      { requestId: caller.requestId, account: known.accountId, result: session ? 'opened' : 'refused' },
      'sign-in by link',
    );
    return session;
  }

  /** One button on the page of an old link. Answers the address, veiled, or undefined if there is nobody to write to. */
  async renew(caller: Caller, token: string): Promise<string | undefined> {
    const link = await this.links.find(token, SIGN_IN);
    if (!link?.accountId) return undefined;
    await this.limits.demand(renewalPerLink, link.id);
    const accountId = link.accountId;
    return this.database.write(
      linkViewer(caller.requestId, link.personId, ''),
      'sign-in.renew-link',
      async (tx) => {
        const account = await oneIn<{ mail: string }>(
          tx,
          sql`select mail from account where id = ${accountId} and disabled_at is null`,
        );
        if (!account) return undefined;
        await this.mailer.sendLink(tx, accountId);
        return veiled(account.mail);
      },
    );
  }

  /** For staff who set one. A wrong password, a wrong address and an account without one answer alike. */
  async withPassword(caller: Caller, mail: string, password: string): Promise<OpenedSession> {
    const address = mail.toLowerCase();
    await this.limits.demand(passwordPerAddress, caller.address);
    await this.limits.demand(passwordPerPair, `${address} ${caller.address}`);
    await this.limits.demand(passwordPerMail, address);
    const account = await this.database.one<{ id: string; passwordHash: string | null; roles: Role[] }>(sql`
      select account.id, account_password.hash as "passwordHash", account.roles
      from account left join account_password on account_password.id = account.id
      where lower(account.mail) = lower(${mail}) and account.disabled_at is null`);
    const isStaff = account?.roles.some((role) => staffRoles.includes(role)) ?? false;
    const fits = await passwordFits(isStaff ? account?.passwordHash : null, password);
    log.info(
      { requestId: caller.requestId, account: account?.id ?? null, result: fits ? 'opened' : 'refused' },
      'sign-in by password',
    );
    if (!account || !fits) throw problem(accountProblems, 'wrong-credentials');
    return this.sessions.open(account.id, { device: caller.device });
  }
}

interface PersonName {
  salutation: '' | 'Frau' | 'Herr';
  title: string;
  givenName: string;
  familyName: string;
}

/** "b…@ahornhaus.test": enough to know one's own mailbox again. */
function veiled(mail: string): string {
  return mail.replace(/^(.)[^@]*/u, '$1…');
}
