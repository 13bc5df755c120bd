import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Scope, ScopeView } from '@runder-tisch/domain/indicators';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { currentScope } from './indicator-sql';

/** Scope a or b of the Sozialplanung. A switch and never a deletion: with b other indicators become optional. */
@Injectable()
export class ScopeDecisions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(): Promise<ScopeView> {
    const found = await this.database.found<ScopeView>(sql`
      select ${currentScope} as scope,
             (select count(*)::int from indicator where not infrastructure and active) as "notInfrastructure",
             coalesce((select json_agg(json_build_object('scope', scope, 'decidedOn', decided_on, 'body', body, 'reason', reason,
               'changedBy', changed_by, 'createdAt', created_at) order by created_at desc, id desc)
               from scope_decision), '[]') as decisions`);
    // JSON of the database has its own way to write instants.
    const decisions = found.decisions.map((it) => ({
      ...it,
      createdAt: new Date(it.createdAt).toISOString(),
    }));
    return { ...found, decisions };
  }

  /** What a body decided about the scope, or that it is open again; part of the decision that is recorded. */
  async record(tx: EntityManager, viewer: Viewer, request: ScopeRecord): Promise<void> {
    const { scope, decidedOn, body, reason } = request;
    await rowsIn(
      tx,
      sql`insert into scope_decision (id, scope, decided_on, body, reason, changed_by, created_at)
          values (${newId()}, ${scope}, ${decidedOn}, ${body}, ${reason}, ${viewer.displayName}, ${this.clock.now()})`,
    );
  }
}

interface ScopeRecord {
  scope: Scope;
  decidedOn: string | null;
  body: string;
  reason: string;
}
