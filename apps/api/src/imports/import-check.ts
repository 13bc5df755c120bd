import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type ImportCandidate,
  type ImportDecision,
  likeness,
  PERHAPS_SAME,
  unnamedColumn,
} from '@runder-tisch/domain/imports';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import type { ImportRun } from './import-run';
import type { Existing, ImportPart, ImportTarget, Lookups, Query, ReadEntry } from './import-target';
import { entryKey, type FileRow, recordHash, valuesOf } from './import-values';
import { Likely } from './likely';

export const CHUNK = 500;
const CANDIDATES_MOST = 3;

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

/** What stood further up in the list. */
interface Earlier extends Read {
  id: string;
  /** What is there already and it is for sure. */
  objectId: string | null;
}

/** Rows of a list as what they would become, chunk by chunk; knows what stood further up. */
export class ImportCheck {
  private readonly firstLines = new Map<string, Earlier>();
  private readonly uniques = new Map<string, number>();
  private readonly known = new Map<ImportPart, Likely<string>>();
  private readonly above = new Map<ImportPart, Likely<Earlier>>();
  /** So many columns the line of the headings fills. */
  private readonly headed: number;

  constructor(
    private readonly tx: EntityManager,
    private readonly run: ImportRun,
    private readonly target: ImportTarget,
    private readonly lookups: Lookups,
    /** An entry that was checked before keeps its id. */
    private readonly ids: ReadonlyMap<string, string>,
  ) {
    this.headed =
      run.head.headings.findLastIndex((heading, position) => heading !== unnamedColumn(position)) + 1;
  }

  /** Reads what is there once, instead of asking for every row. */
  async begin(): Promise<void> {
    for (const part of this.target.parts) {
      const known = new Likely<string>();
      for (const it of await part.known((statement) => rowsIn(this.tx, statement))) known.add(it.id, it);
      this.known.set(part, known);
      this.above.set(part, new Likely());
    }
  }

  async chunk(rows: readonly FileRow[]): Promise<void> {
    const problems: FoundProblem[] = [];
    const entries: CheckedEntry[] = [];
    for (const row of rows) this.besideHeadings(row, problems);
    for (const part of this.target.parts) {
      const read = rows.flatMap((row) => this.read(row, part, problems));
      const { first, same } = this.apart(part, read, problems);
      entries.push(...(await this.decided(part, first)), ...same);
    }
    await this.store(entries, problems);
  }

  /** An address with the separator in it tears a line: what lands beside the headings must not get lost silently. */
  private besideHeadings(row: FileRow, problems: FoundProblem[]): void {
    row.cells.forEach((value, position) => {
      if (position < this.headed || value === '' || this.run.columns[position]) return;
      problems.push({
        line: row.line,
        position,
        heading: unnamedColumn(position),
        value: value.slice(0, 200),
        says: 'Darüber steht keine Überschrift, deshalb wird es nicht übernommen. Vielleicht gehört es zur Zelle davor.',
      });
    });
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
    return [{ line: row.line, part, entry: { ...entry, record }, hash: recordHash(record) }];
  }

  /** The first line that names something stands for all later ones. */
  private apart(
    part: ImportPart,
    read: readonly Read[],
    problems: FoundProblem[],
  ): { first: Earlier[]; same: CheckedEntry[] } {
    const first: Earlier[] = [];
    const same: CheckedEntry[] = [];
    for (const it of read) {
      const { own, beside } = part.keys(it.entry);
      const known = this.firstLines.get(`${part.part}|${own}`);
      const id = this.ids.get(entryKey(it.line, part.part)) ?? newId();
      if (!known) {
        const earlier = { ...this.onlyOnce(it, problems), id, objectId: null };
        for (const key of [own, ...beside]) this.firstLines.set(`${part.part}|${key}`, earlier);
        first.push(earlier);
        continue;
      }
      same.push({
        ...plain(it, id),
        detail: `wie Zeile ${known.line}`,
        decision: 'SAME',
        sameEntryId: known.id,
        candidates: part.repeats ? [] : [twinOf(it, known)],
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
    const known = this.uniques.get(key);
    if (known === undefined) {
      this.uniques.set(key, it.line);
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
      says: `Diese Angabe steht schon in Zeile ${known} bei jemand anderem. Sie wird hier nicht übernommen.`,
    });
    return { ...it, entry: { ...it.entry, record }, hash: recordHash(record) };
  }

  private async decided(part: ImportPart, read: readonly Earlier[]): Promise<CheckedEntry[]> {
    const query: Query = (statement) => rowsIn(this.tx, statement);
    const near = read.map((it) => this.known.get(part)?.find(it.entry.comparable) ?? []);
    const existing = new Map(
      (await part.existing(query, [...new Set(near.flat())])).map((it) => [it.id, it]),
    );
    const links = await this.links(part, read);
    return read.map((it, index) => {
      const there = (near[index] ?? []).flatMap((id) => existing.get(id) ?? []);
      const checked = this.decidedOne(part, it, there, links.get(it.hash));
      it.objectId = checked.objectId;
      this.above.get(part)?.add(it, it.entry.comparable);
      return checked;
    });
  }

  private decidedOne(
    part: ImportPart,
    it: Earlier,
    there: readonly Existing[],
    linked?: string,
  ): CheckedEntry {
    const found = there
      .map((other) => this.candidate(part, it.entry, other))
      .filter(({ candidate, same }) => same || candidate.score >= PERHAPS_SAME)
      .sort((one, other) => other.candidate.score - one.candidate.score);
    const sure = found.filter((other) => other.same || other.candidate.id === linked);
    const only = sure.length === 1 ? sure[0] : undefined;
    const shown = found.slice(0, CANDIDATES_MOST).map((other) => other.candidate);
    if (only) {
      const fills = only.candidate.fills.length > 0;
      const rest = shown.filter((other) => other.id !== only.candidate.id);
      return {
        ...plain(it, it.id),
        decision: fills ? 'MERGE' : 'KNOWN',
        objectId: only.candidate.id,
        candidates: [only.candidate, ...rest],
      };
    }
    if (linked) return { ...plain(it, it.id), decision: 'KNOWN', objectId: linked, candidates: shown };
    const candidates = [...shown, ...this.twins(part, it, shown)]
      .sort((one, other) => other.score - one.score)
      .slice(0, CANDIDATES_MOST);
    return { ...plain(it, it.id), decision: candidates.length > 0 ? 'OPEN' : 'CREATE', candidates };
  }

  /** Earlier lines that may mean the same, unless what they are is shown already. */
  private twins(part: ImportPart, it: Earlier, shown: readonly ImportCandidate[]): ImportCandidate[] {
    return (this.above.get(part)?.find(it.entry.comparable) ?? [])
      .filter((earlier) => !shown.some((other) => other.id === earlier.objectId))
      .map((earlier) => twinOf(it, earlier))
      .filter((twin) => twin.score >= PERHAPS_SAME);
  }

  /** What the same record became in an earlier import and still is. */
  private async links(part: ImportPart, read: readonly Read[]): Promise<Map<string, string>> {
    const rows = await rowsIn<{ hash: string; id: string }>(
      this.tx,
      // Hash by hash, so that no plan reads all links there are.
      sql`select wanted.hash, coalesce(merged.survivor_id, link.object_id) as id
          from unnest(${read.map((it) => it.hash)}::text[]) as wanted (hash)
          cross join lateral (
            select object_id from import_link
            where target = ${this.target.target} and part = ${part.part} and record_hash = wanted.hash limit 1) link
          left join merged_object merged on merged.kind = ${part.part} and merged.id = link.object_id`,
    );
    return new Map(rows.map((row) => [row.hash, row.id]));
  }

  private candidate(
    part: ImportPart,
    entry: Read['entry'],
    other: Existing,
  ): { candidate: ImportCandidate; same: boolean } {
    const { id, name, detail } = other;
    const path = part.path.replace(':id', id);
    const compared = comparedWith(part, entry, other.comparable, other.values);
    return {
      candidate: { id, name, detail, path, line: null, ...compared },
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

/** An earlier line of the list as something this one may be the same as. */
function twinOf({ part, entry }: Read, earlier: Earlier): ImportCandidate {
  const { id, line, entry: its } = earlier;
  const compared = comparedWith(part, entry, its.comparable, its.record);
  return { id, name: its.name, detail: its.detail, path: '', line, ...compared };
}

/** How alike they are and why, what would be filled there, and what stays as it is there. */
function comparedWith(
  part: ImportPart,
  entry: Read['entry'],
  comparable: Existing['comparable'],
  values: Existing['values'],
): Pick<ImportCandidate, 'score' | 'reasons' | 'fills' | 'differs'> {
  const fills: string[] = [];
  const differs: ImportCandidate['differs'] = [];
  for (const [column, label] of Object.entries(part.columns)) {
    const file = entry.record[column];
    const here = values[column] ?? '';
    if (!file) continue;
    if (here === '') fills.push(label);
    else if (here.toLowerCase() !== file.toLowerCase()) differs.push({ label, here, file });
  }
  return { ...likeness(entry.comparable, comparable), fills, differs };
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
