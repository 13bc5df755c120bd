import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsIn } from '../database/rows';
import { CHUNK, ImportCheck } from './import-check';
import type { ImportRun } from './import-run';
import type { ImportTarget } from './import-target';
import { entryKey, type FileRow } from './import-values';

interface Before {
  id: string;
  line: number;
  part: string;
  recordHash: string;
  decision: string;
  objectId: string | null;
  sameEntryId: string | null;
  decided: boolean;
}

/**
 * Checks a whole list. What somebody decided before stays where the row still says the same and what was chosen is
 * still a choice.
 */
export async function checkList(
  tx: EntityManager,
  run: ImportRun,
  target: ImportTarget,
  progress: (done: number) => Promise<void>,
): Promise<void> {
  // A connection keeps plans from when the tables were empty: for each 500 lines they would read all there is.
  await rowsIn(tx, sql`set local plan_cache_mode = force_custom_plan`);
  const before = await rowsIn<Before>(
    tx,
    sql`select id, line, part, record_hash as "recordHash", decision, object_id as "objectId", same_entry_id as "sameEntryId", decided
        from import_entry where run_id = ${run.id}`,
  );
  await rowsIn(tx, sql`delete from import_entry where run_id = ${run.id}`);
  await rowsIn(tx, sql`delete from import_problem where run_id = ${run.id}`);
  const lookups = await target.lookups((statement) => rowsIn(tx, statement));
  const ids = new Map(before.map((it) => [entryKey(it.line, it.part), it.id]));
  const check = new ImportCheck(tx, run, target, lookups, ids);
  await check.begin();
  for (let after = 0; ;) {
    const rows = await rowsIn<FileRow>(
      tx,
      sql`select line, cells, formulas from import_row where run_id = ${run.id} and line > ${after} order by line limit ${CHUNK}`,
    );
    if (rows.length === 0) break;
    after = rows.at(-1)?.line ?? 0;
    await check.chunk(rows);
    await progress(rows.length);
  }
  await decideAgain(
    tx,
    run.id,
    before.filter((it) => it.decided),
  );
}

async function decideAgain(tx: EntityManager, runId: string, before: readonly Before[]): Promise<void> {
  if (before.length === 0) return;
  await rowsIn(
    tx,
    sql`update import_entry it set decision = was.decision, object_id = was."objectId", same_entry_id = was."sameEntryId", decided = true
        from jsonb_to_recordset(${JSON.stringify(before)}::jsonb)
          as was(id uuid, "recordHash" text, decision text, "objectId" uuid, "sameEntryId" uuid)
        where it.id = was.id and it.run_id = ${runId} and it.record_hash = was."recordHash"
          and not (it.decision = 'SAME' and it.candidates = '[]')
          and (coalesce(was."objectId", was."sameEntryId") is null
            or it.candidates @> jsonb_build_array(jsonb_build_object('id', coalesce(was."objectId", was."sameEntryId"))))`,
  );
}
