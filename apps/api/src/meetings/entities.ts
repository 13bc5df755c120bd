import { Invitation } from './invitation.entity';
import { AgendaItem, Meeting } from './meeting.entity';
import { Attendance, MinutesEntry, Protocol } from './session.entity';

export const meetingsEntities = [Meeting, AgendaItem, Invitation, Attendance, MinutesEntry, Protocol];
