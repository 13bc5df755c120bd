import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import type { MeetingPackView } from '@runder-tisch/domain/meetings';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { pdfFile } from '../../documents/pdf-file';
import { MeetingPacks } from './meeting-packs';

@Controller('api/meetings/:meetingId')
export class MeetingPacksController {
  constructor(private readonly packs: MeetingPacks) {}

  @Get('pack')
  @Access('meeting:read')
  view(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<MeetingPackView> {
    return this.packs.view(viewer, meetingId);
  }

  @Get('pack.pdf')
  @Access('meeting:read')
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<StreamableFile> {
    return pdfFile(await this.packs.pdf(viewer, meetingId));
  }
}
