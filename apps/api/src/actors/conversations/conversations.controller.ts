import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { ConversationView } from '@runder-tisch/domain/actors';
import { NoteConversation, SaveConversation } from '@runder-tisch/domain/actors/conversation-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Conversations } from './conversations';

@Controller('api/conversations')
export class ConversationsController {
  constructor(private readonly conversations: Conversations) {}

  @Post()
  @Access('conversation:note')
  note(@CurrentViewer() viewer: Viewer, @Body() request: NoteConversation): Promise<{ id: string }> {
    return this.conversations.note(viewer, request);
  }

  @Get(':id')
  @Access('conversation:note')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ConversationView> {
    return this.conversations.find(viewer, id);
  }

  @Put(':id')
  @Access('conversation:note')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveConversation,
  ): Promise<ConversationView> {
    await this.conversations.change(viewer, id, version, request);
    return this.conversations.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('conversation:note')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.conversations.remove(viewer, id);
  }
}
