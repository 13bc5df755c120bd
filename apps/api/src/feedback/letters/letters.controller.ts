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
  Req,
} from '@nestjs/common';
import type { Request } from 'express';
import {
  letterFileBytes,
  type LetterFileView,
  type LetterListItem,
  type LetterView,
  type PassageSuggestionView,
} from '@runder-tisch/domain/feedback';
import {
  EnterLetter,
  FinishLetter,
  LetterQuery,
  MarkPassage,
  MendLetter,
} from '@runder-tisch/domain/feedback/letters/letter-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Uploads } from '../../files/uploads';
import { problem } from '../../problem/problem';
import { readLetterFile } from './reading/letter-file';
import { LettersRepository } from './letters.repository';
import { LettersService } from './letters.service';

@Controller('api/incoming-letters')
export class LettersController {
  constructor(
    private readonly letters: LettersRepository,
    private readonly service: LettersService,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Access('feedback:triage')
  list(@CurrentViewer() viewer: Viewer, @Query() query: LetterQuery): Promise<Page<LetterListItem>> {
    return this.letters.list(viewer, query);
  }

  @Post()
  @Access('feedback:enter')
  enter(@CurrentViewer() viewer: Viewer, @Body() request: EnterLetter): Promise<{ id: string }> {
    return this.service.enter(viewer, request);
  }

  /** The words of a Word file, a saved mail or a text file, which is the body; nothing is stored. */
  @Post('read')
  @HttpCode(200)
  @Access('feedback:enter')
  async read(@CurrentViewer() viewer: Viewer, @Req() request: Request): Promise<LetterFileView> {
    const bytes = await this.uploads.bytes(viewer, request, letterFileBytes);
    if (!bytes) throw problem(generalProblems, 'too-large');
    return readLetterFile(bytes);
  }

  @Get(':id')
  @Access('feedback:triage')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<LetterView> {
    return this.letters.find(viewer, id);
  }

  @Get(':id/suggestions')
  @Access('feedback:decide')
  suggestions(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PassageSuggestionView[]> {
    return this.service.suggestionsFor(viewer, id);
  }

  @Post(':id/passages')
  @HttpCode(200)
  @Access('feedback:enter')
  async mark(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: MarkPassage,
  ): Promise<LetterView> {
    await this.service.mark(viewer, id, version, request);
    return this.letters.find(viewer, id);
  }

  @Post(':id/passages/:feedbackId/unmark')
  @HttpCode(200)
  @Access('feedback:enter')
  async unmark(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('feedbackId', ParseUUIDPipe) feedbackId: string,
    @IfMatch() version: number,
  ): Promise<LetterView> {
    await this.service.unmark(viewer, id, version, feedbackId);
    return this.letters.find(viewer, id);
  }

  @Put(':id/text')
  @Access('feedback:enter')
  async mend(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: MendLetter,
  ): Promise<LetterView> {
    await this.service.mend(viewer, id, version, request);
    return this.letters.find(viewer, id);
  }

  @Post(':id/finish')
  @HttpCode(200)
  @Access('feedback:enter')
  async finish(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: FinishLetter,
  ): Promise<LetterView> {
    await this.service.finish(viewer, id, version, request);
    return this.letters.find(viewer, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Access('feedback:enter')
  async reopen(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<LetterView> {
    await this.service.reopen(viewer, id, version);
    return this.letters.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('feedback:enter')
  remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.remove(viewer, id, version);
  }
}
