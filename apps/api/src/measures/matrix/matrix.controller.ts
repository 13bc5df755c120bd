import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import type { MatrixOverview, MatrixView } from '@runder-tisch/domain/measures/matrix';
import { MatrixOverviewQuery, MatrixQuery } from '@runder-tisch/domain/measures/matrix/matrix-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { csv } from '../../files/csv';
import { xlsx } from '../../files/xlsx';
import { MatrixFile } from './matrix-file';
import { MatrixRepository } from './matrix.repository';

@Controller('api/trace-matrix')
export class MatrixController {
  constructor(
    private readonly matrix: MatrixRepository,
    private readonly file: MatrixFile,
  ) {}

  @Get()
  @Access('finding:read')
  view(@CurrentViewer() viewer: Viewer, @Query() query: MatrixQuery): Promise<MatrixView> {
    return this.matrix.view(viewer, query);
  }

  @Get('overview')
  @Access('finding:read')
  overview(@CurrentViewer() viewer: Viewer, @Query() query: MatrixOverviewQuery): Promise<MatrixOverview> {
    return this.matrix.overview(viewer, query);
  }

  @Get('export.csv')
  @Access('finding:read')
  @Header('Content-Disposition', 'attachment; filename="Spur.csv"')
  async csv(@CurrentViewer() viewer: Viewer, @Query() query: MatrixQuery): Promise<StreamableFile> {
    const { columns, rows } = await this.file.of(viewer, query);
    return csv(
      columns.map(({ heading }) => heading),
      rows,
    );
  }

  @Get('export.xlsx')
  @Access('finding:read')
  @Header('Content-Disposition', 'attachment; filename="Spur.xlsx"')
  async xlsx(@CurrentViewer() viewer: Viewer, @Query() query: MatrixQuery): Promise<StreamableFile> {
    const { columns, rows } = await this.file.of(viewer, query);
    return xlsx({ name: 'Spur', columns, rows });
  }
}
