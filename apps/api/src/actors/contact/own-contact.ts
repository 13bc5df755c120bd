import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { actorProblems, greetingTo } from '@runder-tisch/domain/actors';
import { contactProblems } from '@runder-tisch/domain/actors/contact';
import type { SaveOwnReach } from '@runder-tisch/domain/actors/contact/contact-requests';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { button, documentOf, paragraph, signed } from '@runder-tisch/domain/documents';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDayBounds, berlinDay } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { personNameOf } from '../../database/person-name';
import { oneIn, rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { mailFooterLines } from '../../documents/mail-frame';
import { Outbox } from '../../outbox/outbox';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { Settings } from '../../settings/settings';
import { visiblePeople } from '../actors-access';

export const CONTACT_LINK = 'own-contact';
const LINK_DAYS = 30;
const DAY_MS = 86_400_000;

interface Addressed {
  id: string;
  name: string;
  mail: string;
  phone: string;
  salutation: string;
  title: string;
  givenName: string;
  familyName: string;
}

const addressed = sql`it.id, ${personNameOf('it')} as name, it.mail, it.phone, it.salutation, it.title,
  it.given_name as "givenName", it.family_name as "familyName"`;

/** People correct their own number and address behind the link of a mail; the office sees that they did. */
@Injectable()
export class OwnContact {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** Once a day at most: nobody is to be written to again and again. */
  ask(viewer: Viewer, personId: string): Promise<{ to: string }> {
    return this.database.write(viewer, 'person.ask-contact', async (tx) => {
      const now = this.clock.now();
      const person = await oneIn<Addressed>(
        tx,
        sql`select ${addressed} from person it where it.id = ${personId} and ${visiblePeople(viewer)} for update`,
      );
      if (!person) throw problem(generalProblems, 'not-found');
      if (person.mail === '') throw problem(contactProblems, 'contact-without-mail');
      const asked = await oneIn(
        tx,
        sql`select 1 from mail_link where purpose = ${CONTACT_LINK} and person_id = ${personId} and created_at >= ${berlinDayBounds(berlinDay(now)).from}`,
      );
      if (asked) throw problem(contactProblems, 'contact-link-today');
      const token = await this.links.create(tx, {
        purpose: CONTACT_LINK,
        personId,
        objectKind: 'person',
        objectId: personId,
        expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS),
      });
      const frame = await this.settings.mailFrame(tx, {
        why: 'Sie erhalten diese Mail, weil wir Sie als Ansprechperson führen.',
        sender: viewer.displayName,
      });
      const content = documentOf('Stimmen Ihre Angaben noch?', [
        paragraph(`${greetingTo({ person, name: person.name, mailbox: false })},`),
        paragraph(
          'damit Einladungen und Protokolle Sie erreichen, bitten wir Sie um einen kurzen Blick auf Ihre Mailadresse und Telefonnummer. Ein Konto brauchen Sie dafür nicht.',
        ),
        button('Meine Angaben ansehen', this.links.url(`/meine-angaben/${token}`)),
        paragraph(`Der Link gilt ${LINK_DAYS} Tage und nur für Sie. Bitte geben Sie ihn nicht weiter.`),
        ...signed(viewer.displayName),
      ]);
      await this.outbox.enqueueAll(tx, [
        {
          to: { name: person.name, address: person.mail },
          subject: content.title,
          text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
          html: asMailHtml(content, frame),
          purpose: 'own-contact',
          objectKind: 'person',
          objectId: personId,
          personId,
          accountId: viewer.accountId,
        },
      ]);
      return { to: person.mail };
    });
  }

  async find(personId: string): Promise<Addressed | undefined> {
    return this.database.one<Addressed>(sql`select ${addressed} from person it where it.id = ${personId}`);
  }

  /** The link has been checked; what is changed counts at once, and Heute says so. */
  save(viewer: Viewer, personId: string, { mail, phone }: SaveOwnReach): Promise<void> {
    return onConflict(actorProblems, { person_mail: ['person-mail-taken', 'mail'] }, () =>
      this.database.write(viewer, 'person.change-own-contact', async (tx) => {
        const person = await oneIn<Addressed>(
          tx,
          sql`select ${addressed} from person it where it.id = ${personId} for update`,
        );
        if (!person) throw problem(generalProblems, 'not-found');
        const fields = [
          ...(normaliseMail(mail) === normaliseMail(person.mail) ? [] : ['mail']),
          ...(phone.trim() === person.phone.trim() ? [] : ['phone']),
        ];
        if (fields.length === 0) throw problem(contactProblems, 'contact-nothing-changed');
        await rowsIn(
          tx,
          sql`update person set mail = ${mail}, phone = ${phone.trim()}, version = version + 1 where id = ${personId}`,
        );
        await rowsIn(
          tx,
          sql`insert into contact_change (id, person_id, fields, changed_at) values (${newId()}, ${personId}, ${fields}::text[], ${this.clock.now()})`,
        );
        await this.search.refresh(tx, 'person', [personId]);
      }),
    );
  }

  seen(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'contact-change.seen', async (tx) => {
      const found = await rowsIn(
        tx,
        sql`update contact_change set seen_at = ${this.clock.now()}, seen_by = ${viewer.displayName} where id = ${id} and seen_at is null returning id`,
      );
      if (found.length === 0) throw problem(generalProblems, 'not-found');
    });
  }
}
