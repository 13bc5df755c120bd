import type { EventStatus } from './calendar-event';

/** The facts of a meeting whose change may concern a calendar entry that lies with somebody else. */
export interface MeetingFacts {
  startsAt: Date;
  endsAt: Date;
  title: string;
  /** Where one has to go: house and address. */
  place: string | null;
  /** Which door in that house; moving next door does not alter who can come. */
  room?: string | null;
  onlineLink: string | null;
  description: string;
  status: EventStatus;
}

export type MeetingFact =
  'startsAt' | 'endsAt' | 'title' | 'place' | 'room' | 'onlineLink' | 'description' | 'status';

export interface Revision {
  /** The facts that differ in more than spelling, in the order a mail names them. */
  changed: MeetingFact[];
  /** RFC 5546 2.1.4: the entry is a new version of itself, older answers no longer count for it. */
  sequenceRises: boolean;
  /** Worth a mail; a typo in the description is not. */
  needsUpdate: boolean;
  /** People answered another question than the one now asked: their answer is asked for again. */
  asksAgain: boolean;
}

/** Blanks, case and closing punctuation are spelling: nobody gets a mail for them. */
function sameText(before: string | null | undefined, after: string | null | undefined): boolean {
  return fold(before) === fold(after);
}

function fold(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

function sameLink(before: string | null, after: string | null): boolean {
  return (before ?? '').trim() === (after ?? '').trim();
}

function sameMinute(before: Date, after: Date): boolean {
  return Math.floor(before.getTime() / 60_000) === Math.floor(after.getTime() / 60_000);
}

export function compareRevisions(before: MeetingFacts, after: MeetingFacts): Revision {
  const changed: MeetingFact[] = [];
  const note = (fact: MeetingFact, same: boolean): void => {
    if (!same) {
      changed.push(fact);
    }
  };
  note('status', before.status === after.status);
  note('startsAt', sameMinute(before.startsAt, after.startsAt));
  note('endsAt', sameMinute(before.endsAt, after.endsAt));
  note('place', sameText(before.place, after.place));
  note('room', sameText(before.room, after.room));
  note('onlineLink', sameLink(before.onlineLink, after.onlineLink));
  note('title', sameText(before.title, after.title));
  note('description', sameText(before.description, after.description));

  const has = (fact: MeetingFact): boolean => changed.includes(fact);
  const onlineGone = Boolean(before.onlineLink?.trim()) && !after.onlineLink?.trim();
  const timeMoved = has('startsAt') || has('endsAt');
  const altersAnswers = timeMoved || has('place') || onlineGone;
  const cancelled = has('status') && after.status === 'CANCELLED';
  const revived = has('status') && before.status === 'CANCELLED';

  return {
    changed,
    sequenceRises: has('status') || altersAnswers,
    needsUpdate: has('status') || altersAnswers || has('room') || has('onlineLink') || has('title'),
    asksAgain: !cancelled && (altersAnswers || revived),
  };
}
