import type { CalendarMethod, EventStatus, PartStat } from './calendar-event';
import type { Revision } from './revision';

/** What the calendar of one invitee has been told so far. */
export interface InviteeState {
  /** Whether this person is invited now. */
  invited: boolean;
  /** SEQUENCE of the last calendar part sent to them, null when none ever was. */
  sentSequence: number | null;
  /** Whether that last part was a CANCEL, so that their calendar holds nothing. */
  withdrawn: boolean;
  answer: PartStat;
}

export type DispatchKind = 'REQUEST' | 'UPDATE' | 'CANCEL';

export interface Dispatch {
  kind: DispatchKind;
  method: Exclude<CalendarMethod, 'PUBLISH'>;
  sequence: number;
  status: EventStatus | null;
  partstat: PartStat;
  rsvp: boolean;
}

export interface MeetingRevision {
  /** SEQUENCE after this change; `risenSequence` computes it. */
  sequence: number;
  cancelled: boolean;
  /** What changed since the last dispatch; null when only the list of invitees did. */
  revision: Revision | null;
}

/** The SEQUENCE a meeting carries after a change; it never falls and rises by one per dispatch. */
export function risenSequence(sequence: number, revision: Revision): number {
  return revision.sequenceRises ? sequence + 1 : sequence;
}

/** Decides for one invitee what leaves the house: an invitation, its update, its withdrawal, or nothing. */
export function decideDispatch(invitee: InviteeState, meeting: MeetingRevision): Dispatch | null {
  const holdsEntry = invitee.sentSequence !== null && !invitee.withdrawn;
  if (meeting.cancelled || !invitee.invited) {
    return holdsEntry ? withdrawal(invitee, meeting) : null;
  }
  if (!holdsEntry) {
    return invitation(invitee, meeting);
  }
  return meeting.revision?.needsUpdate ? update(invitee, meeting, meeting.revision) : null;
}

function invitation(invitee: InviteeState, meeting: MeetingRevision): Dispatch {
  return {
    kind: 'REQUEST',
    method: 'REQUEST',
    // Whoever was un-invited once holds a higher SEQUENCE than the meeting may have: clients drop what is older.
    sequence:
      invitee.sentSequence === null ? meeting.sequence : Math.max(meeting.sequence, invitee.sentSequence + 1),
    status: 'CONFIRMED',
    partstat: 'NEEDS-ACTION',
    rsvp: true,
  };
}

function update(invitee: InviteeState, meeting: MeetingRevision, revision: Revision): Dispatch {
  const answered = invitee.answer !== 'NEEDS-ACTION' && !revision.asksAgain;
  const sent = invitee.sentSequence ?? 0;
  return {
    kind: 'UPDATE',
    method: 'REQUEST',
    // Somebody re-invited may stand above the meeting; a moved date must rise for them, too.
    sequence: Math.max(meeting.sequence, revision.sequenceRises ? sent + 1 : sent),
    status: 'CONFIRMED',
    // An answer given stays in their calendar unless it is asked for again.
    partstat: answered ? invitee.answer : 'NEEDS-ACTION',
    rsvp: !answered,
  };
}

function withdrawal(invitee: InviteeState, meeting: MeetingRevision): Dispatch {
  return {
    kind: 'CANCEL',
    method: 'CANCEL',
    sequence: Math.max(meeting.sequence, (invitee.sentSequence ?? 0) + 1),
    status: meeting.cancelled ? 'CANCELLED' : null,
    partstat: invitee.answer,
    rsvp: false,
  };
}
