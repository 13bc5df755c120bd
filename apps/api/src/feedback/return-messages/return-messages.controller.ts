import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type { ReturnMessagesView, ReturnMessageView } from '@runder-tisch/domain/feedback';
import {
  BeginReturnMessage,
  ReturnMessageQuery,
  SaveReturnMessage,
} from '@runder-tisch/domain/feedback/feedback-requests';
import type { SentView } from '@runder-tisch/domain/meetings';
import { ReleaseAnswer } from '@runder-tisch/domain/feedback/releases/release-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { ReturnMessageReading } from './return-message-reading';
import { ReturnMessageRecall } from './return-message-recall';
import { ReturnMessagesRepository } from './return-messages.repository';
import { ReturnMessagesService } from './return-messages.service';

@Controller('api/return-messages')
export class ReturnMessagesController {
  constructor(
    private readonly letters: ReturnMessagesRepository,
    private readonly reading: ReturnMessageReading,
    private readonly service: ReturnMessagesService,
    private readonly recalling: ReturnMessageRecall,
  ) {}

  @Get()
  @Access('return-message:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: ReturnMessageQuery): Promise<ReturnMessagesView> {
    return this.letters.list(viewer, query);
  }

  /** The letter one would write next about a meeting or format. Nothing is stored. */
  @Get('new')
  @Access('feedback:triage')
  next(@CurrentViewer() viewer: Viewer, @Query() query: ReturnMessageQuery): Promise<ReturnMessageView> {
    return this.reading.next(viewer, query);
  }

  @Post()
  @Access('feedback:triage')
  begin(@CurrentViewer() viewer: Viewer, @Body() request: BeginReturnMessage): Promise<{ id: string }> {
    return this.service.begin(viewer, request);
  }

  @Get(':id')
  @Access('return-message:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ReturnMessageView> {
    return this.reading.find(viewer, id);
  }

  @Put(':id')
  @Access('feedback:triage')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveReturnMessage,
  ): Promise<ReturnMessageView> {
    await this.service.save(viewer, id, version, request);
    return this.reading.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('feedback:triage')
  discard(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.discard(viewer, id);
  }

  @Post(':id/present')
  @HttpCode(200)
  @Access('feedback:triage')
  async present(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ReturnMessageView> {
    await this.service.present(viewer, id, version);
    return this.reading.find(viewer, id);
  }

  @Post(':id/test')
  @HttpCode(200)
  @Access('feedback:triage')
  test(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ address: string }> {
    return this.service.test(viewer, id);
  }

  @Post(':id/send')
  @HttpCode(200)
  @Access('feedback:triage')
  send(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ReleaseAnswer,
  ): Promise<SentView> {
    return this.service.send(viewer, id, version, request.alone);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Access('feedback:decide')
  async publish(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ReleaseAnswer,
  ): Promise<ReturnMessageView> {
    await this.service.publish(viewer, id, version, request.alone);
    return this.reading.find(viewer, id);
  }

  @Post(':id/unpublish')
  @HttpCode(200)
  @Access('feedback:decide')
  async unpublish(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ReturnMessageView> {
    await this.service.unpublish(viewer, id, version);
    return this.reading.find(viewer, id);
  }

  @Post(':id/recall')
  @HttpCode(204)
  @Access('feedback:triage')
  recall(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.recalling.recall(viewer, id);
  }
}
