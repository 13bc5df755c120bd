import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import type { BriefingView } from '@runder-tisch/domain/briefing';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { pdfFile } from '../documents/pdf-file';
import { BriefingRepository } from './briefing.repository';
import { BriefingService } from './briefing.service';

/** For the office and for those who decide; what they may not read is left out. */
@Controller('api/fields-of-action/:id')
export class BriefingController {
  constructor(
    private readonly briefings: BriefingRepository,
    private readonly service: BriefingService,
  ) {}

  @Get('briefing')
  @Access('recommendation:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<BriefingView> {
    return this.briefings.find(viewer, id);
  }

  @Get('briefing.pdf')
  @Access('recommendation:read')
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return pdfFile(await this.service.pdf(viewer, id));
  }
}
