import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { type MailFrame, mailFooterLines } from '../../documents/mail-frame';
import { Outbox } from '../../outbox/outbox';
import { checkAddress, type OutgoingMail } from '../../outbox/outgoing-mail';
import { Settings } from '../../settings/settings';
import { type LetterContext, MeetingMails } from '../invitations/meeting-mails';
import type { Meeting } from '../meeting.entity';
import type { AskedVoter } from './asked-voters';
import type { DatePoll } from './poll.entity';
import { helloTo, pollLetter, type PollLetterKind, type PollPeriod } from './poll-letter';

const DAY = 86_400_000;
/** After the poll its page still says which date was chosen. */
const LINK_DAYS = 180;

const purposes: Record<PollLetterKind, string> = {
  ASK: 'poll',
  REMINDER: 'poll-reminder',
  NEW_DATES: 'poll-update',
  DATES_GONE: 'poll-update',
  CANCELLED: 'poll-cancel',
};

export interface PollRun {
  batchId: string;
  notBefore?: Date;
  dates: readonly PollPeriod[];
  added?: readonly PollPeriod[];
  reason?: string;
  /** What it is for, where that does not follow from the kind of letter. */
  purpose?: string;
}

type WrittenVoter = Pick<AskedVoter, 'id' | 'invitation'>;

interface WrittenPoll {
  poll: Pick<DatePoll, 'id' | 'message' | 'closesAt' | 'organizerName' | 'organizerMail'>;
  meeting: Pick<Meeting, 'title' | 'networkId'>;
}

/** Writes the mails of a Terminumfrage: one per person, each with its own link. */
@Injectable()
export class PollMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly meetingMails: MeetingMails,
    private readonly clock: Clock,
  ) {}

  async send(
    tx: EntityManager,
    viewer: Viewer,
    { poll, meeting }: { poll: DatePoll; meeting: Pick<Meeting, 'title' | 'networkId'> },
    mails: readonly { voter: AskedVoter; kind: PollLetterKind }[],
    run: PollRun,
  ): Promise<void> {
    const subject = { poll, meeting };
    const around = await this.around(
      tx,
      subject,
      mails.map(({ voter }) => voter),
    );
    const outgoing: OutgoingMail[] = [];
    for (const { voter, kind } of mails) {
      checkAddress(voter.invitation.mail, 'mail');
      const url = kind === 'CANCELLED' ? null : await this.url(tx, poll, voter);
      outgoing.push(this.write(viewer, subject, { voter, kind, url }, run, around).mail);
    }
    await this.outbox.enqueueAll(tx, outgoing);
  }

  /** How the recipients are addressed, and what stands around every mail. */
  async around(
    tx: EntityManager,
    { poll, meeting }: WrittenPoll,
    voters: readonly WrittenVoter[],
  ): Promise<{ people: LetterContext['people']; frame: MailFrame }> {
    const { people } = await this.meetingMails.names(
      tx,
      meeting,
      voters.map(({ invitation }) => ({ invitation: { ...invitation, answer: 'NEEDS_ACTION' } })),
    );
    const frame = await this.settings.mailFrame(tx, {
      why: `Sie erhalten diese Mail, weil wir Sie nach einem Termin für „${meeting.title}“ fragen.`,
      sender: poll.organizerName,
    });
    return { people, frame };
  }

  /** One mail with the words it is made of. */
  write(
    viewer: Viewer,
    { poll, meeting }: WrittenPoll,
    { voter, kind, url }: { voter: WrittenVoter; kind: PollLetterKind; url: string | null },
    run: PollRun,
    { people, frame }: Awaited<ReturnType<PollMails['around']>>,
  ): { mail: OutgoingMail; content: DocumentContent } {
    const { invitation } = voter;
    const letter = pollLetter({
      kind,
      hello: helloTo({
        ...invitation,
        person: (invitation.personId && people.get(invitation.personId)) || null,
      }),
      title: meeting.title,
      message: poll.message,
      dates: run.dates,
      added: run.added ?? [],
      closesAt: poll.closesAt,
      organizerName: poll.organizerName,
      reason: run.reason ?? '',
      url,
    });
    const own = { ...frame, preview: letter.preview };
    const mail: OutgoingMail = {
      to: { name: invitation.name, address: invitation.mail },
      subject: letter.subject,
      text: asText(letter.content, { publicUrl: own.publicUrl, footer: mailFooterLines(own) }),
      html: asMailHtml(letter.content, own),
      purpose: run.purpose ?? purposes[kind],
      objectKind: 'date-poll-voter',
      objectId: voter.id,
      fromName: poll.organizerName,
      replyTo: { name: poll.organizerName, address: poll.organizerMail },
      orderKey: `poll ${poll.id}`,
      personId: invitation.personId,
      networkId: meeting.networkId,
      accountId: viewer.accountId,
      batchId: run.batchId,
      ...(run.notBefore ? { notBefore: run.notBefore } : {}),
    };
    return { mail, content: letter.content };
  }

  private async url(tx: EntityManager, poll: DatePoll, voter: AskedVoter): Promise<string> {
    const token = await this.links.create(tx, {
      purpose: 'poll',
      personId: voter.invitation.personId,
      objectKind: 'date-poll-voter',
      objectId: voter.id,
      expiresAt: new Date(Math.max(poll.closesAt.getTime(), this.clock.now().getTime()) + LINK_DAYS * DAY),
    });
    return this.links.url(`/umfrage/${token}`);
  }
}
