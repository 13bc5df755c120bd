import { Module } from '@nestjs/common';
import { AgendaTemplatesController } from './agenda/agenda-templates.controller';
import { AgendaTemplates } from './agenda/agenda-templates.service';
import { AnswerPageController } from './answers/answer-page.controller';
import { AnswersController } from './answers/answers.controller';
import { AnswersService } from './answers/answers.service';
import { Deputies } from './answers/deputies';
import { InvitedRepository } from './answers/invited.repository';
import { OwnInvitationsController } from './answers/own-invitations.controller';
import { OwnInvitationsRepository } from './answers/own-invitations.repository';
import { RepliesController } from './answers/replies.controller';
import { DeclinedProposals } from './answers/declined-proposals';
import { RepliesService } from './answers/replies.service';
import { FeedController } from './feeds/feed.controller';
import { FeedRepository } from './feeds/feed.repository';
import { FeedsController } from './feeds/feeds.controller';
import { FeedsService } from './feeds/feeds.service';
import { HeldInvitations } from './invitations/held-invitations';
import { WaitingList } from './invitations/waiting-list';
import { InvitationDispatch } from './invitations/invitation-dispatch';
import { InvitationHandover } from './invitations/invitation-handover';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsService } from './invitations/invitations.service';
import { RefusedMails } from './invitations/refused-mails';
import { InviteeList } from './invitations/invitee-list';
import { InviteeResolver } from './invitations/invitee-resolver';
import { MeetingMails } from './invitations/meeting-mails';
import { MergedInvitations } from './invitations/merged-invitations';
import { PreviewService } from './invitations/preview.service';
import { MeetingsRepository } from './meetings.repository';
import { PollDispatch } from './polls/poll-dispatch';
import { MeetingPacks } from './pack/meeting-packs';
import { MeetingPacksController } from './pack/meeting-packs.controller';
import { PollMails } from './polls/poll-mails';
import { PollPreview } from './polls/poll-preview';
import { PollPageController } from './polls/poll-page.controller';
import { PollPlanningService } from './polls/poll-planning.service';
import { PollReminders } from './polls/poll-reminders';
import { PollStepsService } from './polls/poll-steps.service';
import { PollVotesService } from './polls/poll-votes.service';
import { PollsController } from './polls/polls.controller';
import { PollsRepository } from './polls/polls.repository';
import { AskedRepository } from './polls/asked.repository';
import { AgendaController } from './scheduling/agenda.controller';
import { AgendaService } from './scheduling/agenda.service';
import { MeetingsController } from './scheduling/meetings.controller';
import { MeetingsService } from './scheduling/meetings.service';
import { SlotsRepository } from './year/slots.repository';
import { YearController } from './year/year.controller';
import { YearRepository } from './year/year.repository';
import { SessionModule } from './session.module';
import { NextMeetingService } from './scheduling/next-meeting.service';
import { SeriesService } from './scheduling/series.service';

@Module({
  imports: [SessionModule],
  controllers: [
    MeetingPacksController,
    InvitationsController,
    MeetingsController,
    AgendaController,
    AgendaTemplatesController,
    AnswersController,
    OwnInvitationsController,
    RepliesController,
    AnswerPageController,
    PollsController,
    PollPageController,
    YearController,
    FeedsController,
    FeedController,
  ],
  providers: [
    AgendaTemplates,
    MeetingPacks,
    MeetingsRepository,
    MeetingsService,
    NextMeetingService,
    SeriesService,
    FeedsService,
    FeedRepository,
    AgendaService,
    InvitationsService,
    RefusedMails,
    InvitationDispatch,
    InvitationHandover,
    InviteeList,
    InviteeResolver,
    MeetingMails,
    MergedInvitations,
    PreviewService,
    AnswersService,
    Deputies,
    HeldInvitations,
    WaitingList,
    RepliesService,
    DeclinedProposals,
    InvitedRepository,
    PollsRepository,
    PollPlanningService,
    PollStepsService,
    PollVotesService,
    PollDispatch,
    PollMails,
    PollPreview,
    PollReminders,
    AskedRepository,
    OwnInvitationsRepository,
    YearRepository,
    SlotsRepository,
  ],
  exports: [
    AgendaService,
    InvitationHandover,
    InvitationsService,
    MeetingsRepository,
    MeetingsService,
    RepliesService,
    DeclinedProposals,
  ],
})
export class MeetingsModule {}
