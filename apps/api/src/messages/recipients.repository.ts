import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { greetingTo, type NameParts } from '@runder-tisch/domain/text';
import {
  type MessageTargetView,
  messageProblems,
  type RecipientCandidate,
  sortRecipients,
  type SortedRecipient,
  type TargetKind,
} from '@runder-tisch/domain/messages';
import {
  type OrganisationType,
  organisationTypeLabels,
  organisationTypes,
} from '@runder-tisch/domain/actors';
import type { ChooseRecipients, MessageTarget } from '@runder-tisch/domain/messages/messages-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { visiblePeople } from '../actors/actors-access';
import { Clock } from '../clock';
import { personNameOf } from '../database/person-name';
import { rowsIn } from '../database/rows';
import { changeableFormats } from '../formats/formats-access';
import { changeableMeetings } from '../meetings/meetings-access';
import { isInvited } from '../meetings/meeting-sql';
import { currentSeats } from '../networks/membership-sql';
import { problem } from '../problem/problem';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

type CandidateRow = Omit<RecipientCandidate, 'greeting'> & { addressed: NameParts | null };
type Chosen = Record<TargetKind, string[]>;

/** Who is meant by what was chosen, and why some of them get nothing. */
@Injectable()
export class RecipientsRepository {
  constructor(private readonly clock: Clock) {}

  /** Everybody who was chosen, sorted by name. What this viewer may not write to counts as if it were not there. */
  async resolve(tx: EntityManager, viewer: Viewer, choice: ChooseRecipients): Promise<SortedRecipient[]> {
    const candidates = (
      await rowsIn<CandidateRow>(tx, this.candidates(viewer, chosenOf(choice.targets)))
    ).map(({ addressed, ...row }) => ({
      ...row,
      greeting: greetingTo({ person: addressed, name: row.name, mailbox: row.personId === null }),
    }));
    const mails = [...new Set(candidates.map(({ mail }) => normaliseMail(mail)).filter(Boolean))];
    const [optedOut, bounced] = [await this.optedOut(tx, choice.kind, mails), await this.bounced(tx, mails)];
    return sortRecipients(candidates, { optedOut, bounced, leftOut: choice.leftOut, anyway: choice.anyway });
  }

  /** What was chosen, by its name and in its order; one that is not there or not this viewer's to write to is refused. */
  async targets(
    tx: EntityManager,
    viewer: Viewer,
    targets: readonly MessageTarget[],
  ): Promise<MessageTargetView[]> {
    const chosen = chosenOf(targets);
    const rows = await rowsIn<
      Omit<MessageTargetView, 'kind'> & { kind: Exclude<TargetKind, 'ORGANISATION_TYPE'> }
    >(
      tx,
      sql`select 'NETWORK' as kind, it.id, it.name as title, '/netzwerke/' || it.id as path from network it
            where it.id = any(${chosen.NETWORK}::uuid[]) and ${writableNetworks(viewer)}
          union all select 'FIELD', it.id, it.name, '/planung/handlungsfelder/' || it.id from field_of_action it where it.id = any(${chosen.FIELD}::uuid[])
          union all select 'ORGANISATION', it.id, it.name, '/akteure/organisationen/' || it.id from organisation it where it.id = any(${chosen.ORGANISATION}::uuid[])
          union all select 'PERSON', it.id, ${personNameOf('it')}, '/akteure/personen/' || it.id from person it
            where it.id = any(${chosen.PERSON}::uuid[]) and ${visiblePeople(viewer)}
          union all select 'MEETING', it.id, it.title, '/termine/' || it.id from meeting it
            where it.id = any(${chosen.MEETING}::uuid[]) and ${changeableMeetings(viewer)}
          union all select 'FORMAT', it.id, it.title, '/beteiligung/formate/' || it.id from participation_format it
            where it.id = any(${chosen.FORMAT}::uuid[]) and ${changeableFormats(viewer)}`,
    );
    const known = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row as MessageTargetView]));
    return distinct(targets).map(({ kind, id }, index) => {
      const found = kind === 'ORGANISATION_TYPE' ? typeTarget(id) : known.get(`${kind} ${id}`);
      if (!found) throw problem(messageProblems, 'message-target-foreign', `targets.${index}.id`);
      return found;
    });
  }

  /** Everybody the groups lead to: one statement. */
  private candidates(viewer: Viewer, chosen: Chosen): Sql {
    const today = berlinDay(this.clock.now());
    const current = sql`(representation.from_day <= ${today}::date and (representation.to_day is null or representation.to_day >= ${today}::date))`;
    return sql`
      with house as (
        select organisation.id, organisation.name, organisation.function_mailbox as mailbox,
               case when organisation.id = any(${chosen.ORGANISATION}::uuid[]) then 'Organisation'
                    when organisation.type = any(${chosen.ORGANISATION_TYPE}::text[]) then 'Art der Organisation' else 'Handlungsfeld' end as origin
        from organisation
        where organisation.id = any(${chosen.ORGANISATION}::uuid[]) or (organisation.active and (
          organisation.type = any(${chosen.ORGANISATION_TYPE}::text[]) or exists (
            select 1 from organisation_field where organisation_field.organisation_id = organisation.id
              and organisation_field.field_id = any(${chosen.FIELD}::uuid[]))))
      ), chosen as (
        select membership.person_id, membership.organisation_id, null::text as mail, null::text as name, 'Netzwerk ' || it.name as origin, membership.person_id is null as vacant
        from network it join membership on membership.network_id = it.id and ${currentSeats(today)}
        where it.id = any(${chosen.NETWORK}::uuid[]) and ${writableNetworks(viewer)}
        union all
        select null, house.id, null, null, house.origin, false from house where house.mailbox <> ''
        union all
        -- A house without a mailbox is reached by those who speak for it.
        select representation.person_id, house.id, null, null, house.origin, false
        from house left join representation on representation.organisation_id = house.id and ${current} where house.mailbox = ''
        union all
        select it.id, (select representation.organisation_id from representation where representation.person_id = it.id and ${current}
                       order by representation.from_day, representation.id limit 1), null, null, 'Einzelne Person', false
        from person it where it.id = any(${chosen.PERSON}::uuid[]) and ${visiblePeople(viewer)}
        union all
        select invitation.person_id, coalesce(invitation.on_behalf_of_id, invitation.organisation_id), invitation.mail, invitation.name, it.title, false
        from meeting it join invitation on invitation.meeting_id = it.id and ${isInvited}
        where it.id = any(${chosen.MEETING}::uuid[]) and ${changeableMeetings(viewer)}
        union all
        select invitation.person_id, coalesce(invitation.on_behalf_of_id, invitation.organisation_id), invitation.mail, invitation.name, it.title, false
        from participation_format it join meeting on meeting.format_id = it.id join invitation on invitation.meeting_id = meeting.id and ${isInvited}
        where it.id = any(${chosen.FORMAT}::uuid[]) and ${changeableFormats(viewer)}
      )
      select person.id as "personId", case when person.id is null then organisation.id end as "organisationId",
             coalesce(organisation.name, '') as "speaksFor",
             coalesce(case when person.id is null then nullif(chosen.name, '') end, nullif(${personNameOf('person')}, ''), organisation.name, '') as name,
             coalesce(nullif(person.mail, ''), nullif(chosen.mail, ''), case when person.id is null then organisation.function_mailbox end, '') as mail,
             case when person.id is not null then json_build_object('salutation', person.salutation, 'title', person.title,
               'givenName', person.given_name, 'familyName', person.family_name) end as addressed,
             chosen.origin, chosen.vacant
      from chosen left join person on person.id = chosen.person_id left join organisation on organisation.id = chosen.organisation_id`;
  }

  private async optedOut(tx: EntityManager, kind: string, mails: readonly string[]): Promise<Set<string>> {
    const rows = await rowsIn<{ mail: string }>(
      tx,
      sql`select mail from mail_opt_out where kind = ${kind} and mail = any(${mails}::text[])`,
    );
    return new Set(rows.map(({ mail }) => mail));
  }

  /** Addresses whose last mail came to nothing, with what the mail server said. */
  private async bounced(tx: EntityManager, mails: readonly string[]): Promise<Map<string, string>> {
    const rows = await rowsIn<{ mail: string; reason: string }>(
      tx,
      sql`select asked.mail, last.last_error as reason from unnest(${mails}::text[]) as asked (mail)
          cross join lateral (
            select mail.state, mail.last_error, mail.bounced_at from outbox_message mail
            where lower(mail.to_address) = asked.mail and mail.state in ('SENT', 'REFUSED') order by mail.position desc limit 1) last
          where last.state = 'REFUSED' or last.bounced_at is not null`,
    );
    return new Map(rows.map(({ mail, reason }) => [mail, reason]));
  }
}

/** Over the alias `it`: a planner writes to every network, a coordinator to their own. */
function writableNetworks(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  return sql`it.id = any(${viewer.coordinatedNetworkIds}::uuid[])`;
}

/** By kind; what cannot be an id is left out here and refused by name. */
function chosenOf(targets: readonly MessageTarget[]): Chosen {
  const of = (wanted: TargetKind): string[] =>
    targets.filter(({ kind, id }) => kind === wanted && UUID.test(id)).map(({ id }) => id);
  return {
    NETWORK: of('NETWORK'),
    FIELD: of('FIELD'),
    ORGANISATION: of('ORGANISATION'),
    PERSON: of('PERSON'),
    MEETING: of('MEETING'),
    FORMAT: of('FORMAT'),
    ORGANISATION_TYPE: targets
      .filter(({ kind, id }) => kind === 'ORGANISATION_TYPE' && typeTarget(id))
      .map(({ id }) => id),
  };
}

function typeTarget(id: string): MessageTargetView | null {
  if (!(organisationTypes as readonly string[]).includes(id)) return null;
  const title = organisationTypeLabels[id as OrganisationType];
  return { kind: 'ORGANISATION_TYPE', id, title, path: null };
}

/** Each once, the first place counts. */
export function distinct(targets: readonly MessageTarget[]): MessageTarget[] {
  return [...new Map(targets.map((target) => [`${target.kind} ${target.id}`, target])).values()];
}
