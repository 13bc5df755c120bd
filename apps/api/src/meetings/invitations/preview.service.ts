import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type InvitationPreviewView, meetingProblems } from '@runder-tisch/domain/meetings';
import type { PreviewInvitation } from '@runder-tisch/domain/meetings/meetings-requests';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { assertPlansFor } from '../../networks/networks-access';
import { Outbox } from '../../outbox/outbox';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
import { problem } from '../../problem/problem';
import type { Meeting } from '../meeting.entity';
import { meetingFields, unframed } from '../meeting-fields';
import { organizerOf } from './invitation-dispatch';
import { meetingLetter } from './invitation-letter';
import { type MeetingMail, MeetingMails } from './meeting-mails';

/** The link of a mail nobody was invited by: its page says so. */
export const TRIAL_TOKEN = 'probe';

interface Self {
  name: string;
  mail: string;
  personId: string | null;
}

/** The mail of an invitee before anything is stored, on the screen or in one's own inbox. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly mails: MeetingMails,
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  preview(viewer: Viewer, request: PreviewInvitation): Promise<InvitationPreviewView> {
    return this.database.read(async (tx) => {
      const self = await this.self(tx, viewer);
      const { mail, meeting, letter } = await this.compose(tx, viewer, request, self);
      const { preview, to, subject } = await this.outbox.preview(tx, mail);
      return {
        from: preview.from,
        replyTo: preview.replyTo,
        to: `${to.name} <${to.address}>`,
        subject,
        html: preview.html,
        text: preview.text,
        content: letter.content,
        calendar:
          meeting.startsAt && meeting.endsAt
            ? {
                title: meeting.title,
                startsAt: meeting.startsAt.toISOString(),
                endsAt: meeting.endsAt.toISOString(),
                place: [meeting.place, meeting.placeNote, meeting.onlineLink].filter(Boolean).join(', '),
                organizer: `${meeting.organizerName} <${meeting.organizerMail}>`,
              }
            : null,
      };
    });
  }

  /** The same mail to whoever plans, marked as a test and with a calendar entry of its own. */
  test(viewer: Viewer, request: PreviewInvitation): Promise<{ to: string }> {
    return this.database.write(viewer, 'invitation.test', async (tx) => {
      const self = await this.self(tx, viewer);
      if (!self.mail) throw problem(meetingProblems, 'no-own-address');
      const { mail } = await this.compose(tx, viewer, { ...request, invitee: null }, self);
      await this.outbox.enqueue(tx, {
        ...mail,
        subject: `[Test] ${mail.subject}`,
        purpose: 'invitation-test',
        orderKey: newId(),
      });
      return { to: self.mail };
    });
  }

  private async compose(tx: EntityManager, viewer: Viewer, request: PreviewInvitation, self: Self) {
    // The mails of a network stand in the mailbox of those who coordinate it.
    assertPlansFor(viewer, request.meeting.networkId);
    const invitation: MeetingMail['invitation'] = {
      id: newId(),
      personId: request.invitee ? request.invitee.personId : self.personId,
      organisationId: request.invitee?.organisationId ?? null,
      onBehalfOfId: request.invitee?.onBehalfOfId ?? null,
      mail: request.invitee?.mail ?? self.mail,
      name: request.invitee ? request.invitee.name || request.invitee.mail : self.name,
      answer: 'NEEDS_ACTION',
    };
    const names = await this.mails.names(tx, request.meeting, [{ invitation }]);
    const now = this.clock.now();
    const meeting: Meeting = {
      ...meetingFields(request.meeting),
      ...blank,
      ...organizerOf(viewer, names.identity),
      id: newId(),
      calendarStamp: now,
      createdAt: now,
    };
    const agenda = request.agenda.filter((item) => item.visibility !== 'HIDDEN');
    const job: MeetingMail = {
      invitation,
      kind: 'INVITATION',
      dispatch: {
        kind: 'REQUEST',
        method: 'REQUEST',
        sequence: 0,
        status: 'CONFIRMED',
        partstat: 'NEEDS-ACTION',
        rsvp: true,
      },
    };
    const context = { ...names, agenda };
    const answerUrl = this.links.url(`/antwort/${TRIAL_TOKEN}`);
    const mail: OutgoingMail = this.mails.write(viewer, meeting, job, context, answerUrl);
    return { mail, meeting, letter: meetingLetter(this.mails.letterFacts(meeting, job, context, answerUrl)) };
  }

  private async self(tx: EntityManager, viewer: Viewer): Promise<Self> {
    const account = await oneIn<{ mail: string }>(
      tx,
      sql`select mail from account where id = ${viewer.accountId}::uuid`,
    );
    return { name: viewer.displayName, mail: account?.mail ?? '', personId: viewer.personId };
  }
}

const blank = {
  seriesId: null,
  seriesDay: null,
  ...unframed,
  state: 'DRAFT',
  calendarSequence: 0,
  sessionStartedAt: null,
  sessionEndedAt: null,
  minutesApprovedAt: null,
  minutesApprovedBy: '',
  protocolSentAt: null,
  fedBackAt: null,
  cancelledReason: '',
  version: 1,
  createdByPersonId: null,
} as const satisfies Partial<Meeting>;
