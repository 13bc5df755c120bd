import { AgendaTemplate } from './agenda/agenda-template.entity';
import { AgendaExclusion } from './committee-session/agenda-exclusion.entity';
import { CalendarFeed } from './feeds/calendar-feed.entity';
import { Invitation } from './invitation.entity';
import { AgendaItem, Meeting } from './meeting.entity';
import { MeetingSeries } from './scheduling/meeting-series.entity';
import { DatePoll, DatePollAnswer, DatePollOption, DatePollVoter } from './polls/poll.entity';
import { Attendance, MinutesEntry, Protocol } from './session.entity';

export const meetingsEntities = [
  MeetingSeries,
  CalendarFeed,
  Meeting,
  AgendaItem,
  AgendaTemplate,
  AgendaExclusion,
  Invitation,
  DatePoll,
  DatePollOption,
  DatePollVoter,
  DatePollAnswer,
  Attendance,
  MinutesEntry,
  Protocol,
];
