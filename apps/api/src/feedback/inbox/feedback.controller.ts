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
import type {
  AnsweredView,
  EnteredFeedbackView,
  FeedbackInboxView,
  FeedbackView,
  QuickFieldsView,
  SessionFeedbackView,
} from '@runder-tisch/domain/feedback';
import {
  AnswerFeedback,
  DecideFeedback,
  EnterFeedback,
  FeedbackQuery,
  LinkFeedback,
  RejectFeedback,
  SaveSessionFeedback,
  SessionFeedbackQuery,
  TriageFeedback,
  WriteNote,
} from '@runder-tisch/domain/feedback/feedback-requests';
import { ChosenFeedback } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackService } from './feedback.service';
import { NotesService } from './notes.service';
import { UndoService } from './undo.service';
import { CountingService } from '../condensing/counting.service';
import { FeedbackEntryService } from '../entry/feedback-entry.service';

@Controller('api/feedback')
export class FeedbackController {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly service: FeedbackService,
    private readonly undoing: UndoService,
    private readonly entry: FeedbackEntryService,
    private readonly counting: CountingService,
    private readonly notes: NotesService,
  ) {}

  @Get()
  @Access('feedback:read')
  inbox(@CurrentViewer() viewer: Viewer, @Query() query: FeedbackQuery): Promise<FeedbackInboxView> {
    return this.feedback.inbox(viewer, query);
  }

  @Get('quick-fields')
  @Access('feedback:decide')
  async quickFields(): Promise<QuickFieldsView> {
    return { fields: await this.feedback.quickFields() };
  }

  @Get('of-session')
  @Access('feedback:triage')
  ofSession(
    @CurrentViewer() viewer: Viewer,
    @Query() query: SessionFeedbackQuery,
  ): Promise<SessionFeedbackView[]> {
    return this.feedback.ofSession(viewer, query.meetingId);
  }

  @Post()
  @Access('feedback:enter')
  enter(@CurrentViewer() viewer: Viewer, @Body() request: EnterFeedback): Promise<EnteredFeedbackView> {
    return this.entry.enter(viewer, request);
  }

  @Get(':id')
  @Access('feedback:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FeedbackView> {
    return this.feedback.find(viewer, id);
  }

  /** From a running session; `If-Match: "v0"` creates. */
  @Put(':id')
  @Access('feedback:triage')
  saveInSession(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveSessionFeedback,
  ): Promise<{ id: string; version: number }> {
    return this.entry.saveInSession(viewer, id, version, request);
  }

  @Post(':id/triage')
  @HttpCode(200)
  @Access('feedback:triage')
  async triage(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: TriageFeedback,
  ): Promise<FeedbackView> {
    await this.service.triage(viewer, id, version, request);
    return this.feedback.find(viewer, id);
  }

  @Post(':id/link')
  @HttpCode(200)
  @Access('feedback:decide')
  async link(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: LinkFeedback,
  ): Promise<FeedbackView> {
    await this.service.link(viewer, id, version, request);
    return this.feedback.find(viewer, id);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Access('feedback:decide')
  async decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: DecideFeedback,
  ): Promise<FeedbackView> {
    await this.service.decide(viewer, id, version, request);
    return this.feedback.find(viewer, id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Access('feedback:decide')
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: AnswerFeedback,
  ): Promise<AnsweredView> {
    const mailedTo = await this.service.answer(viewer, id, version, request);
    return { feedback: await this.feedback.find(viewer, id), mailedTo };
  }

  @Post(':id/notes')
  @HttpCode(200)
  @Access('feedback:triage')
  async note(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: WriteNote,
  ): Promise<FeedbackView> {
    await this.notes.write(viewer, id, request.text);
    return this.feedback.find(viewer, id);
  }

  @Delete(':id/notes/:noteId')
  @HttpCode(204)
  @Access('feedback:triage')
  removeNote(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
  ): Promise<void> {
    return this.notes.remove(viewer, id, noteId);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Access('feedback:decide')
  async archive(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FeedbackView> {
    await this.service.archive(viewer, id, version);
    return this.feedback.find(viewer, id);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Access('feedback:triage')
  async reject(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: RejectFeedback,
  ): Promise<FeedbackView> {
    await this.service.reject(viewer, id, version, request);
    return this.feedback.find(viewer, id);
  }

  /** Others in the same words count with it and go its way. */
  @Post(':id/count')
  @HttpCode(200)
  @Access('feedback:decide')
  async count(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChosenFeedback,
  ): Promise<FeedbackView> {
    await this.counting.count(viewer, id, request.feedbackIds);
    return this.feedback.find(viewer, id);
  }

  @Post(':id/uncount')
  @HttpCode(200)
  @Access('feedback:decide')
  async uncount(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChosenFeedback,
  ): Promise<FeedbackView> {
    await this.counting.uncount(viewer, id, request.feedbackIds);
    return this.feedback.find(viewer, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Access('feedback:triage')
  async undo(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FeedbackView> {
    await this.undoing.undo(viewer, id, version);
    return this.feedback.find(viewer, id);
  }
}
