import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import type { YearlyReportView } from '@runder-tisch/domain/yearly-reports';
import { YearlyReportQuery } from '@runder-tisch/domain/yearly-reports/yearly-reports-requests';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { docxFile } from '../documents/docx-file';
import { pdfFile } from '../documents/pdf-file';
import { YearlyReportsService } from './yearly-reports.service';

@Controller('api/networks/:id')
export class YearlyReportsController {
  constructor(
    private readonly service: YearlyReportsService,
    private readonly clock: Clock,
  ) {}

  @Get('yearly-report')
  @Access('network-report:read')
  find(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { year }: YearlyReportQuery,
  ): Promise<YearlyReportView> {
    return this.service.find(viewer, id, year);
  }

  @Get('yearly-report.pdf')
  @Access('network-report:read')
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { year }: YearlyReportQuery,
  ): Promise<StreamableFile> {
    return pdfFile(await this.service.pdf(viewer, id, year));
  }

  @Get('yearly-report.docx')
  @Access('network-report:read')
  async docx(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { year }: YearlyReportQuery,
  ): Promise<StreamableFile> {
    const { name, content, ...look } = await this.service.file(viewer, id, year);
    return docxFile(`${name}.docx`, content, { ...look, created: this.clock.now() });
  }
}
