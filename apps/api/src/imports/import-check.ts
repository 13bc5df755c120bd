import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type ImportCandidate,
  type ImportDecision,
  likeness,
  PERHAPS_SAME,
} from '@runder-tisch/domain/imports';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import type { ImportRun } from './import-run';
import type { Existing, ImportPart, ImportTarget, Lookups, Query, ReadEntry } from './import-target';

export const CHUNK = 500;
const CANDIDATES_MOST = 3;

export interface FileRow {
  line: number;
  cells: string[];
  formulas: number[];
}

interface CheckedEntry {
  id: string;
  line: number;
  part: string;
  name: string;
  detail: string;
  record: Record<string, string>;
  recordHash: string;
  decision: ImportDecision;
  objectId: string | null;
  sameEntryId: string | null;
  candidates: ImportCandidate[];
}

interface FoundProblem {
  line: number;
  position: number;
  heading: string;
  value: string;
  says: string;
}

interface Read {
  line: number;
  part: ImportPart;
  entry: ReadEntry & { record: Record<string, string> };
  hash: string;
}

/** Rows of a list as what they would become, chunk by chunk; knows what stood further up. */
export class ImportCheck {
  private readonly firstLines = new Map<string, { id: string; line: number }>();

  constructor(
    private readonly tx: EntityManager,
    private readonly run: ImportRun,
    private readonly target: ImportTarget,
    private readonly lookups: Lookups,
  ) {}

  async chunk(rows: readonly FileRow[]): Promise<void> {
    const problems: FoundProblem[] = [];
    const entries: CheckedEntry[] = [];
    for (const part of this.target.parts) {
      const read = rows.flatMap((row) => this.read(row, part, problems));
      const { first, same } = this.apart(part, read, problems);
      entries.push(...(await this.decided(part, first)), ...same);
    }
    await this.store(entries, problems);
  }

  private read(row: FileRow, part: ImportPart, problems: FoundProblem[]): Read[] {
    const values = valuesOf(this.run, row);
    const report = (field: string, says: string): void => {
      const position = this.run.columns.indexOf(field);
      problems.push({
        line: row.line,
        position,
        heading: this.run.head.headings[position] ?? '',
        value: (values[field] ?? '').slice(0, 200),
        says,
      });
    };
    for (const column of row.formulas) {
      const field = this.run.columns[column];
      if (field && this.target.fields.find((it) => it.key === field)?.part === part.part)
        report(field, 'Hier steht eine Formel ohne eigenen Wert. Sie wird nicht übernommen.');
    }
    const entry = part.read(values, this.lookups);
    if (!entry) return [];
    for (const { field, says } of entry.problems) report(field, says);
    const { record } = entry;
    if (!record) return [];
    return [{ line: row.line, part, entry: { ...entry, record }, hash: hashOf(record) }];
  }

  /** The first line that names something stands for all later ones. */
  private apart(
    part: ImportPart,
    read: readonly Read[],
    problems: FoundProblem[],
  ): { first: (Read & { id: string })[]; same: CheckedEntry[] } {
    const first: (Read & { id: string })[] = [];
    const same: CheckedEntry[] = [];
    for (const it of read) {
      const { own, beside } = part.keys(it.entry);
      const known = this.firstLines.get(`${part.part}|${own}`);
      const id = newId();
      if (!known) {
        for (const key of [own, ...beside]) this.firstLines.set(`${part.part}|${key}`, { id, line: it.line });
        first.push({ ...this.onlyOnce(it, problems), id });
        continue;
      }
      same.push({
        ...plain(it, id),
        detail: `wie Zeile ${known.line}`,
        decision: 'SAME',
        sameEntryId: known.id,
      });
    }
    return { first, same };
  }

  /** A mail address that another one in an earlier line has is left out here. */
  private onlyOnce(it: Read, problems: FoundProblem[]): Read {
    const { unique, part } = it.part;
    const value = unique && it.entry.record[unique];
    if (!unique || !value) return it;
    const key = `${part}.${unique}|${value.toLowerCase()}`;
    const known = this.firstLines.get(key);
    if (!known) {
      this.firstLines.set(key, { id: '', line: it.line });
      return it;
    }
    const { [unique]: _left, ...record } = it.entry.record;
    const position = this.run.head.headings.length;
    const label = it.part.columns[unique] ?? unique;
    problems.push({
      line: it.line,
      position,
      heading: label,
      value,
      says: `Diese Angabe steht schon in Zeile ${known.line} bei jemand anderem. Sie wird hier nicht übernommen.`,
    });
    return { ...it, entry: { ...it.entry, record }, hash: hashOf(record) };
  }

  private async decided(part: ImportPart, read: readonly (Read & { id: string })[]): Promise<CheckedEntry[]> {
    const query: Query = (statement) => rowsIn(this.tx, statement);
    const existing = await part.existing(
      query,
      read.map((it) => it.entry),
    );
    const links = await this.links(part, read);
    return read.map((it, index) => {
      const found = (existing[index] ?? [])
        .map((other) => this.candidate(part, it.entry, other))
        .filter(({ candidate, same }) => same || candidate.score >= PERHAPS_SAME)
        .sort((one, other) => other.candidate.score - one.candidate.score);
      const linked = links.get(it.hash);
      const sure = found.filter((other) => other.same || other.candidate.id === linked);
      const candidates = found.slice(0, CANDIDATES_MOST).map((other) => other.candidate);
      const only = sure.length === 1 ? sure[0] : undefined;
      if (only) {
        const fills = only.candidate.fills.length > 0;
        const rest = candidates.filter((other) => other.id !== only.candidate.id);
        return {
          ...plain(it, it.id),
          decision: fills ? 'MERGE' : 'KNOWN',
          objectId: only.candidate.id,
          candidates: [only.candidate, ...rest],
        };
      }
      if (linked) return { ...plain(it, it.id), decision: 'KNOWN', objectId: linked, candidates };
      return { ...plain(it, it.id), decision: candidates.length > 0 ? 'OPEN' : 'CREATE', candidates };
    });
  }

  /** What the same record became in an earlier import and still is. */
  private async links(part: ImportPart, read: readonly Read[]): Promise<Map<string, string>> {
    const rows = await rowsIn<{ hash: string; id: string }>(
      this.tx,
      sql`select record_hash as hash, coalesce(merged.survivor_id, import_link.object_id) as id from import_link
          left join merged_object merged on merged.kind = ${part.part} and merged.id = import_link.object_id
          where target = ${this.target.target} and part = ${part.part} and record_hash = any(${read.map((it) => it.hash)}::text[])`,
    );
    return new Map(rows.map((row) => [row.hash, row.id]));
  }

  private candidate(
    part: ImportPart,
    entry: Read['entry'],
    other: Existing,
  ): { candidate: ImportCandidate; same: boolean } {
    const { score, reasons } = likeness(entry.comparable, other.comparable);
    const fills: string[] = [];
    const differs: ImportCandidate['differs'] = [];
    for (const [column, label] of Object.entries(part.columns)) {
      const file = entry.record[column];
      const here = other.values[column] ?? '';
      if (!file) continue;
      if (here === '') fills.push(label);
      else if (here.toLowerCase() !== file.toLowerCase()) differs.push({ label, here, file });
    }
    const path = part.path.replace(':id', other.id);
    const { id, name, detail } = other;
    return {
      candidate: { id, name, detail, path, score, reasons, fills, differs },
      same: part.isSame(entry, other),
    };
  }

  private async store(entries: readonly CheckedEntry[], problems: readonly FoundProblem[]): Promise<void> {
    await rowsIn(
      this.tx,
      sql`insert into import_entry (id, run_id, line, part, name, detail, record, record_hash, decision, object_id, same_entry_id, candidates)
          select id, ${this.run.id}::uuid, line, part, name, detail, record, "recordHash", decision, "objectId", "sameEntryId", candidates
          from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as it(id uuid, line int, part text, name text, detail text,
            record jsonb, "recordHash" text, decision text, "objectId" uuid, "sameEntryId" uuid, candidates jsonb)`,
    );
    if (problems.length === 0) return;
    const listed = problems.map((it) => ({ ...it, id: newId() }));
    await rowsIn(
      this.tx,
      sql`insert into import_problem (id, run_id, line, position, heading, value, says)
          select id, ${this.run.id}::uuid, line, position, heading, value, says
          from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as it(id uuid, line int, position int, heading text, value text, says text)`,
    );
  }
}

/** The cells of a row by the field their column is assigned to. */
export function valuesOf(run: Pick<ImportRun, 'columns'>, row: FileRow): Record<string, string> {
  const values: Record<string, string> = {};
  run.columns.forEach((field, index) => {
    const cell = row.cells[index] ?? '';
    if (field && cell !== '') values[field] = cell;
  });
  return values;
}

function plain({ line, part, entry, hash }: Read, id: string): CheckedEntry {
  return {
    id,
    line,
    part: part.part,
    name: entry.name,
    detail: entry.detail,
    record: entry.record,
    recordHash: hash,
    decision: 'CREATE',
    objectId: null,
    sameEntryId: null,
    candidates: [],
  };
}

function hashOf(record: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}
