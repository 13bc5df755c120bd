import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { actorProblems } from '@runder-tisch/domain/actors';
import { SaveOrganisation, SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import {
  type MatchedMember,
  type MatchedMembersView,
  type MembersAddedView,
  networkProblems,
} from '@runder-tisch/domain/networks';
import { readMemberLines } from '@runder-tisch/domain/networks/member-lines';
import type { AddMembers, NewMember } from '@runder-tisch/domain/networks/members-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { OrganisationsService } from '../actors/organisations/organisations.service';
import { PeopleService } from '../actors/people/people.service';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { personNameOf } from '../database/person-name';
import { oneIn } from '../database/rows';
import { onConflict } from '../problem/on-conflict';
import { type FieldError, problem, ProblemException } from '../problem/problem';
import { Search } from '../search/search';
import { assertSeat, MembershipsService } from './memberships.service';
import { changeableNetworks } from './networks-access';
import { NetworksRepository } from './networks.repository';

/** Many seats in one transaction, with the organisations and people that are not there yet. */
@Injectable()
export class MembersAtOnce {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworksRepository,
    private readonly memberships: MembershipsService,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** All of them or none: each line that cannot be is named with its reason. */
  add(viewer: Viewer, networkId: string, request: AddMembers): Promise<MembersAddedView> {
    const races = {
      organisation_name: ['organisation-name-taken', 'members'],
      person_mail: ['person-mail-taken', 'members'],
    } as const;
    return onConflict(actorProblems, races, () =>
      this.database.write(viewer, 'membership.add-many', async (tx) => {
        await this.networks.lockChangeable(tx, viewer, networkId);
        const added: MembersAddedView = { members: 0, organisations: 0, people: 0 };
        const errors: FieldError[] = [];
        for (const [index, member] of request.members.entries()) {
          const refusal = await this.seat(tx, networkId, request.fromDay, member, added);
          if (refusal)
            errors.push({
              path: `members.${index}.${refusal.path}`,
              code: refusal.code,
              detail: refusal.says,
            });
        }
        if (errors.length > 0) throw problem(networkProblems, 'members-refused', errors);
        return added;
      }),
    );
  }

  async match(viewer: Viewer, networkId: string, text: string): Promise<MatchedMembersView> {
    await this.database.found(
      sql`select it.id from network it where it.id = ${networkId} and ${changeableNetworks(viewer)}`,
    );
    const { lines, unreadable } = readMemberLines(text);
    const today = berlinDay(this.clock.now());
    const matched = await this.database.rows<MatchedMember>(sql`
      select line.organisation, line.salutation, line.title, line."givenName", line."familyName", line.mail,
             case when house.id is not null then json_build_object('id', house.id, 'name', house.name) end as "knownOrganisation",
             case when human.id is not null then json_build_object('id', human.id, 'name', human.name) end as "knownPerson",
             exists (select 1 from membership where membership.network_id = ${networkId}
               and (membership.to_day is null or membership.to_day >= ${today}::date)
               and case when human.id is not null then membership.person_id = human.id
                   else line."familyName" = '' and membership.organisation_id = house.id end) as seated
      from json_to_recordset(${JSON.stringify(lines.map((line, position) => ({ ...line, position })))}::json)
          as line(position int, organisation text, salutation text, title text, "givenName" text, "familyName" text, mail text)
        left join lateral (
          select organisation.id, organisation.name from organisation
          where line.organisation <> '' and (fold(organisation.name) = fold(line.organisation)
               or organisation.short_name <> '' and fold(organisation.short_name) = fold(line.organisation))
             or line.organisation = '' and line.mail <> '' and organisation.function_mailbox <> ''
               and split_part(lower(organisation.function_mailbox), '@', 2) = split_part(line.mail, '@', 2)
          order by lower(organisation.function_mailbox) = line.mail desc, fold(organisation.name) = fold(line.organisation) desc,
                   organisation.name limit 1) house on true
        left join lateral (
          select person.id, ${personNameOf('person')} as name, count(*) over () as several from person
          where line."familyName" <> '' and case when line.mail <> '' then lower(person.mail) = line.mail
            else fold(person.given_name) = fold(line."givenName") and fold(person.family_name) = fold(line."familyName") end
          limit 1) human on human.several = 1
      order by line.position`);
    return { lines: matched, unreadable };
  }

  /** Gives one seat; what stands against it is answered, so that the next lines are looked at as well. */
  private async seat(
    tx: EntityManager,
    networkId: string,
    fromDay: string,
    member: NewMember,
    added: MembersAddedView,
  ): Promise<(Refusal & { path: string }) | null> {
    const { role } = member;
    const named = { house: member.organisationName.trim(), human: member.familyName.trim() };
    // Whether there is a seat at all is asked before anything is made for it.
    const refusal = refusalOf(() =>
      assertSeat({
        organisationId: member.organisationId ?? (named.house || null),
        personId: member.personId ?? (named.human || null),
        deputyPersonId: null,
        role,
        fromDay,
      }),
    );
    if (refusal) return refusal;
    const organisationId = member.organisationId ?? (await this.organisation(tx, member, added));
    const personId = member.personId ?? (await this.person(tx, member, added));
    if (personId && organisationId && (await this.people.link(tx, personId, organisationId)))
      await this.search.refresh(tx, 'person', [personId]);
    const seated = await oneIn(
      tx,
      sql`select 1 from membership where network_id = ${networkId} and to_day is null
          and organisation_id is not distinct from ${organisationId}::uuid
          and (${personId}::uuid is null or person_id = ${personId}::uuid)`,
    );
    if (seated) {
      const code = personId ? 'membership-exists' : 'organisation-seated';
      return { path: personId ? 'personId' : 'organisationId', code, says: networkProblems[code].says };
    }
    const seat = { networkId, organisationId, personId, deputyPersonId: null, role, fromDay };
    await this.memberships.insert(tx, seat);
    added.members += 1;
    return null;
  }

  private async organisation(
    tx: EntityManager,
    { organisationName, organisationType, familyName, personId, mail }: NewMember,
    added: MembersAddedView,
  ): Promise<string | null> {
    const name = organisationName.trim();
    if (name === '') return null;
    const known = await oneIn<{ id: string }>(
      tx,
      sql`select id from organisation where lower(name) = lower(${name})`,
    );
    if (known) return known.id;
    added.organisations += 1;
    const functionMailbox = familyName === '' && personId === null ? mail : '';
    const facts = { name, type: organisationType, functionMailbox };
    return this.organisations.insert(tx, Object.assign(new SaveOrganisation(), facts));
  }

  private async person(
    tx: EntityManager,
    { salutation, title, givenName, familyName, mail }: NewMember,
    added: MembersAddedView,
  ): Promise<string | null> {
    if (familyName.trim() === '') return null;
    const known =
      mail === ''
        ? undefined
        : await oneIn<{ id: string }>(tx, sql`select id from person where lower(mail) = lower(${mail})`);
    if (known) return known.id;
    added.people += 1;
    const names = { salutation, title, givenName: givenName.trim(), familyName: familyName.trim(), mail };
    return this.people.insert(tx, Object.assign(new SavePerson(), names));
  }
}

interface Refusal {
  code: string;
  says: string;
}

function refusalOf(check: () => void): (Refusal & { path: string }) | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    return { path: error.errors[0]?.path ?? '', code: error.code, says: error.says };
  }
}
