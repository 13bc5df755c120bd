import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { OwnYearLetter, YearLetterView } from '@runder-tisch/domain/measures/year-letters';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { pdfDownload } from './pdf-download';
import { YearLettersRepository } from './year-letters.repository';
import { YearLettersService } from './year-letters.service';

/** Letters as they were sent, for those who sent and those who got them. */
@Controller('api/year-letters')
export class YearLettersController {
  constructor(
    private readonly repository: YearLettersRepository,
    private readonly service: YearLettersService,
  ) {}

  @Get('own')
  @Access('year-letter:read')
  own(@CurrentViewer() viewer: Viewer): Promise<Page<OwnYearLetter>> {
    return this.repository.own(viewer);
  }

  @Get(':id')
  @Access('year-letter:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<YearLetterView> {
    return this.repository.find(viewer, id);
  }

  @Get(':id/letter.pdf')
  @Access('year-letter:read')
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return pdfDownload(await this.service.sentPdf(viewer, id));
  }
}
