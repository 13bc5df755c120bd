import sql, { type Sql } from 'sql-template-tag';
import type { CycleCounter } from '@runder-tisch/domain/cycles';

/** The first and the last instant of a cycle (alias `cycle`). */
const begins = sql`(cycle.begins_on::timestamp at time zone 'Europe/Berlin')`;
const ends = sql`((cycle.ends_on + 1)::timestamp at time zone 'Europe/Berlin')`;

/** What each counter looks at: rows `id, title, path, detail, reached` for the cycle of the alias `cycle`. */
export const countedRows: Readonly<Record<CycleCounter, Sql>> = {
  STEPS: sql`
    select it.id, it.number || ' ' || it.title as title, '/planung/schritte/' || it.id as path, it.state as detail, it.state = 'DONE' as reached
    from cycle_step it join cycle_phase phase on phase.cycle_id = it.cycle_id and phase.key = it.phase_key
    where it.cycle_id = cycle.id and phase.position = 0 and it.state <> 'DROPPED'`,
  CATALOGUE: sql`
    select it.id, it.code || ' ' || known.name as title, '/daten/indikatoren/' || it.id as path, known.state as detail, known.state = 'PUBLISHED' as reached
    from indicator it join indicator_version known on known.id = it.current_version_id where it.active`,
  NETWORKS: sql`
    select it.id, it.name as title, '/netzwerke/' || it.id as path, it.state as detail, it.state in ('ACTIVE', 'CONSOLIDATED') as reached
    from network it where it.state <> 'DISSOLVED'`,
  FORMATS: sql`
    select it.id, it.title, '/beteiligung/formate/' || it.id as path, it.state as detail, it.state in ('EVALUATED', 'FED_BACK') as reached
    from participation_format it where it.state <> 'CANCELLED' and it.created_at >= ${begins} and it.created_at < ${ends}`,
  RECOMMENDATIONS: sql`
    select it.id, it.number || ' ' || it.wording as title, '/planung/empfehlungen/' || it.id as path, it.state as detail, it.state in ('ACCEPTED', 'CHANGED') as reached
    from recommendation it where it.state <> 'WITHDRAWN'
      and it.year between extract(year from cycle.begins_on)::int and extract(year from cycle.ends_on)::int`,
};

/** All counters of a cycle (alias `cycle`) as one value: what a closed one said when it was closed, otherwise counted now. */
export const countersOf: Sql = sql`coalesce(cycle.counted, json_build_object(
  'STEPS', (${counted('STEPS')}), 'CATALOGUE', (${counted('CATALOGUE')}), 'NETWORKS', (${counted('NETWORKS')}),
  'FORMATS', (${counted('FORMATS')}), 'RECOMMENDATIONS', (${counted('RECOMMENDATIONS')}))::jsonb)`;

function counted(counter: CycleCounter): Sql {
  return sql`select json_build_object('reached', count(*) filter (where looked.reached), 'total', count(*)) from (${countedRows[counter]}) looked`;
}
