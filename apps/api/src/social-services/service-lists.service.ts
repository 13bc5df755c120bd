import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { ServiceCategoryView, TargetGroupView } from '@runder-tisch/domain/social-services';
import type {
  SaveServiceCategory,
  SaveTargetGroup,
} from '@runder-tisch/domain/social-services/social-services-requests';
import { Database } from '../database/database';
import { KeptServiceList } from './kept-list';
import { ServiceCategory, TargetGroup } from './service-lists.entity';

@Injectable()
export class ServiceCategories extends KeptServiceList<
  ServiceCategoryView,
  ServiceCategory,
  SaveServiceCategory
> {
  constructor(database: Database) {
    super(database, {
      table: 'service_category',
      entity: ServiceCategory,
      useCase: 'service-category',
      taken: 'category-name-taken',
      columns: sql`it.protective,`,
      used: sql`(select count(distinct service_version.service_id)::int from service_version where service_version.category_id = it.id)`,
    });
  }
}

@Injectable()
export class TargetGroups extends KeptServiceList<TargetGroupView, TargetGroup, SaveTargetGroup> {
  constructor(database: Database) {
    super(database, {
      table: 'target_group',
      entity: TargetGroup,
      useCase: 'target-group',
      taken: 'target-group-name-taken',
      columns: empty,
      used: sql`(select count(distinct service_version.service_id)::int from service_version_target_group
        join service_version on service_version.id = service_version_target_group.version_id
        where service_version_target_group.target_group_id = it.id)`,
    });
  }
}
