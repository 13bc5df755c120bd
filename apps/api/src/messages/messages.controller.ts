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
import type { Page } from '@runder-tisch/domain/lists';
import type { SentView } from '@runder-tisch/domain/meetings';
import type {
  ChosenRecipients,
  MessageListItem,
  MessageRecipientItem,
  MessageView,
} from '@runder-tisch/domain/messages';
import {
  ChooseRecipients,
  MessageQuery,
  MessageRecipientQuery,
  SaveMessage,
} from '@runder-tisch/domain/messages/messages-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { MessagesRepository } from './messages.repository';
import { MessagesService } from './messages.service';

@Controller('api/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly service: MessagesService,
  ) {}

  @Get()
  @Access('message:write')
  list(@CurrentViewer() viewer: Viewer, @Query() query: MessageQuery): Promise<Page<MessageListItem>> {
    return this.messages.list(viewer, query);
  }

  @Post()
  @Access('message:write')
  begin(@CurrentViewer() viewer: Viewer, @Body() request: SaveMessage): Promise<{ id: string }> {
    return this.service.begin(viewer, request);
  }

  /** Who would get it and who not, and why. Nothing is stored. */
  @Post('recipients')
  @HttpCode(200)
  @Access('message:write')
  choose(@CurrentViewer() viewer: Viewer, @Body() request: ChooseRecipients): Promise<ChosenRecipients> {
    return this.service.choose(viewer, request);
  }

  @Get(':id')
  @Access('message:write')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<MessageView> {
    return this.service.find(viewer, id);
  }

  @Get(':id/recipients')
  @Access('message:write')
  recipients(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: MessageRecipientQuery,
  ): Promise<Page<MessageRecipientItem>> {
    return this.messages.recipients(viewer, id, query);
  }

  @Put(':id')
  @Access('message:write')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveMessage,
  ): Promise<MessageView> {
    await this.service.save(viewer, id, version, request);
    return this.service.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('message:write')
  discard(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.discard(viewer, id);
  }

  @Post(':id/test')
  @HttpCode(200)
  @Access('message:write')
  test(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ address: string }> {
    return this.service.test(viewer, id);
  }

  @Post(':id/send')
  @HttpCode(200)
  @Access('message:write')
  send(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SentView> {
    return this.service.send(viewer, id, version);
  }

  @Post(':id/recall')
  @HttpCode(204)
  @Access('message:write')
  recall(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.recall(viewer, id);
  }

  @Post(':id/again')
  @HttpCode(200)
  @Access('message:write')
  again(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ recipients: number }> {
    return this.service.again(viewer, id);
  }
}
