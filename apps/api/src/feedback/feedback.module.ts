import { Module } from '@nestjs/common';
import { FormatsModule } from '../formats/formats.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { FeedbackController } from './feedback.controller';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackService } from './feedback.service';
import { FeedbackEntryService } from './feedback-entry.service';
import { FeedbackRetention } from './feedback-retention';
import { OriginalTexts } from './original-texts';
import { ReturnMessagesController } from './return-messages.controller';
import { ReturnMessagesRepository } from './return-messages.repository';
import { ReturnMessagesService } from './return-messages.service';
import { SuggestionFields } from './suggestions/suggestion-fields';
import { SuggestionsController } from './suggestions/suggestions.controller';
import { SuggestionsService } from './suggestions/suggestions.service';
import { SuggestionWords } from './suggestions/suggestion-words';
import { SenderMails } from './sender-mails';
import { PublicFeedbackService } from './public-feedback.service';
import { FeedbackStatePageController } from './state-page.controller';
import { VoiceForm } from './voice-form';
import { VoicePagesController } from './voice-pages.controller';
import { VoicesController } from './voices.controller';
import { VoicesService } from './voices.service';

@Module({
  imports: [FormatsModule, MeetingsModule],
  controllers: [
    FeedbackController,
    VoicesController,
    ReturnMessagesController,
    FeedbackStatePageController,
    VoicePagesController,
    SuggestionsController,
  ],
  providers: [
    OriginalTexts,
    SenderMails,
    FeedbackRepository,
    FeedbackService,
    FeedbackEntryService,
    FeedbackRetention,
    SuggestionFields,
    SuggestionsService,
    SuggestionWords,
    ReturnMessagesRepository,
    ReturnMessagesService,
    VoiceForm,
    VoicesService,
    PublicFeedbackService,
  ],
  exports: [FeedbackEntryService, FeedbackRetention],
})
export class FeedbackModule {}
