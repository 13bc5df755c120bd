import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { greetingTo } from '@runder-tisch/domain/actors';
import { type CalendarEvent, calendarUid, type Dispatch } from '@runder-tisch/domain/calendar';
import { agendaNumbers, type Leveled, linkDaysAfterMeeting, numberMark } from '@runder-tisch/domain/meetings';
import { berlinDay, formatDate } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { invitationIcs } from '../../calendar/ics';
import { Clock } from '../../clock';
import { rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { type MailFrame, mailFooterLines } from '../../documents/mail-frame';
import { awayWords } from '../../networks/absences/absence-sql';
import { type MailIdentity, MailIdentitySource } from '../../outbox/mail-identity';
import { Outbox } from '../../outbox/outbox';
import { checkAddress, type OutgoingMail } from '../../outbox/outgoing-mail';
import { Settings } from '../../settings/settings';
import type { Invitation } from '../invitation.entity';
import type { Meeting } from '../meeting.entity';
import { type LetterFacts, type LetterKind, meetingLetter } from './invitation-letter';

const DAY = 86_400_000;
/** Links of a meeting without a date live as long as those of one in half a year. */
const UNDATED_DAYS = 180;

export interface MeetingMail {
  invitation: Pick<
    Invitation,
    'id' | 'personId' | 'mail' | 'name' | 'onBehalfOfId' | 'organisationId' | 'answer'
  > &
    Partial<Pick<Invitation, 'representsId' | 'waitingNumber'>>;
  kind: LetterKind;
  /** What the calendar of the recipient is told; null for a mail without a calendar part. */
  dispatch: Dispatch | null;
}

export interface MailRun {
  batchId: string;
  notBefore?: Date;
  changes?: LetterFacts['changes'];
  asksAgain?: boolean;
  reason?: string;
  /** What it is for, where that does not follow from the kind of letter. */
  purpose?: string;
  /** What the dispatch speaks of, where that is no longer the stored meeting: a cancelled date. */
  shown?: Pick<Meeting, 'startsAt' | 'endsAt'>;
}

interface Recipient {
  salutation: string;
  title: string;
  givenName: string;
  familyName: string;
}

export interface LetterContext {
  identity: MailIdentity;
  frame: MailFrame;
  agenda: LetterFacts['agenda'];
  people: ReadonlyMap<string, Recipient>;
  organisations: ReadonlyMap<string, string>;
  /** Those whom deputies among the recipients stand in for. */
  represented: ReadonlyMap<string, { name: string; mail: string }>;
  /** Who answers in place of a coordination that is away; empty where nobody is. */
  away: string;
}

const purposes: Record<LetterKind, string> = {
  INVITATION: 'invitation',
  DEPUTY: 'invitation',
  UPDATE: 'invitation-update',
  CANCELLED: 'invitation-cancel',
  POSTPONED: 'invitation-cancel',
  UNINVITED: 'invitation-cancel',
  DOUBLE: 'invitation-cancel',
  REMINDER: 'reminder',
  WAITING: 'invitation-update',
  MOVED_UP: 'invitation-update',
  STAYS: 'invitation-update',
};

/** Writes the mails of a meeting: one per invitee, with nobody but that invitee in its calendar part. */
@Injectable()
export class MeetingMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly identities: MailIdentitySource,
    private readonly clock: Clock,
  ) {}

  async send(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    mails: readonly MeetingMail[],
    run: MailRun,
  ): Promise<void> {
    const context = await this.context(tx, meeting, mails);
    const shown = { ...meeting, ...run.shown };
    const outgoing: OutgoingMail[] = [];
    for (const mail of mails) {
      const answerUrl = await this.answerUrl(tx, shown, mail);
      outgoing.push({
        ...this.write(viewer, shown, mail, context, answerUrl, run),
        batchId: run.batchId,
        ...(run.notBefore ? { notBefore: run.notBefore } : {}),
        ...(run.purpose ? { purpose: run.purpose } : {}),
      });
    }
    await this.outbox.enqueueAll(tx, outgoing);
  }

  /** One mail, finished but not stored. */
  write(
    viewer: Viewer,
    meeting: Meeting,
    { invitation, kind, dispatch }: MeetingMail,
    context: LetterContext,
    answerUrl: string | null,
    run: Pick<MailRun, 'changes' | 'asksAgain' | 'reason'> = {},
  ): OutgoingMail {
    checkAddress(invitation.mail, 'mail');
    const letter = meetingLetter(
      this.letterFacts(meeting, { invitation, kind, dispatch }, context, answerUrl, run),
    );
    const frame: MailFrame = { ...context.frame, sender: meeting.organizerName, preview: letter.preview };
    const event = dispatch && calendarEvent(meeting, invitation, dispatch, context, answerUrl);
    return {
      to: { name: invitation.name, address: invitation.mail },
      subject: letter.subject,
      text: asText(letter.content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(letter.content, frame),
      purpose: purposes[kind],
      objectKind: 'invitation',
      objectId: invitation.id,
      fromName: meeting.organizerName,
      replyTo: { name: meeting.organizerName, address: meeting.organizerMail },
      ...(event && dispatch
        ? {
            calendar: {
              method: dispatch.method,
              content: invitationIcs(event, dispatch.method),
            },
          }
        : {}),
      orderKey: calendarUid(meeting.id, context.identity.instanceHost),
      personId: invitation.personId,
      networkId: meeting.networkId,
      accountId: viewer.accountId,
    };
  }

  letterFacts(
    meeting: Meeting,
    { invitation, kind }: MeetingMail,
    context: LetterContext,
    answerUrl: string | null,
    run: Pick<MailRun, 'changes' | 'asksAgain' | 'reason'> = {},
  ): LetterFacts {
    const person = (invitation.personId && context.people.get(invitation.personId)) || null;
    return {
      kind,
      meeting,
      agenda: context.agenda,
      greeting: greetingTo({ person, name: invitation.name, mailbox: invitation.organisationId !== null }),
      onBehalfOf: invitation.onBehalfOfId ? (context.organisations.get(invitation.onBehalfOfId) ?? '') : '',
      represents: represented(invitation, context)?.name ?? '',
      away: context.away,
      answerUrl,
      answer: invitation.answer,
      waits: typeof invitation.waitingNumber === 'number',
      ...run,
    };
  }

  /** Names and agenda for a run, read once. */
  async context(
    tx: EntityManager,
    meeting: Pick<Meeting, 'id' | 'title' | 'networkId'>,
    mails: readonly Pick<MeetingMail, 'invitation'>[],
  ): Promise<LetterContext> {
    const agenda = await rowsIn<LetterFacts['agenda'][number]>(
      tx,
      sql`select title, minutes, presenter, level from agenda_item where meeting_id = ${meeting.id} and visibility <> 'HIDDEN' order by position`,
    );
    return { ...(await this.names(tx, meeting, mails)), agenda };
  }

  /** What stands around every mail of the meeting, and how its recipients are addressed. */
  async names(
    tx: EntityManager,
    { title, networkId }: Pick<Meeting, 'title' | 'networkId'>,
    mails: readonly Pick<MeetingMail, 'invitation'>[],
  ): Promise<Omit<LetterContext, 'agenda'>> {
    const personIds = mails.map((mail) => mail.invitation.personId).filter((id) => id !== null);
    const organisationIds = mails.map((mail) => mail.invitation.onBehalfOfId).filter((id) => id !== null);
    const people = await rowsIn<Recipient & { id: string }>(
      tx,
      sql`select id, salutation, title, given_name as "givenName", family_name as "familyName" from person where id = any(${personIds}::uuid[])`,
    );
    const organisations = await rowsIn<{ id: string; name: string }>(
      tx,
      sql`select id, name from organisation where id = any(${organisationIds}::uuid[])`,
    );
    return {
      identity: await this.identities.identity(tx),
      frame: await this.settings.mailFrame(tx, {
        why: `Sie erhalten diese Mail, weil Sie zu „${title}“ eingeladen sind.`,
      }),
      people: new Map(people.map(({ id, ...person }) => [id, person])),
      represented: await this.represented(tx, mails),
      away: await this.away(tx, networkId),
      organisations: new Map(organisations.map((it) => [it.id, it.name])),
    };
  }

  /** Who answers while the coordination is away, in one sentence for each of them. */
  private async away(tx: EntityManager, networkId: string | null): Promise<string> {
    if (networkId === null) return '';
    const found = await rowsIn<{ name: string; toDay: string; deputy: string; mail: string }>(
      tx,
      awayWords(networkId, berlinDay(this.clock.now())),
    );
    return found
      .map(
        ({ name, toDay, deputy, mail }) =>
          `${name} ist bis ${formatDate(toDay)} nicht im Dienst. In dieser Zeit hilft Ihnen ${deputy} weiter${mail ? ` (${mail})` : ''}.`,
      )
      .join(' ');
  }

  private async represented(
    tx: EntityManager,
    mails: readonly Pick<MeetingMail, 'invitation'>[],
  ): Promise<LetterContext['represented']> {
    const ids = mails.flatMap((mail) => mail.invitation.representsId ?? []);
    if (ids.length === 0) return new Map();
    const originals = await rowsIn<{ id: string; name: string; mail: string }>(
      tx,
      sql`select id, name, mail from invitation where id = any(${ids}::uuid[])`,
    );
    return new Map(originals.map((it) => [it.id, it]));
  }

  private async answerUrl(
    tx: EntityManager,
    meeting: Meeting,
    { invitation, kind }: MeetingMail,
  ): Promise<string | null> {
    if (purposes[kind] === 'invitation-cancel') return null;
    const end = meeting.endsAt?.getTime() ?? this.clock.now().getTime() + UNDATED_DAYS * DAY;
    const token = await this.links.create(tx, {
      purpose: 'answer',
      personId: invitation.personId,
      objectKind: 'invitation',
      objectId: invitation.id,
      expiresAt: new Date(end + linkDaysAfterMeeting * DAY),
    });
    return this.links.url(`/antwort/${token}`);
  }
}

function represented(
  { representsId }: MeetingMail['invitation'],
  { represented: originals }: LetterContext,
): { name: string; mail: string } | undefined {
  return representsId ? originals.get(representsId) : undefined;
}

/** What the calendar entry of one invitee says; UID and DTSTAMP are the same for all of them. */
function calendarEvent(
  meeting: Meeting,
  invitation: MeetingMail['invitation'],
  dispatch: Dispatch,
  context: LetterContext,
  answerUrl: string | null,
): CalendarEvent | null {
  if (!meeting.startsAt || !meeting.endsAt || !meeting.calendarStamp) return null;
  return {
    uid: calendarUid(meeting.id, context.identity.instanceHost),
    sequence: dispatch.sequence,
    dtstamp: meeting.calendarStamp,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    title: meeting.title,
    place: [meeting.place, meeting.placeNote].filter(Boolean).join(', ') || null,
    onlineLink: meeting.onlineLink || null,
    description: calendarText(meeting, context.agenda, answerUrl),
    organizer: { name: meeting.organizerName, mail: meeting.organizerMail },
    takesProposals: meeting.organizerMail === context.identity.inboxAddress,
    attendee: {
      name: invitation.name,
      mail: invitation.mail,
      role: 'REQ-PARTICIPANT',
      partstat: dispatch.partstat,
      rsvp: dispatch.rsvp,
      delegatedFrom: represented(invitation, context)?.mail ?? null,
    },
    url: answerUrl,
    status: dispatch.status,
    createdAt: meeting.createdAt,
  };
}

/** Plain text for calendars, the answer link first: some clients cut what is long. */
export function calendarText(
  meeting: Pick<Meeting, 'invitationText' | 'accessibility' | 'onlineLink'>,
  agenda: readonly ({ title: string } & Leveled)[],
  answerUrl: string | null,
): string {
  const numbers = agendaNumbers(agenda).map(numberMark);
  return [
    answerUrl ? `Zu- oder absagen: ${answerUrl}` : '',
    meeting.onlineLink ? `Online teilnehmen: ${meeting.onlineLink}` : '',
    meeting.invitationText,
    agenda.length > 0
      ? `Tagesordnung\n${agenda.map((item, index) => `${numbers[index]} ${item.title}`).join('\n')}`
      : '',
    meeting.accessibility ? `Barrierefreiheit: ${meeting.accessibility}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
