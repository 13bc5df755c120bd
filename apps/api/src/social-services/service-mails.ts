import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { greeting, type NameParts } from '@runder-tisch/domain/actors';
import { button, documentOf, paragraph, quote, strong } from '@runder-tisch/domain/documents';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { written } from '../accounts/sign-in/sign-in-mails';
import { Clock } from '../clock';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { Outbox } from '../outbox/outbox';
import { Settings } from '../settings/settings';

/** What the office decided; `change` is that of an entry which was public before. */
export type ServiceDecision =
  { is: 'public' } | { is: 'change' } | { is: 'confirmed' } | { is: 'returned'; reason: string };

type Recipient = NameParts & { name: string; address: string; personId: string };

interface Told {
  subject: string;
  says: string;
  /** The public reads it now. */
  open: boolean;
}

/** Tells those who work on an entry for its organisation what the office decided; nobody is told of an own deed. */
@Injectable()
export class ServiceMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async tell(tx: EntityManager, viewer: Viewer, versionId: string, decision: ServiceDecision): Promise<void> {
    const service = await oneIn<{ id: string; title: string; organisationId: string; organisation: string }>(
      tx,
      sql`select it.id, version.title, organisation.id as "organisationId", organisation.name as organisation
          from service_version version join social_service it on it.id = version.service_id
            join organisation on organisation.id = it.organisation_id where version.id = ${versionId}`,
    );
    const recipients = service ? await this.recipients(tx, viewer, service.organisationId) : [];
    if (!service || recipients.length === 0) return;
    const frame = await this.settings.mailFrame(tx, {
      why: `Sie erhalten diese Mail, weil Sie Angebote für ${service.organisation} eintragen.`,
      sender: viewer.displayName,
    });
    const told = words(decision);
    const blocks = [
      paragraph('Ihr Angebot ', strong(service.title), ` (${service.organisation}) ${told.says}`),
      ...(decision.is === 'returned' ? [quote(decision.reason)] : []),
      told.open
        ? button('Öffentliche Seite ansehen', new URL(`/angebote/${service.id}`, frame.publicUrl).href)
        : button('Angebot öffnen', new URL(`/unsere-angebote/${service.id}`, frame.publicUrl).href),
    ];
    const batchId = newId();
    await this.outbox.enqueueAll(
      tx,
      recipients.map(({ address, personId, ...person }) => ({
        ...written(
          `${told.subject}: ${service.title}`,
          documentOf(told.subject, [paragraph(`${greeting(person)},`), ...blocks]),
          frame,
        ),
        batchId,
        to: { name: person.name, address },
        purpose: decision.is === 'returned' ? 'service-returned' : 'service-confirmed',
        objectKind: 'social-service',
        objectId: service.id,
        orderKey: `social-service:${service.id}`,
        personId,
        accountId: viewer.accountId,
      })),
    );
  }

  private recipients(tx: EntityManager, viewer: Viewer, organisationId: string): Promise<Recipient[]> {
    const today = berlinDay(this.clock.now());
    return rowsIn(
      tx,
      sql`select distinct account.display_name as name, account.mail as address, account.person_id as "personId",
            person.salutation, person.title, person.given_name as "givenName", person.family_name as "familyName"
          from representation join account on account.person_id = representation.person_id
            join person on person.id = account.person_id
          where representation.organisation_id = ${organisationId} and account.disabled_at is null and 'provider' = any(account.roles)
            and account.id is distinct from ${viewer.accountId}::uuid
            and representation.from_day <= ${today}::date
            and (representation.to_day is null or representation.to_day >= ${today}::date)
          order by 2`,
    );
  }
}

function words(decision: ServiceDecision): Told {
  switch (decision.is) {
    case 'public':
      return {
        subject: 'Ihr Angebot ist öffentlich',
        says: 'ist bestätigt und jetzt öffentlich.',
        open: true,
      };
    case 'change':
      return {
        subject: 'Ihre Änderung ist öffentlich',
        says: 'ist geändert: Die neue Fassung ist bestätigt und jetzt öffentlich.',
        open: true,
      };
    case 'confirmed':
      return {
        subject: 'Ihr Angebot ist bestätigt',
        says: 'ist bestätigt. Öffentlich ist es noch nicht.',
        open: false,
      };
    case 'returned':
      return {
        subject: 'Bitte ergänzen Sie Ihr Angebot',
        says: 'können wir so noch nicht bestätigen. Bitte ergänzen oder ändern Sie es und reichen Sie es noch einmal ein:',
        open: false,
      };
  }
}
