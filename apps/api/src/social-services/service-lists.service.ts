import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import {
  type ServiceCategoryView,
  serviceProblems,
  type TargetGroupView,
} from '@runder-tisch/domain/social-services';
import type { SaveServiceCategory } from '@runder-tisch/domain/social-services/social-services-requests';
import { Database } from '../database/database';
import { KeptList } from '../kept-lists/kept-list';
import { onConflict } from '../problem/on-conflict';
import { ServiceCategory, TargetGroup } from './service-lists.entity';

@Injectable()
export class ServiceCategories extends KeptList<ServiceCategoryView, ServiceCategory, SaveServiceCategory> {
  constructor(database: Database) {
    super(database, { table: 'service_category', entity: ServiceCategory, useCase: 'service-category' });
  }

  /** An old version counts, because it stays readable. */
  protected columns(): Sql {
    return sql`it.description, it.protective, (select count(distinct service_version.service_id)::int
      from service_version where service_version.category_id = it.id) as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(serviceProblems, { service_category_name_key: ['category-name-taken', 'name'] }, work);
  }
}

@Injectable()
export class TargetGroups extends KeptList<TargetGroupView, TargetGroup, SaveListEntry> {
  constructor(database: Database) {
    super(database, { table: 'target_group', entity: TargetGroup, useCase: 'target-group' });
  }

  protected columns(): Sql {
    return sql`it.description, (select count(distinct service_version.service_id)::int from service_version_target_group
      join service_version on service_version.id = service_version_target_group.version_id
      where service_version_target_group.target_group_id = it.id) as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(serviceProblems, { target_group_name_key: ['target-group-name-taken', 'name'] }, work);
  }
}
