import { Module } from '@nestjs/common';
import { MessageMails } from './message-mails';
import { MessagePagesController } from './message-pages.controller';
import { MessagesController } from './messages.controller';
import { MessagesRepository } from './messages.repository';
import { MessagesService } from './messages.service';
import { RecipientsRepository } from './recipients.repository';

@Module({
  controllers: [MessagesController, MessagePagesController],
  providers: [MessagesRepository, RecipientsRepository, MessageMails, MessagesService],
})
export class MessagesModule {}
