import { Module } from '@nestjs/common';
import { FieldsOfActionModule } from '../fields-of-action/fields-of-action.module';
import { FormatsModule } from '../formats/formats.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { SessionModule } from '../meetings/session.module';
import { FeedbackController } from './inbox/feedback.controller';
import { FeedbackRepository } from './inbox/feedback.repository';
import { FeedbackService } from './inbox/feedback.service';
import { NotesService } from './inbox/notes.service';
import { UndoService } from './inbox/undo.service';
import { FeedbackEntryService } from './entry/feedback-entry.service';
import { HinweisLines } from './entry/hinweis-lines';
import { FeedbackRetention } from './feedback-retention';
import { LetterTexts } from './letters/letter-texts';
import { LettersController } from './letters/letters.controller';
import { LettersRepository } from './letters/letters.repository';
import { LettersService } from './letters/letters.service';
import { OriginalTexts } from './original-texts';
import { PublicLetterPageController } from './return-messages/public-letter-page.controller';
import { PublicLetters } from './return-messages/public-letters';
import { ReturnMessageMails } from './return-messages/return-message-mails';
import { ReturnMessageReading } from './return-messages/return-message-reading';
import { ReturnMessageRecall } from './return-messages/return-message-recall';
import { ReturnMessagesController } from './return-messages/return-messages.controller';
import { ReturnMessagesRepository } from './return-messages/return-messages.repository';
import { ReturnMessagesService } from './return-messages/return-messages.service';
import { SuggestionFields } from './suggestions/suggestion-fields';
import { SuggestionsController } from './suggestions/suggestions.controller';
import { SuggestionsService } from './suggestions/suggestions.service';
import { SuggestionWords } from './suggestions/suggestion-words';
import { AssignmentsController } from './assignments/assignments.controller';
import { AssignmentsService } from './assignments/assignments.service';
import { Responsibilities } from './assignments/responsibilities';
import { Answering } from './answers/answering';
import { ArgumentsController } from './condensing/arguments.controller';
import { ArgumentsService } from './condensing/arguments.service';
import { CountingService } from './condensing/counting.service';
import { GroupsController } from './condensing/groups.controller';
import { GroupsRepository } from './condensing/groups.repository';
import { GroupsService } from './condensing/groups.service';
import { ReleasesController } from './answers/releases.controller';
import { Releases } from './answers/releases.service';
import { SenderMails } from './answers/sender-mails';
import { PublicFeedbackService } from './answers/public-feedback.service';
import { FeedbackStatePageController } from './voices/state-page.controller';
import { VoiceForm } from './voices/voice-form';
import { VoicePagesController } from './voices/voice-pages.controller';
import { VoicesController } from './voices/voices.controller';
import { VoicesService } from './voices/voices.service';

@Module({
  imports: [FieldsOfActionModule, FormatsModule, MeetingsModule, SessionModule],
  controllers: [
    FeedbackController,
    VoicesController,
    ReturnMessagesController,
    PublicLetterPageController,
    FeedbackStatePageController,
    VoicePagesController,
    SuggestionsController,
    ArgumentsController,
    GroupsController,
    AssignmentsController,
    ReleasesController,
    LettersController,
  ],
  providers: [
    OriginalTexts,
    SenderMails,
    Answering,
    Releases,
    FeedbackRepository,
    FeedbackService,
    UndoService,
    ReturnMessageReading,
    ReturnMessageRecall,
    FeedbackEntryService,
    HinweisLines,
    FeedbackRetention,
    SuggestionFields,
    SuggestionsService,
    SuggestionWords,
    ReturnMessagesRepository,
    ReturnMessageMails,
    ReturnMessagesService,
    PublicLetters,
    VoiceForm,
    VoicesService,
    PublicFeedbackService,
    ArgumentsService,
    GroupsRepository,
    GroupsService,
    CountingService,
    NotesService,
    AssignmentsService,
    Responsibilities,
    LetterTexts,
    LettersRepository,
    LettersService,
  ],
  exports: [FeedbackEntryService, FeedbackRetention, PublicFeedbackService],
})
export class FeedbackModule {}
