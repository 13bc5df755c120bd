import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { CoverageDimension } from '@runder-tisch/domain/findings/heard';
import type { WantVoices } from '@runder-tisch/domain/findings/heard/coverage-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';

const tables: Record<CoverageDimension, string> = {
  ORGANISATION: 'organisation',
  NETWORK: 'network',
  MUNICIPALITY: 'municipality',
  PLANNING_AREA: 'planning_area',
  TARGET_GROUP: 'target_group',
};

/** How many Hinweise are wanted from whom. */
@Injectable()
export class CoverageService {
  constructor(private readonly database: Database) {}

  /** The last word counts; two planners who want different numbers see the newer one. */
  want(viewer: Viewer, { dimension, id, wanted }: WantVoices): Promise<void> {
    const table = tables[dimension];
    const column = raw(`${table}_id`);
    return this.database.write(viewer, 'coverage.want', async (tx) => {
      const kept = await rowsIn(
        tx,
        sql`insert into coverage_wish (id, ${column}, wanted)
            select ${newId()}, it.id, ${wanted} from ${raw(table)} it where it.id = ${id}
            on conflict (${column}) do update set wanted = excluded.wanted returning id`,
      );
      if (kept.length === 0) throw problem(generalProblems, 'not-found');
    });
  }
}
