import { mdiAlert, mdiCircle, mdiCircleHalfFull, mdiLinkVariantOff, mdiMinusCircleOutline } from '@mdi/js';
import {
  matrixAxes,
  type MatrixCell,
  matrixCellHistory,
  matrixCellWords,
  type MatrixDirection,
  matrixEnds,
  type MatrixHead,
  type MatrixKind,
  matrixOutcomeWords,
  type MatrixRow,
  type MatrixStep,
  type MatrixView,
} from '@runder-tisch/domain/measures/matrix';

/** Signs of marks and rows; each stands beside its words or in a control named by them. */
export const matrixSigns = {
  direct: mdiCircle,
  through: mdiCircleHalfFull,
  toCheck: mdiAlert,
  gap: mdiLinkVariantOff,
  notNeeded: mdiMinusCircleOutline,
} as const;

/** A mark as the page shows it. */
export interface Mark {
  columnId: string;
  /** "B-2026-004 Wartezeit ist zu lang". */
  columnName: string;
  sign: string;
  toCheck: boolean;
  words: string;
  history: string;
  /** Where the link stands and can be changed. */
  path: string;
}

export interface SheetHead {
  id: string;
  number: string;
  title: string;
  path: string | null;
  gap: boolean;
  notNeeded: boolean;
  words: string;
  count: number;
}

export interface SheetRow extends SheetHead {
  field: string;
  toCheck: number;
  /** In the order of the columns; null where nothing is linked. */
  marks: readonly (Mark | null)[];
}

/** The matrix of one step, ready to be drawn. */
export interface Sheet {
  columns: readonly SheetHead[];
  rows: readonly SheetRow[];
}

const places: Record<MatrixKind, string | null> = {
  feedback: '/hinweise',
  argument: '/hinweise/argumente',
  finding: '/planung/befunde',
  priority: '/planung/schwerpunkte',
  recommendation: '/planung/empfehlungen',
  measure: '/planung/massnahmen',
  verdict: null,
};

function pathOf(kind: MatrixKind, id: string): string | null {
  return places[kind] && `${places[kind]}/${id}`;
}

export function sheetOf({ step, direction, columns }: MatrixView, rows: readonly MatrixRow[]): Sheet {
  const kinds = matrixAxes(step, direction);
  const across = direction === 'FORWARDS' ? 'BACKWARDS' : 'FORWARDS';
  const head = (of: MatrixHead, kind: MatrixKind, seen: MatrixDirection): SheetHead => ({
    id: of.id,
    number: of.number,
    title: of.title,
    path: pathOf(kind, of.id),
    gap: of.outcome === 'GAP',
    notNeeded: of.outcome === 'NOT_NEEDED',
    words: matrixOutcomeWords(of, step, seen),
    count: of.count,
  });
  return {
    columns: columns.map((it) => head(it, kinds.columns, across)),
    rows: rows.map((row) => {
      const cells = new Map(row.cells.map((cell) => [cell.columnId, cell]));
      return {
        ...head(row, kinds.rows, direction),
        field: row.field?.name ?? '',
        toCheck: row.toCheck,
        marks: columns.map((column) => {
          const cell = cells.get(column.id);
          return cell ? markOf(cell, column, placeOf(step, direction, row.id, column.id)) : null;
        }),
      };
    }),
  };
}

/** A link stands on the page of what rests on it; a verdict on that of its measure. */
function placeOf(step: MatrixStep, direction: MatrixDirection, rowId: string, columnId: string): string {
  const { from, to } = matrixEnds[step];
  const [fromId, toId] = direction === 'FORWARDS' ? [rowId, columnId] : [columnId, rowId];
  return pathOf(to, toId) ?? pathOf(from, fromId) ?? '';
}

function markOf(cell: MatrixCell, column: MatrixHead, path: string): Mark {
  return {
    columnId: column.id,
    columnName: [column.number, column.title].filter(Boolean).join(' '),
    sign: cell.toCheck ? matrixSigns.toCheck : cell.direct ? matrixSigns.direct : matrixSigns.through,
    toCheck: cell.toCheck,
    words: matrixCellWords(cell),
    history: matrixCellHistory(cell),
    path,
  };
}

/** Row and column of the grid; 0 is that of the heads. */
export interface Place {
  row: number;
  column: number;
}

/** Moves over a grid whose first row and column are heads; null for keys that do not move. */
export function moved(key: string, control: boolean, at: Place, last: Place): Place | null {
  const to = (row: number, column: number): Place => {
    const within = {
      row: Math.min(Math.max(row, 0), last.row),
      column: Math.min(Math.max(column, 0), last.column),
    };
    // The corner opens nothing and says nothing.
    return within.row === 0 && within.column === 0 ? at : within;
  };
  switch (key) {
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'PageDown':
      return to(at.row + 10, at.column);
    case 'PageUp':
      return to(Math.max(at.row - 10, 1), at.column);
    case 'Home':
      return control ? to(1, 0) : to(at.row, at.row === 0 ? 1 : 0);
    case 'End':
      return control ? to(last.row, last.column) : to(at.row, last.column);
    default:
      return null;
  }
}
