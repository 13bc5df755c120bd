import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  accountProblems,
  registrationMoves,
  type Role,
  type StoredRegistrationState,
} from '@runder-tisch/domain/accounts';
import type { Register } from '@runder-tisch/domain/accounts/registration-requests';
import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { systemViewer, type Viewer } from '../../access/viewer';
import { OrganisationsService } from '../../actors/organisations/organisations.service';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { Jobs } from '../../jobs/jobs';
import { Outbox } from '../../outbox/outbox';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Settings } from '../../settings/settings';
import { Accounts } from '../accounts';
import { SignInMailer } from '../sign-in/sign-in-mailer';
import type { WrittenMail } from '../sign-in/sign-in-mails';
import { Registration } from './registration.entity';
import { confirmMail, refusedMail } from './registration-mails';

export const REGISTRATION_LINK = 'registration';
const DAY_MS = 86_400_000;
const LINK_DAYS = 3;
/** Nobody confirmed the address: after a week it was a mistake. What was decided is kept half a year for questions. */
const UNCONFIRMED_DAYS = 7;
const DECIDED_DAYS = 183;

/** From "Das sind wir" to an account: the mail address is confirmed first, then the office decides. */
@Injectable()
export class Registrations implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly organisations: OrganisationsService,
    private readonly accounts: Accounts,
    private readonly mailer: SignInMailer,
    private readonly search: Search,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(DAY_MS / 24, 'registration.retention', () => this.deleteOverdue());
  }

  /** Does the same for every mail address, so that nobody learns who has an account here. */
  register(viewer: Viewer, request: Register): Promise<void> {
    return this.database.write(viewer, 'registration.begin', async (tx) => {
      const { registrationOpen } = await this.settings.current(tx);
      if (!registrationOpen) throw problem(accountProblems, 'registration-closed');
      const now = this.clock.now();
      const id = newId();
      const organisationName = await this.nameOf(tx, request);
      await tx.insert(Registration, {
        ...request,
        organisationName,
        id,
        state: 'UNCONFIRMED',
        reason: '',
        personId: null,
        decidedBy: '',
        decidedAt: null,
        confirmedAt: null,
        createdAt: now,
        version: 1,
      });
      const token = await this.links.create(tx, {
        purpose: REGISTRATION_LINK,
        objectKind: 'registration',
        objectId: id,
        expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS),
      });
      const url = this.links.url(`/mitmachen/bestaetigen/${token}`);
      const why = 'Sie erhalten diese Mail, weil jemand sich mit Ihrer Mailadresse angemeldet hat.';
      const frame = await this.settings.mailFrame(tx, { why });
      const facts = { name: nameOf(request), organisation: organisationName, url };
      await this.send(tx, { ...request, id }, 'registration-confirm', confirmMail(facts, frame));
    });
  }

  /** What stands behind the link of the mail; undefined: nobody knows it any more. */
  async behind(token: string): Promise<{ link: MailLink; organisationName: string } | undefined> {
    const link = await this.links.find(token, REGISTRATION_LINK);
    if (!link?.objectId) return undefined;
    const found = await this.database.one<{ organisationName: string }>(
      sql`select organisation_name as "organisationName" from registration where id = ${link.objectId}`,
    );
    return found && { link, ...found };
  }

  /** True for the one press of the button that confirmed the address. */
  confirm(viewer: Viewer, token: string): Promise<boolean> {
    return this.database.write(viewer, 'registration.confirm', async (tx) => {
      const link = await this.links.use(tx, token, REGISTRATION_LINK);
      if (!link?.objectId) return false;
      const confirmed = await rowsIn(
        tx,
        sql`update registration set state = 'PENDING', confirmed_at = ${this.clock.now()}, version = version + 1
            where id = ${link.objectId} and state = 'UNCONFIRMED' returning id`,
      );
      return confirmed.length === 1;
    });
  }

  /** Person, representation and account in one transaction with the welcome mail. */
  approve(viewer: Viewer, id: string, version: number, organisationId: string | null): Promise<void> {
    return onConflict(
      accountProblems,
      { organisation_name: ['registration-name-taken', 'organisationId'] },
      () =>
        this.database.write(viewer, 'registration.approve', async (tx) => {
          const { registration, to } = await this.decided(tx, id, 'approve');
          const forWhom =
            organisationId ?? registration.organisationId ?? (await this.newOrganisation(tx, registration));
          const personId = await this.accounts.personNamed(tx, { ...registration, salutation: '' });
          await rowsIn(
            tx,
            sql`insert into representation (id, person_id, organisation_id, function, from_day)
                values (${newId()}, ${personId}, ${forWhom}, ${registration.function}, ${berlinDay(this.clock.now())}) on conflict do nothing`,
          );
          await this.search.refresh(tx, 'person', [personId]);
          const accountId = await this.providerAccount(tx, personId, registration.mail);
          await updateVersioned(tx, Registration, id, version, {
            state: to,
            organisationId: forWhom,
            personId,
            ...this.decision(viewer),
          });
          const named = await oneIn<{ name: string }>(
            tx,
            sql`select name from organisation where id = ${forWhom}`,
          );
          await this.mailer.sendWelcome(tx, accountId, {
            organisation: named?.name ?? registration.organisationName,
            approvedBy: viewer.displayName,
          });
        }),
    );
  }

  refuse(viewer: Viewer, id: string, version: number, reason: string): Promise<void> {
    return this.database.write(viewer, 'registration.refuse', async (tx) => {
      const { registration, to } = await this.decided(tx, id, 'refuse');
      await updateVersioned(tx, Registration, id, version, {
        state: to,
        reason,
        ...this.decision(viewer),
      });
      const why = 'Sie erhalten diese Mail, weil Sie sich für eine Organisation angemeldet haben.';
      const frame = await this.settings.mailFrame(tx, { why, sender: viewer.displayName });
      const facts = { name: nameOf(registration), organisation: registration.organisationName, reason };
      await this.send(tx, registration, 'registration-refused', refusedMail(facts, frame));
    });
  }

  deleteOverdue(): Promise<number> {
    const ago = (days: number): Date => new Date(this.clock.now().getTime() - days * DAY_MS);
    return this.database.write(systemViewer, 'registration.retention', async (tx) => {
      const gone = await rowsIn(
        tx,
        sql`delete from registration where (state = 'UNCONFIRMED' and created_at < ${ago(UNCONFIRMED_DAYS)})
              or (state in ('APPROVED', 'REFUSED') and decided_at < ${ago(DECIDED_DAYS)}) returning id`,
      );
      return gone.length;
    });
  }

  /** The registration, locked, and where this decision leads it. */
  private async decided(
    tx: EntityManager,
    id: string,
    move: 'approve' | 'refuse',
  ): Promise<{ registration: Registration; to: StoredRegistrationState }> {
    const registration = await tx.findOne(Registration, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!registration) throw problem(generalProblems, 'not-found');
    const { to, refusal } = registrationMoves.next(registration.state, move);
    if (refusal) throw refused(registrationMoves.definition.problems, refusal);
    return { registration, to };
  }

  private decision(viewer: Viewer): Pick<Registration, 'decidedBy' | 'decidedAt'> {
    return { decidedBy: viewer.displayName, decidedAt: this.clock.now() };
  }

  /** The name of an organisation that is chosen comes from its row, never from the form. */
  private async nameOf(tx: EntityManager, request: Register): Promise<string> {
    if (!request.organisationId) return request.organisationName;
    const chosen = await oneIn<{ name: string }>(
      tx,
      sql`select name from organisation where id = ${request.organisationId} and active`,
    );
    if (!chosen) throw problem(generalProblems, 'unknown-reference');
    return chosen.name;
  }

  private newOrganisation(tx: EntityManager, registration: Registration): Promise<string> {
    return this.organisations.insert(
      tx,
      Object.assign(new SaveOrganisation(), {
        name: registration.organisationName,
        city: registration.organisationCity,
      }),
    );
  }

  /** Whoever has an account keeps it and gets the role; a locked one stays locked. */
  private async providerAccount(tx: EntityManager, personId: string, mail: string): Promise<string> {
    const known = await oneIn<{ id: string; roles: Role[]; disabled: boolean }>(
      tx,
      sql`select id, roles, disabled_at is not null as disabled from account
          where person_id = ${personId} or lower(mail) = lower(${mail}) for update`,
    );
    if (!known) return this.accounts.createFor(tx, personId, mail, ['provider']);
    if (known.disabled) throw problem(accountProblems, 'account-disabled');
    if (!known.roles.includes('provider'))
      await rowsIn(
        tx,
        sql`update account set roles = roles || '{provider}'::text[], version = version + 1 where id = ${known.id}`,
      );
    return known.id;
  }

  private async send(
    tx: EntityManager,
    to: Pick<Registration, 'id' | 'givenName' | 'familyName' | 'mail'>,
    purpose: string,
    mail: WrittenMail,
  ): Promise<void> {
    await this.outbox.enqueue(tx, {
      ...mail,
      to: { name: nameOf(to), address: to.mail },
      purpose,
      objectKind: 'registration',
      objectId: to.id,
    });
  }
}

function nameOf({ givenName, familyName }: Pick<Registration, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`.trim();
}
