import { Module } from '@nestjs/common';
import { DigestController } from './digest/digest.controller';
import { DigestPagesController } from './digest/digest-pages.controller';
import { DigestRepository } from './digest/digest.repository';
import { DigestService } from './digest/digest.service';
import { MessageMails } from './message-mails';
import { MessagePagesController } from './message-pages.controller';
import { MessagesController } from './messages.controller';
import { MessagesRepository } from './messages.repository';
import { MessagesService } from './messages.service';
import { RecipientsRepository } from './recipients.repository';

@Module({
  controllers: [MessagesController, MessagePagesController, DigestController, DigestPagesController],
  providers: [
    MessagesRepository,
    RecipientsRepository,
    MessageMails,
    MessagesService,
    DigestRepository,
    DigestService,
  ],
})
export class MessagesModule {}
