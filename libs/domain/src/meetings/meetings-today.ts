import type { TodayKinds, TodayWords } from '../tasks';
import { todayPriority } from '../tasks';
import { formatDayAndMonth } from '../time';

interface Meeting {
  title: string;
  /** An instant as JSON carries it; null while a poll looks for the date. */
  startsAt: string | null;
}

/** Of a committee: by when its minutes must be there. */
interface MinutesDeadline {
  until?: string | null;
  late?: boolean;
}

interface Silence extends Meeting {
  /** How many have not answered, of how many asked. */
  silent: number;
  asked: number;
}

const { now, soon, sometime } = todayPriority;

/** `am 16.01.`: what is due lies near, nobody needs the year. */
function onDay(startsAt: string | null): string {
  return startsAt ? ` am ${formatDayAndMonth(startsAt)}` : '';
}

function byDay(until: string | null | undefined): string {
  return until ? `, spätestens am ${formatDayAndMonth(until)}` : '';
}

function silence({ silent, asked, title }: Silence, done: string): string {
  return `${silent} von ${asked} ${silent === 1 ? 'hat' : 'haben'} nicht ${done}: ${title}`;
}

function followUp(text: string, action: string, id: string): TodayWords {
  return { text, action, path: `/termine/${id}/nachlauf` };
}

/** What is due with meetings, most urgent first. */
export const meetingsToday = {
  'meeting-minutes': {
    priority: now,
    says: ({ title, startsAt, until, late }: Meeting & MinutesDeadline, id) =>
      followUp(
        `Protokoll${fromDay(startsAt)} ${late ? 'überfällig' : 'freigeben'}${byDay(until)}: ${title}`,
        'Prüfen',
        id,
      ),
  },
  'meeting-protocol': {
    priority: now + 2,
    says: ({ title, startsAt }: Meeting, id) =>
      followUp(`Protokoll${fromDay(startsAt)} versenden: ${title}`, 'Versenden', id),
  },
  'poll-choose': {
    priority: now + 4,
    says: ({ title, running }: Meeting & { running: boolean }, id) => ({
      text: `${running ? 'Alle haben abgestimmt' : 'Umfrage beendet'}: Termin wählen für ${title}`,
      path: `/termine/${id}/umfrage`,
      action: 'Termin wählen',
    }),
  },
  'meeting-held': {
    priority: now + 5,
    says: ({ title, startsAt }: Meeting, id) => ({
      text: `Nachtragen, wer da war: ${title}${onDay(startsAt)}`,
      path: `/termine/${id}`,
      action: 'Nachtragen',
    }),
  },
  'meeting-silent': {
    priority: soon,
    says: (facts: Silence, id) => ({
      text: silence(facts, 'geantwortet'),
      path: `/termine/${id}`,
      action: 'Erinnern',
      post: `/api/meetings/${id}/remind`,
      undo: `/api/meetings/${id}/recall`,
    }),
  },
  'poll-silent': {
    priority: soon + 2,
    says: (facts: Silence & { pollId: string }, id) => ({
      text: silence(facts, 'abgestimmt'),
      path: `/termine/${id}/umfrage`,
      action: 'Erinnern',
      post: `/api/polls/${facts.pollId}/remind`,
      undo: `/api/polls/${facts.pollId}/recall`,
    }),
  },
  'meeting-answer': {
    priority: soon + 5,
    says: ({ title, startsAt }: Meeting, id) => ({
      text: `Zu- oder absagen: ${title}${onDay(startsAt)}`,
      path: `/termine/${id}`,
      action: 'Antworten',
    }),
  },
  'meeting-invite': {
    priority: sometime,
    says: ({ title, startsAt }: Meeting, id) => ({
      text: `Einladungen senden: ${title}${onDay(startsAt)}`,
      path: `/termine/${id}`,
      action: 'Einladen',
    }),
  },
} satisfies TodayKinds;

function fromDay(startsAt: string | null): string {
  return onDay(startsAt).replace(' am ', ' vom ');
}
