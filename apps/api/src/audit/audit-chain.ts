import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';

interface AuditRow {
  id: string;
  canonical: string;
}

interface SealedRow extends AuditRow {
  position: string;
  hash: string;
}

export interface ChainState {
  /** Events under seal. */
  sealed: number;
  /** Committed events not sealed yet. */
  waiting: number;
  /** Position of the first event that does not fit its seal; null: the chain is whole. */
  brokenAt: number | null;
  /** Hash of the newest seal: kept outside, it proves that no tail was cut off. */
  head: string;
}

const SEAL_LOCK = 7_042_027;
const BATCH = 1000;
/** Ids are given before the commit, so a late writer's event may lie this far behind the newest seal. */
const LATE_EVENTS = 50_000;
const GENESIS = '0'.repeat(64);

/** The text that is hashed, made by the database from what it stored, so that it can be made again. */
const canonical = sql`concat_ws('|', event.id, extract(epoch from event.at)::text, event.actor, event.use_case, event.request_id,
  event.table_name, event.object_id, event.operation, event.changes::text)`;

function chained(previous: string, text: string): string {
  return createHash('sha256').update(previous).update('\n').update(text).digest('hex');
}

/** Chains committed events behind the writers' backs; they never wait for it. */
@Injectable()
export class AuditChain {
  constructor(private readonly database: Database) {}

  /** Seals what was committed since the last call; answers how many events. */
  seal(): Promise<number> {
    return this.database.write(systemViewer, 'audit.seal', async (tx) => {
      await rowsIn(tx, sql`select pg_advisory_xact_lock(${SEAL_LOCK})`);
      const [last] = await rowsIn<{ position: string; hash: string }>(
        tx,
        sql`select position, hash from audit_seal order by position desc limit 1`,
      );
      const events = await rowsIn<AuditRow>(
        tx,
        sql`select event.id, ${canonical} as canonical from audit_event event
            where event.id > coalesce((select max(event_id) from audit_seal), 0) - ${LATE_EVENTS}
              and not exists (select 1 from audit_seal where audit_seal.event_id = event.id)
            order by event.id limit ${BATCH}`,
      );
      let position = Number(last?.position ?? 0);
      let hash = last?.hash ?? GENESIS;
      const seals = events.map((event) => {
        position += 1;
        hash = chained(hash, event.canonical);
        return { position, event_id: Number(event.id), hash };
      });
      if (seals.length) {
        await rowsIn(
          tx,
          sql`insert into audit_seal (position, event_id, hash)
              select position, event_id, hash from json_to_recordset(${JSON.stringify(seals)}::json) as seal(position bigint, event_id bigint, hash text)`,
        );
      }
      return seals.length;
    });
  }

  /** Reads the whole chain again. A changed, removed, inserted or reordered event breaks it. */
  async verify(anchor?: { position: number; hash: string }): Promise<ChainState> {
    let previous = GENESIS;
    let position = 0;
    let brokenAt: number | null = null;
    for (;;) {
      const rows = await this.database.rows<SealedRow>(sql`
        select audit_seal.position, audit_seal.hash, event.id, ${canonical} as canonical
        from audit_seal left join audit_event event on event.id = audit_seal.event_id
        where audit_seal.position > ${position} order by audit_seal.position limit ${BATCH}`);
      for (const row of rows) {
        position += 1;
        if (Number(row.position) !== position || chained(previous, row.canonical) !== row.hash)
          brokenAt ??= position;
        if (anchor?.position === position && anchor.hash !== row.hash) brokenAt ??= position;
        previous = row.hash;
      }
      if (rows.length < BATCH) break;
    }
    if (anchor && position < anchor.position) brokenAt ??= position + 1;
    const waiting = await this.database.one<{ count: number }>(sql`
      select count(*)::int as count from audit_event event where not exists (select 1 from audit_seal where audit_seal.event_id = event.id)`);
    return { sealed: position, waiting: waiting?.count ?? 0, brokenAt, head: previous };
  }
}
