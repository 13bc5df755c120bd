import { createHash } from 'node:crypto';
import {
  endedMeasureStates,
  measureFault,
  measureProblems,
  NUMBER_HEADING,
  type SheetCellChange,
  type SheetColumn,
  sheetColumns,
  type SheetFault,
  type SheetNames,
  type SheetPreview,
  type SheetRowChange,
  sheetShown,
  sheetWords,
  VERSION_HEADING,
  yearsOf,
} from '@runder-tisch/domain/measures';
import { SaveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import type { TableHead, TableRow } from '../../imports/reading/table';
import { ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { newLine, type StoredSheetMeasure } from './stored-sheet';

export interface SheetTable {
  head: TableHead;
  rows: TableRow[];
}

export interface PlannedChange {
  before: StoredSheetMeasure | null;
  request: SaveMeasure;
}

export interface SheetPlan {
  preview: SheetPreview;
  changes: PlannedChange[];
}

/** What the plan is made against, as it is in the database. */
export interface SheetGround {
  measures: ReadonlyMap<string, StoredSheetMeasure>;
  names: SheetNames;
  /** Whether a measure of this title is there already. */
  numberOfTitle(title: string): string | undefined;
}

const FORMULA = 'Hier steht eine Formel, deren Ergebnis wir nicht lesen. Bitte tragen Sie den Wert ein.';

/** What a list would change, line by line; nothing is written here. */
export async function planSheet({ head, rows }: SheetTable, ground: SheetGround): Promise<SheetPlan> {
  const plan = new Planning(head, ground);
  for (const row of rows) await plan.take(row);
  return plan.result(rows.length);
}

/** The numbers that a list names. */
export function numbersOf({ head, rows }: SheetTable): string[] {
  const at = head.headings.findIndex((it) => it.trim() === NUMBER_HEADING);
  return rows.flatMap(({ cells }) => cells[at]?.trim() || []);
}

class Planning {
  private readonly places: { column: SheetColumn; at: number }[];
  private readonly number: number;
  private readonly version: number;
  private readonly ignored: string[];
  private readonly faults: SheetFault[] = [];
  private readonly changed: SheetRowChange[] = [];
  private readonly added: SheetRowChange[] = [];
  private readonly changes: PlannedChange[] = [];
  private readonly lines = new Map<string, number>();
  private unchanged = 0;

  constructor(
    private readonly head: TableHead,
    private readonly ground: SheetGround,
  ) {
    const headings = head.headings.map((it) => it.trim());
    const columns = sheetColumns(yearsOf(headings));
    this.number = headings.indexOf(NUMBER_HEADING);
    this.version = headings.indexOf(VERSION_HEADING);
    this.places = columns.flatMap((column) => {
      const at = headings.indexOf(column.heading);
      return at >= 0 && column.read ? [{ column, at }] : [];
    });
    this.ignored = headings.filter((it) => it !== '' && !columns.some(({ heading }) => heading === it));
    for (const [at, heading] of [
      [this.number, NUMBER_HEADING],
      [this.version, VERSION_HEADING],
    ] as const)
      if (at < 0)
        this.fault(head.line, -1, `Die Spalte „${heading}“ fehlt. Bitte lassen Sie sie stehen.`, heading);
  }

  async take(row: TableRow): Promise<void> {
    if (this.number < 0 || this.version < 0 || row.cells.every((it) => it.trim() === '')) return;
    const number = row.cells[this.number]?.trim() ?? '';
    const before = number === '' ? null : this.ground.measures.get(number);
    if (before === undefined)
      return this.fault(row.line, this.number, `Eine Maßnahme ${number} gibt es nicht.`);
    const earlier = this.lines.get(number);
    if (number !== '' && earlier !== undefined)
      return this.fault(row.line, this.number, `${number} steht schon in Zeile ${earlier}.`);
    this.lines.set(number, row.line);
    const faultsBefore = this.faults.length;
    const request = requestOf(before);
    const cells = this.cellsOf(row, before, request);
    if (this.faults.length > faultsBefore) return;
    if (cells.length === 0) {
      this.unchanged += 1;
      return;
    }
    if (!this.mayChange(row, before, request)) return;
    const valid = await this.valid(row, before, request);
    if (!valid) return;
    const change = { line: row.line, number, title: valid.title, cells };
    (before ? this.changed : this.added).push(change);
    this.changes.push({ before, request: valid });
  }

  result(rows: number): SheetPlan {
    const { changed, added, changes } = this;
    const versions = changes.map(({ before }) => before?.version ?? 0);
    const digest = createHash('sha256').update(JSON.stringify({ changed, added, versions })).digest('hex');
    const faults = this.faults.sort((one, other) => one.line - other.line);
    return {
      preview: {
        rows,
        unchanged: this.unchanged,
        changes: changed,
        added,
        faults,
        ignored: this.ignored,
        digest,
      },
      changes: faults.length > 0 ? [] : changes,
    };
  }

  private cellsOf(row: TableRow, before: StoredSheetMeasure | null, request: SaveMeasure): SheetCellChange[] {
    return this.places.flatMap(({ column, at }) => {
      const words = row.cells[at] ?? '';
      if (row.formulas.includes(at)) {
        this.fault(row.line, at, FORMULA);
        return [];
      }
      const stood = sheetWords(column.cell(before ?? newLine));
      // A new line may leave open what has a beginning of its own.
      const read = before === null && words.trim() === '' ? stood : (column.read?.(words) ?? null);
      if (read === null) {
        this.fault(row.line, at, column.expects ?? '');
        return [];
      }
      if (read === stood) return [];
      const kept = JSON.stringify(column.field && request[column.field]);
      const refused = column.put?.(request, read, this.ground.names);
      if (refused) {
        this.fault(row.line, at, refused);
        return [];
      }
      // The same organisation under other capitals is the same.
      if (JSON.stringify(column.field && request[column.field]) === kept) return [];
      return [{ heading: column.heading, before: sheetShown(stood), after: sheetShown(read) }];
    });
  }

  private mayChange(row: TableRow, before: StoredSheetMeasure | null, request: SaveMeasure): boolean {
    const { line, cells } = row;
    if (before === null) {
      const there = this.ground.numberOfTitle(request.title);
      if (there === undefined) return true;
      this.fault(
        line,
        this.number,
        `„${request.title}“ gibt es schon als ${there}. Bitte tragen Sie diese Nummer ein.`,
      );
      return false;
    }
    if (endedMeasureStates.includes(before.state)) {
      this.fault(line, this.number, measureProblems['measure-already-ended'].says);
      return false;
    }
    if (cells[this.version]?.trim() === String(before.version)) return true;
    this.fault(
      line,
      this.version,
      `${before.number} wurde geändert, seit die Liste heruntergeladen wurde. Löschen Sie diese Zeile, oder laden Sie die Liste neu herunter.`,
    );
    return false;
  }

  /** The request as the API takes it from a form, or null with a fault at its column. */
  private async valid(
    { line }: TableRow,
    before: StoredSheetMeasure | null,
    request: SaveMeasure,
  ): Promise<SaveMeasure | null> {
    const columnOf = (path: string): number =>
      this.places.find(({ column }) => column.field === path.split('.')[0])?.at ?? this.number;
    try {
      const checked = (await new RequestPipe().transform(
        { ...request },
        { type: 'body', metatype: SaveMeasure },
      )) as SaveMeasure;
      const fault = measureFault(checked, before?.kind ?? null);
      if (!fault) return checked;
      this.fault(line, columnOf(fault.path), measureProblems[fault.code].says);
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      const seen = new Set<string>();
      for (const { path, detail } of error.errors) {
        if (seen.has(path)) continue;
        seen.add(path);
        this.fault(line, columnOf(path), detail ?? error.says);
      }
    }
    return null;
  }

  private fault(line: number, at: number, says: string, heading = this.head.headings[at] ?? ''): void {
    this.faults.push({ line, column: at < 0 ? '' : letters(at), heading: heading.trim(), says });
  }
}

function requestOf(before: StoredSheetMeasure | null): SaveMeasure {
  const request = new SaveMeasure();
  if (before === null) return request;
  const { kind, fieldId, title, description, target, leadOrganisationId, leadPersonId, partnerIds } = before;
  const { startsOn, dueOn, costNeutral, fundingSource, funder, fundingUntil } = before;
  return Object.assign(request, {
    ...{ kind, fieldId, title, description, target, leadOrganisationId, leadPersonId, partnerIds },
    ...{ startsOn, dueOn, costNeutral, fundingSource, funder, fundingUntil },
    costs: before.costs.map((it) => ({ ...it })),
    milestones: before.milestones,
    recommendationIds: before.recommendationIds,
  });
}

/** "C" is column 2, as Excel names it. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
