import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { accountProblems, type Role } from '@runder-tisch/domain/accounts';
import type { CreateAccount } from '@runder-tisch/domain/accounts/accounts-requests';
import { fullName } from '@runder-tisch/domain/actors';
import { MailLinks } from '../access/mail-links';
import { Sessions } from '../access/session';
import type { Viewer } from '../access/viewer';
import { Person } from '../actors/person.entity';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { waitFor } from '../database/locks';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { onConflict } from '../problem/on-conflict';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { Account } from './account.entity';
import { SIGN_IN, SignInMailer } from './sign-in/sign-in-mailer';

/** Who may enter: an account belongs to one person and holds several roles. Nobody ever sets another's password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly links: MailLinks,
    private readonly mailer: SignInMailer,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** An account for a person that is there; nobody is told. */
  async createFor(
    tx: EntityManager,
    personId: string,
    mail: string,
    roles: readonly Role[],
  ): Promise<string> {
    const person = await tx.findOneBy(Person, { id: personId });
    if (!person)
      throw problem(accountProblems, 'person-unknown', [{ path: 'personId', code: 'person-unknown' }]);
    const id = newId();
    await tx.insert(Account, {
      id,
      personId,
      mail,
      displayName: fullName(person),
      roles: [...roles],
      disabledAt: null,
      version: 1,
      createdAt: this.clock.now(),
    });
    return id;
  }

  /** The person gets a mail with a link that opens the account at once. */
  create(viewer: Viewer, request: CreateAccount): Promise<{ id: string }> {
    return onConflict(
      accountProblems,
      {
        account_mail: ['account-mail-taken', 'mail'],
        account_person_id_key: ['account-person-taken', 'personId'],
      },
      () =>
        this.database.write(viewer, 'account.create', async (tx) => {
          const personId = request.personId ?? (await this.personNamed(tx, request));
          const id = await this.createFor(tx, personId, request.mail, request.roles);
          await this.mailer.sendInvitation(tx, id, viewer.displayName);
          return { id };
        }),
    );
  }

  /** Somebody with this address may be in the contacts already. */
  async personNamed(
    tx: EntityManager,
    {
      salutation,
      givenName,
      familyName,
      mail,
    }: Pick<CreateAccount, 'salutation' | 'givenName' | 'familyName' | 'mail'>,
  ): Promise<string> {
    const known = await oneIn<{ id: string }>(
      tx,
      sql`select id from person where lower(mail) = lower(${mail})`,
    );
    if (known) return known.id;
    if (familyName === '')
      throw problem(accountProblems, 'person-unknown', [{ path: 'familyName', code: 'person-unknown' }]);
    const id = newId();
    await tx.insert(Person, {
      id,
      salutation,
      title: '',
      givenName,
      familyName,
      mail,
      phone: '',
      contactPublic: false,
      consentGivenOn: null,
      consentNote: '',
      validUntil: null,
      note: '',
      version: 1,
      createdAt: this.clock.now(),
    });
    await this.search.refresh(tx, 'person', [id]);
    return id;
  }

  /** Acts on the next request, because roles are read with every request; whoever loses one signs in anew. */
  changeRoles(viewer: Viewer, id: string, version: number, roles: readonly Role[]): Promise<void> {
    return this.database.write(viewer, 'account.roles', async (tx) => {
      const before = await tx.findOneBy(Account, { id });
      await updateVersioned(tx, Account, id, version, { roles: [...roles] });
      await this.assertAdministrator(tx);
      const withdrawn = before?.roles.some((role) => !roles.includes(role)) ?? false;
      if (withdrawn && id !== viewer.accountId) await this.sessions.closeAllOf(id, { tx });
    });
  }

  /** Ends every session at once and makes unused links worthless. */
  disable(viewer: Viewer, id: string, version: number): Promise<void> {
    if (id === viewer.accountId) throw problem(accountProblems, 'own-account');
    return this.database.write(viewer, 'account.disable', async (tx) => {
      await updateVersioned(tx, Account, id, version, { disabledAt: this.clock.now() });
      await this.assertAdministrator(tx);
      await this.sessions.closeAllOf(id, { tx });
      await this.links.revoke(tx, SIGN_IN, { accountId: id });
    });
  }

  enable(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'account.enable', (tx) =>
      updateVersioned(tx, Account, id, version, { disabledAt: null }),
    );
  }

  /** The mail of the beginning once more. */
  inviteAgain(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'account.invite-again', async (tx) => {
      await this.assertEnabled(tx, id);
      await this.mailer.sendInvitation(tx, id, viewer.displayName);
    });
  }

  /** Takes the password away, ends every session and sends a link; the person sets a new one. */
  reset(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'account.reset', async (tx) => {
      await this.assertEnabled(tx, id);
      await updateVersioned(tx, Account, id, version, {});
      await rowsIn(tx, sql`delete from account_password where id = ${id}`);
      await this.sessions.closeAllOf(id, { tx });
      await this.links.revoke(tx, SIGN_IN, { accountId: id });
      await this.mailer.sendLink(tx, id);
    });
  }

  private async assertEnabled(tx: EntityManager, id: string): Promise<void> {
    const account = await tx.findOneBy(Account, { id });
    if (account?.disabledAt) throw problem(accountProblems, 'account-disabled');
  }

  /** After the change, under a lock: two administrators cannot take the right from each other at once. */
  private async assertAdministrator(tx: EntityManager): Promise<void> {
    await waitFor(tx, 'administrators');
    const left = await oneIn(
      tx,
      sql`select 1 from account where 'admin' = any(roles) and disabled_at is null limit 1`,
    );
    if (!left) throw problem(accountProblems, 'last-administrator');
  }
}
