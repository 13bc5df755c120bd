import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { greeting } from '@runder-tisch/domain/actors';
import { accountProblems, type Role, staffRoles } from '@runder-tisch/domain/accounts';
import { cutAddress } from '../../access/cut-address';
import { KnownDevices } from '../../access/known-devices';
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

/** With the stored form of the device's own secret, where it has one. */
export interface DeviceCaller extends Caller {
  knownDevice: string | null;
}

export interface SignInLinkPage {
  link: MailLink;
  /** "Guten Tag, Frau Exempel" */
  greeting: string;
  disabled: boolean;
}

/*
 * What strangers try with somebody's mail address is counted by mail address and neighbourhood, and slows them alone:
 * a device on which the account signed in before is counted for itself, and a link that opens always lies in the
 * mailbox.
 */
const linkPerMail: Limit = { name: 'sign-in-link-mail', hits: 5, minutes: 15 };
const linkPerMailAndDay: Limit = { name: 'sign-in-link-mail-day', hits: 20, minutes: 24 * 60 };
// Whole offices share one neighbourhood, so it may try more often than a single mail address.
const linkPerNeighbourhood: Limit = { name: 'sign-in-link-near', hits: 60, minutes: 15 };
const linkPerDevice: Limit = { name: 'sign-in-link-device', hits: 5, minutes: 15 };
const renewalPerLink: Limit = { name: 'sign-in-renewal', hits: 3, minutes: 60 };
const passwordPerDevice: Limit = { name: 'password-device', hits: 10, minutes: 15 };
const passwordPerPair: Limit = { name: 'password-pair', hits: 10, minutes: 15 };
const passwordPerNeighbourhood: Limit = { name: 'password-near', hits: 100, minutes: 15 };
// Stops many machines guessing at one account.
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
    private readonly devices: KnownDevices,
    private readonly sessions: Sessions,
    private readonly mailer: SignInMailer,
  ) {}

  /**
   * Answers alike, and as late, whether there is an account or not and however often it was asked: beyond the limits
   * no further mail is written as long as one with a link that still opens lies in the mailbox.
   */
  async requestLink(caller: DeviceCaller, mail: string, target: string | null): Promise<void> {
    await Promise.all([this.sendLinkTo(caller, mail, target), pause(SAME_TIME_MS)]);
  }

  private async sendLinkTo(caller: DeviceCaller, mail: string, target: string | null): Promise<void> {
    const account = await this.database.one<{ id: string; known: boolean }>(sql`
      select id, ${this.devices.statement(caller.knownDevice, sql`account.id`)} as known
      from account where lower(mail) = lower(${mail}) and disabled_at is null`);
    const within = await this.limits.withinAll(
      account?.known
        ? [[linkPerDevice, `${account.id} ${caller.knownDevice}`]]
        : [
            [linkPerNeighbourhood, cutAddress(caller.address)],
            [linkPerMail, mail.toLowerCase()],
            [linkPerMailAndDay, mail.toLowerCase()],
          ],
    );
    if (!account) return;
    await this.database.write(publicViewer(caller.requestId), 'sign-in.link', async (tx) => {
      if (!within && (await this.mailer.hasOpenLink(tx, account.id))) return;
      await this.mailer.sendLink(tx, account.id, target);
    });
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
    const within = await this.limits.count(renewalPerLink, link.id);
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
        // Who else has the old link may press as often as they like: the mailbox then holds one that opens.
        if (within || !(await this.mailer.hasOpenLink(tx, accountId)))
          await this.mailer.sendLink(tx, accountId);
        return veiled(account.mail);
      },
    );
  }

  /** For staff who set one. A wrong password, a wrong address and an account without one answer alike. */
  async withPassword(caller: DeviceCaller, mail: string, password: string): Promise<OpenedSession> {
    const account = await this.database.one<{
      id: string;
      passwordHash: string | null;
      roles: Role[];
      known: boolean;
    }>(sql`
      select account.id, account_password.hash as "passwordHash", account.roles,
             ${this.devices.statement(caller.knownDevice, sql`account.id`)} as known
      from account left join account_password on account_password.id = account.id
      where lower(account.mail) = lower(${mail}) and account.disabled_at is null`);
    const address = mail.toLowerCase();
    const neighbourhood = cutAddress(caller.address);
    const within = await this.limits.withinAll(
      account?.known
        ? [[passwordPerDevice, `${account.id} ${caller.knownDevice}`]]
        : [
            [passwordPerNeighbourhood, neighbourhood],
            [passwordPerPair, `${address} ${neighbourhood}`],
            [passwordPerMail, address],
          ],
    );
    if (!within) throw problem(accountProblems, 'too-many-passwords');
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
