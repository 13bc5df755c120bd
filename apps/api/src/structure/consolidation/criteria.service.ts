import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { type CriterionView, fits, structureProblems } from '@runder-tisch/domain/structure';
import type { SaveCriterion } from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { usesOf } from '../../database/usage';
import { KeptList } from '../../kept-lists/kept-list';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { ConsolidationCriterion } from './consolidation.entity';

/** By what planners tell whether networks, formats and the planning itself last. */
@Injectable()
export class CriteriaService extends KeptList<CriterionView, ConsolidationCriterion, SaveCriterion> {
  constructor(database: Database) {
    super(database, {
      table: 'consolidation_criterion',
      entity: ConsolidationCriterion,
      useCase: 'consolidation-criterion',
    });
  }

  override async add(viewer: Viewer, request: SaveCriterion): Promise<{ id: string }> {
    assertFits(request);
    return super.add(viewer, request);
  }

  override async change(viewer: Viewer, id: string, version: number, request: SaveCriterion): Promise<void> {
    assertFits(request);
    return super.change(viewer, id, version, request);
  }

  protected async columns(): Promise<Sql> {
    return sql`it.subject, it.question, it.measure, it.least, it.share, it.months, ${await usesOf(this.database, 'consolidation_criterion')} as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      structureProblems,
      { consolidation_criterion_name: ['criterion-name-taken', 'name'] },
      work,
    );
  }
}

function assertFits(request: SaveCriterion): void {
  if (!fits(request.subject, request)) throw problem(structureProblems, 'criterion-thresholds', 'measure');
}
