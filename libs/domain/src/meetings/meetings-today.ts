import { formatDayAndMonth } from '../time';

/** Of which meeting a line on Heute speaks; `startsAt` as JSON carries an instant. */
export interface MeetingOnToday {
  title: string;
  startsAt: string;
}

/** What Heute says of a meeting, by the kind of the line. */
export const meetingSentences: Readonly<Record<string, (meeting: MeetingOnToday) => string>> = {
  'meeting-invite': (it) => `Einladungen senden: ${it.title} am ${formatDayAndMonth(it.startsAt)}`,
  'meeting-held': (it) => `Nachtragen, wer da war: ${it.title} am ${formatDayAndMonth(it.startsAt)}`,
  'meeting-minutes': (it) => `Protokoll vom ${formatDayAndMonth(it.startsAt)} freigeben: ${it.title}`,
  'meeting-protocol': (it) => `Protokoll vom ${formatDayAndMonth(it.startsAt)} versenden: ${it.title}`,
  'meeting-answer': (it) => `Zu- oder absagen: ${it.title} am ${formatDayAndMonth(it.startsAt)}`,
};
