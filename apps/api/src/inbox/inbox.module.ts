import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module';
import { InboxForward } from './inbox-forward';
import { InboxPoll } from './inbox-poll';
import { InboxQueue } from './inbox-queue';
import { InboxTaking } from './inbox-taking';
import { InboxController } from './inbox.controller';
import { MailPlaces } from './mail-places';
import { InboxRepository } from './inbox.repository';
import { InboxService } from './inbox.service';

/** What comes to our address: from the mail server to what is entered, asked or passed on. */
@Module({
  imports: [MeetingsModule],
  controllers: [InboxController],
  providers: [InboxPoll, InboxQueue, InboxTaking, InboxForward, MailPlaces, InboxRepository, InboxService],
})
export class InboxModule {}
