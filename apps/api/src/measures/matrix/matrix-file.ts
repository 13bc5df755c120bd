import { Injectable } from '@nestjs/common';
import { matrixCellWords, matrixFileLimits, matrixOutcomeWords } from '@runder-tisch/domain/measures/matrix';
import type { MatrixQuery } from '@runder-tisch/domain/measures/matrix/matrix-requests';
import type { Viewer } from '../../access/viewer';
import type { XlsxColumn } from '../../files/xlsx';
import { MatrixRepository } from './matrix.repository';

/** The whole matrix for a spreadsheet, marks as words. */
@Injectable()
export class MatrixFile {
  constructor(private readonly matrix: MatrixRepository) {}

  async of(
    viewer: Viewer,
    query: MatrixQuery,
  ): Promise<{ columns: XlsxColumn[]; rows: (string | number)[][] }> {
    const { rows: most, columns: broadest } = matrixFileLimits;
    const asked = { ...query, limit: most, after: undefined, columnsBefore: 0 };
    const view = await this.matrix.view(viewer, asked, broadest);
    const { step, direction } = view;
    const columns = [
      { heading: 'Nummer', width: 14 },
      { heading: 'Titel', width: 60 },
      { heading: 'Handlungsfeld', width: 24 },
      { heading: 'Stand', width: 36 },
      { heading: 'Verknüpft mit', width: 13 },
      { heading: 'Zu prüfen', width: 10 },
      ...view.columns.map(({ number, title }) => ({
        heading: title ? `${number} ${title}` : number,
        width: 16,
      })),
    ];
    const rows = view.items.map((row) => {
      const marked = new Map(row.cells.map((cell) => [cell.columnId, matrixCellWords(cell)]));
      return [
        row.number,
        row.title,
        row.field?.name ?? '',
        matrixOutcomeWords(row, step, direction),
        row.count,
        row.toCheck,
        ...view.columns.map(({ id }) => marked.get(id) ?? ''),
      ];
    });
    const left = [
      ...(view.total > rows.length ? [`${view.total - rows.length} weitere Zeilen`] : []),
      ...(view.columnsTotal > view.columns.length
        ? [`${view.columnsTotal - view.columns.length} weitere Spalten`]
        : []),
    ];
    if (left.length)
      rows.push([
        '',
        `Es fehlen ${left.join(' und ')}: Wählen Sie ein Handlungsfeld oder einen kürzeren Zeitraum.`,
      ]);
    return { columns, rows };
  }
}
