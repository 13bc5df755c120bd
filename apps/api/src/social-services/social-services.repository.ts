import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import {
  possibleServiceMoves,
  serviceMoves,
  standingOf,
  type ServiceVersionItem,
  type SocialServiceListItem,
  type SocialServiceView,
} from '@runder-tisch/domain/social-services';
import type { SocialServiceQuery } from '@runder-tisch/domain/social-services/social-services-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { byId, byWords, listPage } from '../database/list-page';
import { contains } from '../database/words';
import { hasConfidentialAddress } from './confidential-addresses';
import { contentOf, stateOn } from './service-sql';
import { actsForOffice, innerServices, shownVersion, visibleServices } from './social-services-access';

export interface SocialServiceRow extends SocialServiceListItem {
  description: string;
  street: string;
  postalCode: string;
  city: string;
  phone: string;
  mail: string;
  website: string;
  accessibility: string | null;
  targetGroups: string[];
  waitingDays: number | null;
  waitingOn: string | null;
}

type Stored = Omit<SocialServiceView, 'moves' | 'mayEdit' | 'versions'> & { inner: boolean };

@Injectable()
export class SocialServicesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Each viewer searches and sees the version meant for them. */
  list(viewer: Viewer, query: SocialServiceQuery): Promise<Page<SocialServiceListItem>> {
    return listPage(this.database, query, {
      from: sql`(${this.matching(viewer, query)})`,
      where: [],
      order: [byWords('title'), byId],
      columns: listColumns,
      joins: listNames,
    });
  }

  /** Every row of the filtered list, for the CSV file; secret places are empty because no version holds them. */
  all(viewer: Viewer, query: SocialServiceQuery): Promise<SocialServiceRow[]> {
    return this.database.rows<SocialServiceRow>(sql`
      with page as (${this.matching(viewer, query)})
      select ${listColumns}, version.description, version.street, version.postal_code as "postalCode", version.city, version.phone,
             version.mail, version.website, version.accessibility, version.waiting_days as "waitingDays", version.waiting_on::text as "waitingOn",
             array(select target_group.name from service_version_target_group
               join target_group on target_group.id = service_version_target_group.target_group_id
               where service_version_target_group.version_id = version.id order by target_group.position) as "targetGroups"
      from page it join service_version version on version.id = it.shown_id ${listNames}
      order by it.title collate "de-x-icu", it.id`);
  }

  async find(viewer: Viewer, id: string): Promise<SocialServiceView> {
    const inner = innerServices(viewer);
    const { inner: mine, ...stored } = await this.database.found<Stored>(sql`
      select it.id, it.version, ${inner} as inner, ${stateOn(this.today())} as state,
             case when ${inner} then it.change end as change,
             json_build_object('id', organisation.id, 'name', organisation.name) as organisation,
             ${contentOf(shownVersion(viewer), inner)} as current,
             case when ${inner} and it.change is not null then ${contentOf(sql`it.confirmed_version_id`, inner)} end as confirmed,
             it.confirmed_on::text as "confirmedOn",
             case when ${inner} then it.submitted_at end as "submittedAt",
             case when ${inner} then it.submitted_by else '' end as "submittedBy",
             case when ${inner} then it.return_reason else '' end as "returnReason",
             ${inner} and ${hasConfidentialAddress} as "hasConfidentialAddress"
      from social_service it join organisation on organisation.id = it.organisation_id
      where it.id = ${id} and ${visibleServices(viewer)}`);
    const office = actsForOffice(viewer);
    const acts = mine && (office || hasRole(viewer, 'provider'));
    const standing = standingOf(stored);
    return {
      ...stored,
      moves: acts ? possibleServiceMoves(standing, office) : [],
      mayEdit: acts && serviceMoves.next(standing, 'edit', { office }).refusal === null,
      versions: mine ? await this.versions(id) : [],
    };
  }

  private versions(id: string): Promise<ServiceVersionItem[]> {
    return this.database.rows<ServiceVersionItem>(sql`
      select it.id, it.number, it.title, it.saved_at as "savedAt", it.saved_by as "savedBy",
             exists (select 1 from service_confirmation where service_confirmation.version_id = it.id) as confirmed
      from service_version it where it.service_id = ${id} order by it.number desc limit 50`);
  }

  private matching(viewer: Viewer, query: SocialServiceQuery): Sql {
    const inner = innerServices(viewer);
    const filter = join([visibleServices(viewer), ...filters(viewer, query, this.today())], ' and ');
    return sql`
      select it.id, it.version, it.organisation_id, ${stateOn(this.today())} as state, case when ${inner} then it.change end as change,
             ${inner} and it.return_reason <> '' as returned, it.confirmed_on, case when ${inner} then it.submitted_at end as submitted_at,
             version.id as shown_id, version.title, version.category_id, version.field_id, version.municipality_id, version.secret_place
      from social_service it join service_version version on version.id = ${shownVersion(viewer)}
      where ${filter}`;
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

const listColumns = sql`it.id, it.version, it.title, it.state, it.change, it.returned, it.secret_place as "secretPlace",
  it.confirmed_on::text as "confirmedOn", it.submitted_at as "submittedAt",
  json_build_object('id', organisation.id, 'name', organisation.name) as organisation,
  service_category.name as category, field_of_action.name as field, municipality.name as municipality`;

const listNames = sql`join organisation on organisation.id = it.organisation_id
  left join service_category on service_category.id = it.category_id
  left join field_of_action on field_of_action.id = it.field_id
  left join municipality on municipality.id = it.municipality_id`;

function filters(viewer: Viewer, query: SocialServiceQuery, today: string): Sql[] {
  const conditions: Sql[] = [];
  if (query.own) conditions.push(sql`it.organisation_id = any(${viewer.organisationIds}::uuid[])`);
  if (query.search)
    conditions.push(
      contains(
        sql`version.title || ' ' || (select name from organisation where organisation.id = it.organisation_id)`,
        query.search,
      ),
    );
  if (query.state === 'TO_CONFIRM')
    conditions.push(sql`(it.state = 'SUBMITTED' or it.change = 'SUBMITTED') and ${innerServices(viewer)}`);
  else if (query.state) conditions.push(sql`${stateOn(today)} = ${query.state}`);
  if (query.categoryId) conditions.push(sql`version.category_id = ${query.categoryId}`);
  if (query.fieldId) conditions.push(sql`version.field_id = ${query.fieldId}`);
  if (query.municipalityId) conditions.push(sql`version.municipality_id = ${query.municipalityId}`);
  if (query.organisationId) conditions.push(sql`it.organisation_id = ${query.organisationId}`);
  return conditions;
}
