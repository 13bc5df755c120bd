import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { SeatView } from '@runder-tisch/domain/networks';
import type { SeatQuery } from '@runder-tisch/domain/networks/networks-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { personNameOf } from '../database/person-name';
import { reference } from '../database/reference';
import { networksWithMembers } from './networks-access';

@Injectable()
export class MembershipsRepository {
  constructor(private readonly database: Database) {}

  /** Where an organisation or a person sits, former seats last. */
  async seats(viewer: Viewer, query: SeatQuery): Promise<Page<SeatView>> {
    const seats = await this.database.rows<SeatView>(sql`
      select membership.id, json_build_object('id', it.id, 'name', it.name) as network,
             ${reference('organisation')} as organisation,
             ${reference('person', personNameOf('person'))} as person,
             ${reference('deputy', personNameOf('deputy'))} as deputy,
             membership.role, membership.from_day::text as "fromDay", membership.to_day::text as "toDay"
      from membership join network it on it.id = membership.network_id
        left join organisation on organisation.id = membership.organisation_id
        left join person on person.id = membership.person_id left join person deputy on deputy.id = membership.deputy_person_id
      where ${networksWithMembers(viewer)}
        ${query.organisationId ? sql`and membership.organisation_id = ${query.organisationId}` : empty}
        ${query.personId ? sql`and ${query.personId}::uuid in (membership.person_id, membership.deputy_person_id)` : empty}
      order by membership.to_day nulls first, it.name collate "de-x-icu", person.family_name collate "de-x-icu", membership.id limit 500`);
    return wholeList(seats);
  }
}
