import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import type {
  ProtocolPreviewView,
  ProtocolRecipientsView,
  ProtocolSendView,
  RunningMeetingView,
} from '@runder-tisch/domain/meetings';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { SessionRepository } from '../session/session.repository';
import { ProtocolReader } from './protocol-reader';
import { ProtocolService } from './protocol.service';

@Controller('api/meetings/:meetingId')
export class ProtocolController {
  constructor(
    private readonly service: ProtocolService,
    private readonly reader: ProtocolReader,
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
    return download(await this.reader.pdf(viewer, meetingId));
  }

  @Get('sign-in-list.pdf')
  @Access('meeting:plan')
  async signInList(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<StreamableFile> {
    return download(await this.reader.signInList(viewer, meetingId));
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
    return this.service.recipients(viewer, meetingId);
  }

  @Post('protocol/send')
  @HttpCode(200)
  @Access('meeting:plan')
  async send(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<ProtocolSendView> {
    return { sent: await this.service.send(viewer, meetingId) };
  }
}

function download(file: { name: string; bytes: Buffer }): StreamableFile {
  const plain = file.name.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return new StreamableFile(file.bytes, {
    type: 'application/pdf',
    disposition: `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}
