import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { findingProblems, type NeedStatementView } from '@runder-tisch/domain/findings';
import type { CreateNeedStatement, SaveNeedStatement } from '@runder-tisch/domain/findings/need-requests';
import { wholeList, type Page } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { reference } from '../../database/reference';
import { rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { NeedStatement } from '../findings.entity';

/** Bestand, Bedarf and Lücke by Handlungsfeld and Planungsraum: at most one of each place. */
@Injectable()
export class NeedStatementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The whole county first, then its Planungsräume. */
  async of(fieldId: string): Promise<Page<NeedStatementView>> {
    return wholeList(
      await this.database.rows<NeedStatementView>(sql`
        select it.id, it.version, ${reference('planning_area')} as "planningArea", it.stock, it.need, it.gap, it.source, it.as_of::text as "asOf"
        from need_statement it left join planning_area on planning_area.id = it.planning_area_id
        where it.field_id = ${fieldId} order by planning_area.name collate "de-x-icu" nulls first, it.id`),
    );
  }

  create(viewer: Viewer, request: CreateNeedStatement): Promise<{ id: string }> {
    assertSays(request);
    return placed(() =>
      this.database.write(viewer, 'need-statement.create', async (tx) => {
        const id = newId();
        await tx.insert(NeedStatement, { ...request, id, version: 1, createdAt: this.clock.now() });
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveNeedStatement): Promise<void> {
    assertSays(request);
    return placed(() =>
      this.database.write(viewer, 'need-statement.change', (tx) =>
        updateVersioned(tx, NeedStatement, id, version, request),
      ),
    );
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'need-statement.remove', async (tx) => {
      const removed = await rowsIn(tx, sql`delete from need_statement where id = ${id} returning id`);
      if (removed.length === 0) throw problem(generalProblems, 'not-found');
    });
  }
}

function assertSays({ stock, need, gap }: SaveNeedStatement): void {
  if (`${stock}${need}${gap}`.trim() === '') throw problem(findingProblems, 'need-statement-empty', 'need');
}

function placed<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    findingProblems,
    { need_statement_place: ['need-statement-taken', 'planningAreaId'] },
    work,
  );
}
