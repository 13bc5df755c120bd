import type { StaffMeetingView } from '@runder-tisch/domain/meetings';

/** What the one primary button of the page does next. */
export type NextStep =
  | { kind: 'go'; label: string; link: string }
  | { kind: 'start'; label: string }
  | { kind: 'remind'; label: string }
  | { kind: 'add'; label: string };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** People get this long to answer before somebody asks again. */
const REST = 3 * DAY;
/** Shortly before the answers are wanted a reminder helps even so. */
const NEAR = 2 * DAY;

/** Its hours are behind us, whether anybody was invited or not. */
export function isPast({ endsAt }: Pick<StaffMeetingView, 'endsAt'>, now: Date): boolean {
  return endsAt !== null && new Date(endsAt) < now;
}

/** From the draft to the Ergebnisbrief there is always exactly one thing due, or none. */
export function nextStep(meeting: StaffMeetingView, now: Date): NextStep | null {
  const page = `/termine/${meeting.id}`;
  const opens = meeting.startsAt !== null && new Date(meeting.startsAt).getTime() - HOUR <= now.getTime();
  const isOver = isPast(meeting, now);
  const addLater: NextStep = { kind: 'go', label: 'Protokoll nachtragen', link: `${page}/sitzung` };
  switch (meeting.state) {
    case 'DRAFT':
    case 'POSTPONED':
      if (meeting.poll?.state === 'OPEN' && meeting.poll.silent > 0)
        return { kind: 'go', label: 'Zur Terminumfrage', link: `${page}/umfrage` };
      if (meeting.poll?.state === 'OPEN' || meeting.poll?.state === 'CLOSED')
        return { kind: 'go', label: 'Termin wählen', link: `${page}/umfrage` };
      if (meeting.startsAt === null)
        return { kind: 'go', label: 'Terminumfrage senden', link: `${page}/umfrage` };
      if (meeting.state === 'DRAFT' && isOver) return addLater;
      return { kind: 'go', label: 'Einladungen senden', link: `${page}/planen` };
    case 'SCHEDULED':
      if (isOver && !meeting.sessionStartedAt) return addLater;
      if (opens) return { kind: 'start', label: 'Sitzung starten' };
      return { kind: 'go', label: 'Einladungen senden', link: `${page}/planen` };
    case 'INVITED': {
      if (meeting.sessionStartedAt)
        return { kind: 'go', label: 'Zur laufenden Sitzung', link: `${page}/sitzung` };
      if (isOver) return addLater;
      if (opens) return { kind: 'start', label: 'Sitzung starten' };
      if (meeting.counts.open > 0 && !meeting.recallable && remindsNow(meeting, now))
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

/** A reminder makes sense some days after the last mail about it, or when answers are wanted soon. */
function remindsNow({ invitations, answerUntil, startsAt }: StaffMeetingView, now: Date): boolean {
  const silent = invitations.filter((it) => it.uninvitedAt === null && it.answer === 'NEEDS_ACTION');
  const asked = silent.flatMap((it) => [it.invitedAt, it.remindedAt]).filter((at) => at !== null);
  const last = Math.max(...asked.map((at) => Date.parse(at)));
  const wanted = Date.parse(answerUntil ?? startsAt ?? '');
  const rest = wanted - now.getTime() < NEAR ? DAY : REST;
  return now.getTime() - last >= rest;
}
