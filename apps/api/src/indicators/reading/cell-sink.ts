import { Unreadable } from '../../imports/reading/unreadable';
import { cellLimits } from './cell-limits';

export interface CellSink {
  /** The rows that follow stand on this sheet; never called for text. */
  sheet(name: string): Promise<void>;
  row(line: number, cells: readonly string[]): Promise<void> | undefined;
}

/** @throws Unreadable */
export function refuseHugeCells(cells: readonly string[]): void {
  if (cells.length > cellLimits.columns) throw new Unreadable('file-too-many-columns');
  for (const cell of cells)
    if (cell.length > cellLimits.cellCharacters) throw new Unreadable('file-cell-too-long');
}
