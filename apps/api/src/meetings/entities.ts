import { Invitation } from './invitation.entity';
import { AgendaItem, Meeting } from './meeting.entity';
import { DatePoll, DatePollAnswer, DatePollOption, DatePollVoter } from './polls/poll.entity';
import { Attendance, MinutesEntry, Protocol } from './session.entity';

export const meetingsEntities = [
  Meeting,
  AgendaItem,
  Invitation,
  DatePoll,
  DatePollOption,
  DatePollVoter,
  DatePollAnswer,
  Attendance,
  MinutesEntry,
  Protocol,
];
