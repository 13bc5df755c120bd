import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { fullName } from '@runder-tisch/domain/actors';
import { normaliseMail, readAddresses } from '@runder-tisch/domain/addresses';
import {
  distinctInvitees,
  type InviteeCandidate,
  type ResolvedInvitees,
} from '@runder-tisch/domain/meetings';
import type { ResolveInvitees } from '@runder-tisch/domain/meetings/meetings-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { visiblePeople } from '../../actors/actors-access';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { personNameOf } from '../../database/person-name';
import { currentSeats } from '../../networks/membership-sql';
import { networksWithContacts } from '../../networks/networks-access';
import { changeableMeetings } from '../meetings-access';

/** Turns what was chosen (networks, types, fields, people, addresses) into one list of people with addresses. */
@Injectable()
export class InviteeResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async resolve(viewer: Viewer, choice: ResolveInvitees): Promise<ResolvedInvitees> {
    const [candidates, already] = await Promise.all([
      this.candidates(viewer, choice),
      this.already(viewer, choice.meetingId),
    ]);
    const { addresses, unreadable } = readAddresses(choice.pasted);
    const bare = [
      ...choice.addresses.map((it) => bareCandidate(it.mail, it.name)),
      ...addresses.map((it) => bareCandidate(it.mail, it.name && fullName(it))),
    ];
    const illegible = unreadable.map((text) => bareCandidate(text, text));
    return distinctInvitees([...candidates, ...(await this.known(bare)), ...illegible], already);
  }

  /** Everybody the groups lead to: seats of networks, function mailboxes, single people. One statement. */
  private candidates(viewer: Viewer, choice: ResolveInvitees): Promise<InviteeCandidate[]> {
    const today = berlinDay(this.clock.now());
    return this.database.rows<InviteeCandidate>(sql`
      select person.id as "personId", case when person.id is null and organisation.function_mailbox <> '' then organisation.id end as "organisationId",
             organisation.id as "onBehalfOfId", coalesce(organisation.name, '') as "onBehalfOf",
             coalesce(person.mail, organisation.function_mailbox, '') as mail,
             case when person.id is null then coalesce(organisation.name, '') else ${personNameOf('person')} end as name, it.name as origin
      from network it join membership on membership.network_id = it.id and ${currentSeats(today)}
        left join organisation on organisation.id = membership.organisation_id
        left join person on person.id = coalesce(membership.person_id, membership.deputy_person_id)
      where it.id = any(${choice.networkIds}::uuid[]) and ${networksWithContacts(viewer)}
      union all
      select null, organisation.id, organisation.id, organisation.name, organisation.function_mailbox, organisation.name, 'Organisation'
      from organisation
      where organisation.active and (organisation.id = any(${choice.organisationIds}::uuid[])
        or organisation.type = any(${choice.organisationTypes}::text[])
        or exists (select 1 from organisation_field where organisation_field.organisation_id = organisation.id
                   and organisation_field.field_id = any(${choice.fieldIds}::uuid[])))
      union all
      select person.id, null, speaks.id, coalesce(speaks.name, ''), person.mail, ${personNameOf('person')}, 'Einzelne Person'
      from person left join lateral (
        select organisation.id, organisation.name from representation join organisation on organisation.id = representation.organisation_id
        where representation.person_id = person.id and (representation.to_day is null or representation.to_day >= ${today}::date)
        order by representation.from_day limit 1) speaks on true
      where person.id = any(${choice.personIds}::uuid[])
        and exists (select 1 from person it where it.id = person.id and ${visiblePeople(viewer)})`);
  }

  /** A typed address may belong to somebody we know: then they are greeted by name and counted as themselves. */
  private async known(bare: readonly InviteeCandidate[]): Promise<InviteeCandidate[]> {
    if (bare.length === 0) return [];
    const found = await this.database.rows<InviteeCandidate & { given: string }>(sql`
      select pasted.mail as given, person.id as "personId", null as "organisationId", speaks.id as "onBehalfOfId",
             coalesce(speaks.name, '') as "onBehalfOf", person.mail, ${personNameOf('person')} as name, 'Mailadresse' as origin
      from unnest(${bare.map((it) => normaliseMail(it.mail))}::text[]) as pasted (mail)
        join person on lower(person.mail) = pasted.mail
        left join lateral (select organisation.id, organisation.name from representation
          join organisation on organisation.id = representation.organisation_id
          where representation.person_id = person.id and representation.to_day is null order by representation.from_day limit 1) speaks on true`);
    const byMail = new Map(found.map(({ given, ...candidate }) => [given, candidate]));
    return bare.map((it) => byMail.get(normaliseMail(it.mail)) ?? it);
  }

  private async already(viewer: Viewer, meetingId: string | null): Promise<string[]> {
    if (!meetingId) return [];
    const rows = await this.database.rows<{ mail: string }>(sql`
      select invitation.mail from invitation join meeting it on it.id = invitation.meeting_id
      where it.id = ${meetingId} and invitation.uninvited_at is null and ${changeableMeetings(viewer)}`);
    return rows.map((row) => row.mail);
  }
}

function bareCandidate(mail: string, name: string): InviteeCandidate {
  return {
    personId: null,
    organisationId: null,
    onBehalfOfId: null,
    onBehalfOf: '',
    mail,
    name: name || mail,
    origin: 'Mailadresse',
  };
}
