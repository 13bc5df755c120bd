import type { Day } from '../time';

/** What a calendar part says, in the words of iCalendar (RFC 5545) and iTIP (RFC 5546). */

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH' | 'DECLINECOUNTER';
export type EventStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
export type AttendeeRole = 'CHAIR' | 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT' | 'NON-PARTICIPANT';
export type PartStat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED';

export interface CalendarPerson {
  name: string;
  mail: string;
}

export interface CalendarAttendee extends CalendarPerson {
  role: AttendeeRole;
  partstat: PartStat;
  rsvp: boolean;
  /** Address of the person a deputy stands in for. */
  delegatedFrom?: string | null;
}

export interface CalendarEvent {
  /** `<uuid>@<instance id>`, the same for every recipient and every revision. */
  uid: string;
  sequence: number;
  dtstamp: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  place: string | null;
  onlineLink?: string | null;
  /** Plain text, written for people; the answer link belongs in here, clients show nothing else. */
  description: string;
  organizer: CalendarPerson;
  /** Whether somebody reads another time that is proposed to the organizer (COUNTER). */
  takesProposals?: boolean;
  /** The only invitee of this mail: nobody learns of the others through a calendar part. */
  attendee?: CalendarAttendee;
  url?: string | null;
  /** Null on a CANCEL that un-invites one person: the meeting itself still takes place. */
  status: EventStatus | null;
  createdAt?: Date;
}

/** Something that falls on a day and takes nobody's time, for a file that others take into their calendars. */
export interface CalendarDay {
  /** The same whenever it is taken over again. */
  uid: string;
  /** Rises whenever the day may be another. */
  sequence: number;
  day: Day;
  title: string;
  /** Plain text. */
  description: string;
  url: string;
}

/** An entry of a feed that repeats, or one date of it that differs. */
export interface FeedEvent extends CalendarEvent {
  /** The rule without its name, as RFC 5545 3.3.10 writes it, and when the dates begin that are left out. */
  repeats?: { rule: string; left: readonly Date[] };
  /** Of one date: when the rule of the entry with the same UID has it. */
  insteadOf?: Date;
}

export function calendarUid(meetingId: string, instanceId: string): string {
  return `${meetingId}@${instanceId}`;
}
