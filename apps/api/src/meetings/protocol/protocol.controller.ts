import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type {
  ProtocolMailView,
  ProtocolPreviewView,
  ProtocolRecipientsView,
  RunningMeetingView,
  SentView,
} from '@runder-tisch/domain/meetings';
import { ProtocolMailQuery, SendProtocol } from '@runder-tisch/domain/meetings/session/session-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { SessionRepository } from '../session/session.repository';
import { docxFile } from '../../documents/docx-file';
import { pdfFile } from '../../documents/pdf-file';
import { ProtocolDispatch } from './protocol-dispatch';
import { ProtocolReader } from './protocol-reader';
import { ProtocolService } from './protocol.service';

@Controller('api/meetings/:meetingId')
export class ProtocolController {
  constructor(
    private readonly service: ProtocolService,
    private readonly reader: ProtocolReader,
    private readonly dispatch: ProtocolDispatch,
    private readonly sessions: SessionRepository,
  ) {}

  @Get('protocol')
  @Access('meeting:read')
  preview(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<ProtocolPreviewView> {
    return this.reader.preview(viewer, meetingId);
  }

  @Get('protocol.pdf')
  @Access('meeting:read')
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<StreamableFile> {
    return pdfFile(await this.reader.pdf(viewer, meetingId));
  }

  @Get('protocol.docx')
  @Access('meeting:read')
  async docx(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<StreamableFile> {
    const { name, content, look } = await this.reader.docx(viewer, meetingId);
    return docxFile(name, content, look);
  }

  @Get('sign-in-list.pdf')
  @Access('meeting:plan')
  async signInList(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<StreamableFile> {
    return pdfFile(await this.reader.signInList(viewer, meetingId));
  }

  @Post('minutes/approve')
  @HttpCode(200)
  @Access('meeting:plan')
  async approve(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<RunningMeetingView> {
    await this.service.approve(viewer, meetingId);
    return this.sessions.find(viewer, meetingId);
  }

  @Get('protocol/recipients')
  @Access('meeting:plan')
  recipients(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<ProtocolRecipientsView> {
    return this.dispatch.recipients(viewer, meetingId);
  }

  @Get('protocol/mail')
  @Access('meeting:plan')
  mail(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Query() { key }: ProtocolMailQuery,
  ): Promise<ProtocolMailView> {
    return this.dispatch.preview(viewer, meetingId, key);
  }

  @Post('protocol/send')
  @HttpCode(200)
  @Access('meeting:plan')
  send(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @IfMatch() version: number,
    @Body() request: SendProtocol,
  ): Promise<SentView> {
    return this.dispatch.send(viewer, meetingId, version, request);
  }

  @Post('protocol/recall')
  @HttpCode(204)
  @Access('meeting:plan')
  recall(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<void> {
    return this.dispatch.recall(viewer, meetingId);
  }
}
