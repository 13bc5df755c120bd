import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { findPersonalData, redact } from '@runder-tisch/domain/feedback';
import { foldedName, headingKey } from '@runder-tisch/domain/imports';
import { berlinDay, berlinInstantOrNext, isDay } from '@runder-tisch/domain/time';
import { rowsIn } from '../../database/rows';
import type { ImportPart, ImportRecord, ImportTarget, Query, ReadEntry } from '../../imports/import-target';
import { nextNumbers } from '../entry/feedback-numbers';
import { keepImported, knownTexts, textsOf } from '../original-texts';
import { feedbackImportFields, feedbackImportSample } from './feedback-import-fields';
import { readFeedback } from './feedback-import-read';

const hinweise: ImportPart = {
  part: 'feedback',
  label: 'Hinweis',
  table: 'feedback',
  path: '/hinweise/:id',
  columns: { number: 'Nummer' },
  // The words go into the vault, and what else there is could not stand on one that was given without a name.
  beside: ['text', 'day', 'source', 'channel', 'role', 'organisation', 'network', 'municipality'],
  defaults: () => ({ state: 'SUBMITTED', reason: '', forwarded_to: '', answer: '', decided_by: '' }),
  given,
  read: readFeedback,
  keys: (entry) => ({ own: keyOf(entry), beside: [] }),
  known: knownTexts,
  existing: async (query, ids) =>
    (await textsOf(query, ids)).map((row) => ({
      id: row.id,
      name: row.name,
      detail: row.number,
      values: row,
      comparable: { name: row.name },
    })),
  isSame: (entry, other) =>
    foldedName(entry.record?.['text'] ?? '') === other.values['folded'] &&
    (entry.record?.['organisation'] ?? '') === (other.values['organisation'] ?? '') &&
    entry.record?.['day'] === other.values['day'],
};

/** Hinweise of a list, such as the answers of a survey: each is read and checked like any other. */
export const feedbackImport: ImportTarget = {
  target: 'feedback',
  label: 'Hinweise',
  permission: 'feedback:decide',
  fields: feedbackImportFields,
  parts: [hinweise],
  oneOf: ['feedback.text'],
  constraints: [],
  sample: feedbackImportSample,
  lookups: async (query) => ({
    organisation: await byName(query, 'organisation'),
    network: await byName(query, 'network'),
    municipality: await byName(query, 'municipality'),
  }),
  join: async (tx, rows, now) => {
    await keepImported(
      tx,
      now,
      rows.map(({ objects, values }) => ({
        id: objects['feedback'] ?? null,
        text: (values['feedback.text'] ?? '').trim(),
      })),
    );
    // The words go with their Hinweis when the list is taken back.
    return [];
  },
};

function keyOf({ record }: ReadEntry): string {
  return [record?.['organisation'], record?.['day'], foldedName(record?.['text'] ?? '')].join('|');
}

/** A name that two have says nothing. */
async function byName(
  query: Query,
  table: 'organisation' | 'network' | 'municipality',
): Promise<ReadonlyMap<string, string>> {
  const statements = {
    organisation: sql`select id, name from organisation`,
    network: sql`select id, name from network`,
    municipality: sql`select id, name from municipality`,
  };
  const rows = await query<{ id: string; name: string }>(statements[table]);
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, name } of rows) {
    const key = headingKey(name);
    if (found.has(key)) twice.add(key);
    found.set(key, id);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** What each new row says. Its number is the next of the year in which it is taken over. */
async function given(
  tx: EntityManager,
  records: readonly ImportRecord[],
  now: Date,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const numbers = await nextNumbers(tx, now, records.length);
  const areas = await rowsIn<{ id: string; area: string | null }>(
    tx,
    sql`select id, planning_area_id as area from municipality`,
  );
  const areaOf = new Map(areas.map((row) => [row.id, row.area]));
  const today = berlinDay(now);
  return records.map((record, index) => {
    const { day = '', role = '', text = '' } = record;
    const received = isDay(day) && day < today ? berlinInstantOrNext({ date: day, time: '12:00' }) : now;
    const municipality = record['municipality'] || null;
    return {
      number: numbers[index] ?? null,
      source: record['source'],
      channel: record['channel'],
      received_at: received,
      speaker_role: redact(role, findPersonalData(role)),
      organisation_id: record['organisation'] || null,
      network_id: record['network'] || null,
      municipality_id: municipality,
      planning_area_id: municipality === null ? null : (areaOf.get(municipality) ?? null),
      flagged: findPersonalData(text).length > 0,
      rejected_reason: '',
      drafted_by: '',
      released_by: '',
      released_alone: false,
      public_answer: '',
    };
  });
}
