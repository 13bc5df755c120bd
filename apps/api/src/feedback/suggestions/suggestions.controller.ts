import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import type {
  SimilarFeedbackView,
  SuggestionsView,
  SuggestionWordsView,
} from '@runder-tisch/domain/feedback';
import { SaveSuggestionWord } from '@runder-tisch/domain/feedback/feedback-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { SuggestionsService } from './suggestions.service';
import { SuggestionWords } from './suggestion-words';

@Controller('api')
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly words: SuggestionWords,
  ) {}

  @Get('feedback/:id/suggestions')
  @Access('feedback:decide')
  forItem(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SuggestionsView> {
    return this.suggestions.forItem(viewer, id);
  }

  @Get('feedback/:id/similar')
  @Access('feedback:decide')
  similar(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SimilarFeedbackView[]> {
    return this.suggestions.similar(viewer, id);
  }

  @Get('suggestion-words/:fieldId')
  @Access('lists:change')
  ofField(@Param('fieldId', ParseUUIDPipe) fieldId: string): Promise<SuggestionWordsView> {
    return this.words.ofField(fieldId);
  }

  /** Adds a word, weighs it anew or sets it aside; `If-Match: "v0"` where nothing of it is kept yet. */
  @Put('suggestion-words/:fieldId')
  @Access('lists:change')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Param('fieldId', ParseUUIDPipe) fieldId: string,
    @IfMatch() version: number,
    @Body() request: SaveSuggestionWord,
  ): Promise<SuggestionWordsView> {
    await this.words.save(viewer, fieldId, version, request);
    return this.words.ofField(fieldId);
  }
}
