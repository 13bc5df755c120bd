import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { foldedName, headingKey } from '@runder-tisch/domain/imports';
import { nextPlanningNumbers } from '../../database/planning-numbers';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import type {
  Existing,
  ImportPart,
  ImportTarget,
  JoinedRow,
  Query,
  ReadEntry,
} from '../../imports/import-target';
import { recommendationsImportFields, recommendationsImportSample } from './recommendations-import-fields';
import { readDecision, readRecommendation } from './recommendations-import-read';

/** So much of a wording is compared with others. */
const COMPARED = 200;

const recommendations: ImportPart = {
  part: 'recommendation',
  label: 'Handlungsempfehlung',
  table: 'recommendation',
  path: '/planung/empfehlungen/:id',
  columns: {
    wording: 'Empfehlung',
    year: 'Jahr',
    field_id: 'Handlungsfeld',
    addressee: 'Adressat',
    earlier_plan: 'Plan',
    state: 'Ergebnis',
  },
  defaults: () => ({}),
  given: (tx, records) => numbered(tx, records),
  read: readRecommendation,
  keys: (entry) => ({ own: keyOf(entry), beside: [] }),
  known: (query) =>
    query(sql`select id, left(wording, ${COMPARED}) as name from recommendation order by year, id`),
  existing,
  isSame: (entry, other) =>
    foldedName(entry.comparable.name) === foldedName(other.comparable.name) &&
    entry.record?.['year'] === other.values['year'],
};

/** Empfehlungen of earlier plans with what became of them. */
export const recommendationsImport: ImportTarget = {
  target: 'recommendations',
  label: 'Empfehlungen früherer Pläne',
  permission: 'finding:change',
  fields: recommendationsImportFields,
  parts: [recommendations],
  oneOf: ['recommendation.wording'],
  constraints: [],
  sample: recommendationsImportSample,
  lookups: async (query) => {
    const rows = await query<{ id: string; name: string }>(sql`select id, name from field_of_action`);
    return { field: new Map(rows.map((row) => [headingKey(row.name), row.id])) };
  },
  join: async (tx, rows, now) => {
    await writeDecisions(tx, rows, now);
    // They go with their recommendation when the list is taken back.
    return [];
  },
};

function keyOf({ comparable, record }: ReadEntry): string {
  return `${record?.['year'] ?? ''}|${foldedName(comparable.name)}`;
}

async function numbered(
  tx: EntityManager,
  records: readonly Readonly<Record<string, string>>[],
): Promise<{ number: string }[]> {
  const years = new Map<number, number>();
  for (const { year } of records) years.set(Number(year), (years.get(Number(year)) ?? 0) + 1);
  const free = new Map<number, string[]>();
  for (const [year, count] of years) free.set(year, await nextPlanningNumbers(tx, 'E', year, count));
  return records.map(({ year }) => ({ number: free.get(Number(year))?.shift() ?? '' }));
}

/** What bodies made of them, where nothing about it is known yet. */
async function writeDecisions(tx: EntityManager, rows: readonly JoinedRow[], now: Date): Promise<void> {
  const decisions = rows.flatMap(({ objects, values }) => {
    const decision = readDecision(values);
    const recommendationId = objects['recommendation'];
    return decision && recommendationId ? [{ ...decision, id: newId(), recommendationId }] : [];
  });
  await rowsIn(
    tx,
    sql`insert into recommendation_decision (id, recommendation_id, committee_id, body_name, decided_on, reference, result, final,
          wording, reason, fingerprint, since)
        select distinct on (it.id) given.id, it.id, committee.id, given.body, given.day, given.reference, given.result,
          given.result <> 'DEFERRED', case given.result when 'ACCEPTED' then it.wording when 'CHANGED' then given.wording else '' end,
          given.reason, it.fingerprint, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) given
            (id uuid, "recommendationId" uuid, body text, day date, reference text, result text, wording text, reason text)
          join recommendation it on it.id = given."recommendationId"
          left join committee on fold(committee.name) = fold(given.body)
        where not exists (select 1 from recommendation_decision there where there.recommendation_id = it.id)
        order by it.id, given.day desc`,
  );
}

interface Row extends Record<string, string | null> {
  id: string;
  wording: string;
  detail: string;
}

async function existing(query: Query, ids: readonly string[]): Promise<Existing[]> {
  const rows = await query<Row>(sql`
    select it.id, it.wording, it.year::text, it.field_id::text, it.addressee, it.earlier_plan, it.state,
           concat_ws(' · ', it.number, nullif(it.earlier_plan, '')) as detail
    from recommendation it where it.id = any(${ids}::uuid[]) order by it.year, it.id`);
  return rows.map((row) => ({
    id: row.id,
    name: row.wording.slice(0, COMPARED),
    detail: row.detail,
    values: row,
    comparable: { name: row.wording.slice(0, COMPARED) },
  }));
}
