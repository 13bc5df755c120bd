import { Module } from '@nestjs/common';
import { AnswerPageController } from './answers/answer-page.controller';
import { AnswersController } from './answers/answers.controller';
import { AnswersService } from './answers/answers.service';
import { InvitedRepository } from './answers/invited.repository';
import { InvitationDispatch } from './invitations/invitation-dispatch';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsService } from './invitations/invitations.service';
import { InviteeList } from './invitations/invitee-list';
import { InviteeResolver } from './invitations/invitee-resolver';
import { MeetingMails } from './invitations/meeting-mails';
import { PreviewService } from './invitations/preview.service';
import { MeetingsRepository } from './meetings.repository';
import { AgendaController } from './scheduling/agenda.controller';
import { AgendaService } from './scheduling/agenda.service';
import { MeetingsController } from './scheduling/meetings.controller';
import { MeetingsService } from './scheduling/meetings.service';
import { NextMeetingService } from './scheduling/next-meeting.service';

@Module({
  controllers: [
    InvitationsController,
    MeetingsController,
    AgendaController,
    AnswersController,
    AnswerPageController,
  ],
  providers: [
    MeetingsRepository,
    MeetingsService,
    NextMeetingService,
    AgendaService,
    InvitationsService,
    InvitationDispatch,
    InviteeList,
    InviteeResolver,
    MeetingMails,
    PreviewService,
    AnswersService,
    InvitedRepository,
  ],
  exports: [MeetingsRepository, MeetingsService],
})
export class MeetingsModule {}
