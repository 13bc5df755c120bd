import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { type PlanningAreaView, territoryProblems } from '@runder-tisch/domain/territory';
import type { SavePlanningArea } from '@runder-tisch/domain/territory/territory-requests';
import { Database } from '../database/database';
import { usesOf } from '../database/usage';
import { KeptList } from '../kept-lists/kept-list';
import { onConflict } from '../problem/on-conflict';
import { PlanningArea } from './territory.entity';

/** Parts of the county that planning looks at; municipalities are assigned to them as planners decide. */
@Injectable()
export class PlanningAreasService extends KeptList<PlanningAreaView, PlanningArea, SavePlanningArea> {
  constructor(database: Database) {
    super(database, { table: 'planning_area', entity: PlanningArea, useCase: 'planning-area' });
  }

  protected async columns(): Promise<Sql> {
    return sql`${await usesOf(this.database, 'planning_area')} as used,
      coalesce((select json_agg(json_build_object('id', municipality.id, 'name', municipality.name)
          order by municipality.name collate "de-x-icu")
        from municipality where municipality.planning_area_id = it.id and municipality.active), '[]') as municipalities`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      territoryProblems,
      { planning_area_name_key: ['planning-area-name-taken', 'name'] },
      work,
    );
  }
}
