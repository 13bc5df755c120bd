import type { StaffMeetingView } from '@runder-tisch/domain/meetings';

/** What the one primary button of the page does next. */
export type NextStep =
  | { kind: 'go'; label: string; link: string }
  | { kind: 'remind'; label: string }
  | { kind: 'add'; label: string };

const HOUR = 3_600_000;

/** From the draft to the Ergebnisbrief there is always exactly one thing due, or none. */
export function nextStep(meeting: StaffMeetingView, now: Date): NextStep | null {
  const page = `/termine/${meeting.id}`;
  const opens = meeting.startsAt !== null && new Date(meeting.startsAt).getTime() - HOUR <= now.getTime();
  switch (meeting.state) {
    case 'DRAFT':
    case 'POSTPONED':
      if (meeting.poll?.state === 'OPEN' && meeting.poll.silent > 0)
        return { kind: 'go', label: 'Zur Terminumfrage', link: `${page}/umfrage` };
      if (meeting.poll?.state === 'OPEN' || meeting.poll?.state === 'CLOSED')
        return { kind: 'go', label: 'Termin wählen', link: `${page}/umfrage` };
      if (meeting.startsAt === null)
        return { kind: 'go', label: 'Terminumfrage senden', link: `${page}/umfrage` };
      return { kind: 'go', label: 'Einladungen senden', link: `${page}/planen` };
    case 'SCHEDULED':
      if (opens) return { kind: 'go', label: 'Sitzung starten', link: `${page}/sitzung` };
      return { kind: 'go', label: 'Einladungen senden', link: `${page}/planen` };
    case 'INVITED': {
      if (meeting.sessionStartedAt)
        return { kind: 'go', label: 'Zur laufenden Sitzung', link: `${page}/sitzung` };
      if (opens) return { kind: 'go', label: 'Sitzung starten', link: `${page}/sitzung` };
      if (meeting.counts.open > 0 && !meeting.recallable)
        return { kind: 'remind', label: `Erinnern (${meeting.counts.open})` };
      return { kind: 'add', label: 'Weitere einladen' };
    }
    case 'HELD':
      return { kind: 'go', label: 'Protokoll prüfen', link: `${page}/nachlauf` };
    case 'MINUTES_APPROVED':
      if (!meeting.protocolSentAt)
        return { kind: 'go', label: 'Protokoll versenden', link: `${page}/nachlauf` };
      return meeting.fedBack
        ? null
        : { kind: 'go', label: 'Ergebnisbrief schreiben', link: `${page}/ergebnisbrief` };
    case 'CANCELLED':
      return null;
  }
}
