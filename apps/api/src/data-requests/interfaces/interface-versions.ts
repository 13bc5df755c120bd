import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { countsFrom, dataRequestProblems, type InterfaceRhythm } from '@runder-tisch/domain/data-requests';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';

interface Agreed {
  id: string;
  validFrom: string | null;
  /** All that one version says, to tell whether it is another. */
  words: string;
  versions: {
    id: string;
    validFrom: string | null;
    countsFrom: string | null;
    rhythm: InterfaceRhythm;
    words: string;
  }[];
}

const words = (of: string): Sql =>
  raw(
    `json_build_array(${of}.rhythm, ${of}.days_to_deliver, ${of}.form, ${of}.basis, ${of}.data_class)::text`,
  );

/**
 * Writes what these agreements say now into their versions: a later day with other words is a new version, another day
 * with the same words moves the newest one, and other words on the same day correct it.
 */
export async function keepVersions(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const agreements = await rowsIn<Agreed>(
    tx,
    sql`select it.id, it.valid_from::text as "validFrom", ${words('it')} as words,
          coalesce((select json_agg(json_build_object('id', version.id, 'validFrom', version.valid_from,
              'countsFrom', version.counts_from, 'rhythm', version.rhythm, 'words', ${words('version')})
              order by version.valid_from desc nulls last)
            from interface_version version where version.agreement_id = it.id), '[]') as versions
        from interface_agreement it where it.id = any(${[...ids]}::uuid[]) order by it.id`,
  );
  for (const it of agreements) await keepVersion(tx, it);
}

async function keepVersion(
  tx: EntityManager,
  { id, validFrom, words: said, versions }: Agreed,
): Promise<void> {
  const [newest, before] = versions;
  const same = newest?.validFrom === validFrom;
  if (newest && same && newest.words === said) return;
  const moved = newest !== undefined && newest.words === said;
  const earlier = same || moved ? before : newest;
  if (earlier && (validFrom === null || (earlier.validFrom !== null && validFrom <= earlier.validFrom)))
    throw problem(dataRequestProblems, 'interface-valid-from-before', 'validFrom');
  const begins = countsFrom(earlier ?? null, validFrom);
  if (newest && (same || moved)) {
    await rowsIn(
      tx,
      sql`update interface_version version set (valid_from, counts_from, rhythm, days_to_deliver, form, basis, data_class) =
            (${validFrom}::date, ${begins}::date, it.rhythm, it.days_to_deliver, it.form, it.basis, it.data_class)
          from interface_agreement it where it.id = version.agreement_id and version.id = ${newest.id}`,
    );
    return;
  }
  await rowsIn(
    tx,
    sql`insert into interface_version (id, agreement_id, valid_from, counts_from, rhythm, days_to_deliver, form, basis, data_class)
        select ${newId()}, it.id, ${validFrom}::date, ${begins}::date, it.rhythm, it.days_to_deliver, it.form, it.basis, it.data_class
        from interface_agreement it where it.id = ${id}`,
  );
}
