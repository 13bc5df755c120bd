import { Module } from '@nestjs/common';
import { FormatsModule } from '../formats/formats.module';
import { FeedbackController } from './feedback.controller';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackService } from './feedback.service';
import { FeedbackEntryService } from './feedback-entry.service';
import { FeedbackRetention } from './feedback-retention';
import { OriginalTexts } from './original-texts';
import { ReturnMessagesController } from './return-messages.controller';
import { ReturnMessagesRepository } from './return-messages.repository';
import { ReturnMessagesService } from './return-messages.service';
import { SenderMails } from './sender-mails';
import { FeedbackStatePageController } from './state-page.controller';

@Module({
  imports: [FormatsModule],
  controllers: [FeedbackController, ReturnMessagesController, FeedbackStatePageController],
  providers: [
    OriginalTexts,
    SenderMails,
    FeedbackRepository,
    FeedbackService,
    FeedbackEntryService,
    FeedbackRetention,
    ReturnMessagesRepository,
    ReturnMessagesService,
  ],
  exports: [FeedbackEntryService, FeedbackRetention],
})
export class FeedbackModule {}
