import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import {
  type CalendarAnswer,
  calendarUid,
  type MailReport,
  type ReadReply,
  type UnreadableReply,
} from '@runder-tisch/domain/calendar';
import type { InboxState } from '@runder-tisch/domain/inbox';
import { bouncedOf, type GivenAnswer, saysBounced } from '@runder-tisch/domain/meetings';
import { visible } from '@runder-tisch/domain/text';
import { systemViewer, type Viewer } from '../access/viewer';
import { readReply } from '../calendar/read-reply';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { oneIn, rowsIn } from '../database/rows';
import { RepliesService } from '../meetings/answers/replies.service';
import { BouncedAddresses } from '../outbox/returns/bounced-addresses';
import { MailIdentitySource } from '../outbox/mail-identity';
import { InboxForward } from './inbox-forward';
import { InboxMail } from './inbox-mail.entity';
import { type MailHead, ownMails, quotedMails } from './mail-head';
import { MailPlaces, type Place } from './mail-places';
import { ProblemException } from '../problem/problem';

const TEXT_MOST = 20_000;

/** Who is named where an answer is entered without anybody's click. */
export const inboxViewer: Viewer = { ...systemViewer, displayName: 'Posteingang' };

type Settled = Partial<InboxMail> & Pick<InboxMail, 'state' | 'kind' | 'says'>;

/** Decides what becomes of one mail, in one transaction with everything that comes of it. */
@Injectable()
export class InboxTaking {
  constructor(
    private readonly database: Database,
    private readonly replies: RepliesService,
    private readonly bounced: BouncedAddresses,
    private readonly identities: MailIdentitySource,
    private readonly forward: InboxForward,
    private readonly places: MailPlaces,
    private readonly clock: Clock,
  ) {}

  /** Answers the state it has afterwards; a mail that is settled already stays as it is. */
  async take(
    id: string,
    head: MailHead,
    bytes: Buffer | null,
    from: InboxState = 'TRYING',
  ): Promise<InboxState> {
    // Read before the transaction: a large mail must not hold the lock of the meeting.
    const read: ReadReply | UnreadableReply = bytes ? await readReply(bytes) : 'too-large';
    const settle = (decide: (tx: EntityManager) => Promise<Settled>): Promise<InboxState> =>
      this.database.write(inboxViewer, 'inbox.take', async (tx) => {
        const mail = await oneIn<{ state: InboxState }>(
          tx,
          sql`select state from inbox_mail where id = ${id} for update`,
        );
        if (mail?.state !== from) return mail?.state ?? 'DONE';
        const settled = await decide(tx);
        await this.save(tx, id, read, settled);
        return settled.state;
      });
    try {
      return await settle((tx) => this.decide(tx, id, head, read, bytes));
    } catch (error) {
      // The answer is a good one, and something in the house stands against it: the office is told which.
      if (!(error instanceof ProblemException) || error.status >= 500 || typeof read === 'string')
        throw error;
      return settle(async (tx) => {
        const place = await this.places.of(tx, head, read);
        const over = ['meeting-over', 'meeting-cancelled', 'meeting-postponed', 'answer-after-start'];
        const late = over.includes(error.code);
        const says = `${head.fromName || head.fromMail}: ${error.says}`;
        return { ...place, state: late ? 'DONE' : 'WAITING', kind: late ? 'ANSWER' : 'UNCLEAR', says };
      });
    }
  }

  private async decide(
    tx: EntityManager,
    id: string,
    head: MailHead,
    read: ReadReply | UnreadableReply,
    bytes: Buffer | null,
  ): Promise<Settled> {
    const { instanceHost } = await this.identities.identity(tx);
    // Our own mail that came back to our own address: whoever answers it writes to themselves.
    if (ownMails([head.messageId], instanceHost).length > 0)
      return { state: 'DONE', kind: 'AUTOMATIC', says: 'Eine Mail des Runden Tisches selbst.' };
    const place = await this.places.of(tx, head, read);
    if (typeof read === 'string') return this.passOn(tx, id, head, place, bytes, '', unreadableSays[read]);
    const { report } = read;
    if (report && bytes) return this.takeReport(tx, id, head, read, report, place, bytes);
    if (read.autoReplied)
      return {
        ...place,
        state: 'DONE',
        kind: 'AUTOMATIC',
        says: 'Eine automatische Antwort, etwa eine Abwesenheitsnotiz. Sie ändert nichts.',
      };
    // One to a meeting of others, written into a thread of ours, is a mail like any other.
    const ours = read.answers.some(({ uid }) => uid === calendarUid(place.meetingId ?? '', instanceHost));
    if (place.meetingId && ours)
      return this.takeAnswer(tx, head, read, { ...place, meetingId: place.meetingId });
    if (place.meetingId && place.objectKind === 'invitation' && read.answers.length === 0)
      return this.takeWords(tx, id, head, read, { ...place, meetingId: place.meetingId }, bytes);
    return this.passOn(tx, id, head, place, bytes, read.text);
  }

  /** A calendar answer to a meeting of ours. */
  private async takeAnswer(
    tx: EntityManager,
    head: MailHead,
    read: ReadReply,
    place: Place & { meetingId: string },
  ): Promise<Settled> {
    const first = await this.replies.takeIn(tx, inboxViewer, place.meetingId, read);
    const attendee = attendeeOf(read);
    const said = read.answers[0] ? saidBy(read.answers[0]) : null;
    const vouched =
      first.verdict.kind === 'NOTHING' &&
      first.verdict.refusal === 'other-sender' &&
      (await this.wasVouchedFor(tx, head.fromMail, attendee));
    const { verdict, result } = vouched
      ? await this.replies.takeIn(tx, inboxViewer, place.meetingId, { ...read, from: null })
      : first;
    const invitationId = result.invitation?.id ?? null;
    const all = { ...place, invitationId, attendee, answer: said, says: result.says };
    switch (verdict.kind) {
      case 'COUNTS':
      case 'DELEGATES':
        await this.outdated(tx, verdict.invitation.id);
        return { ...all, state: 'DONE', kind: 'ANSWER' };
      case 'DIFFERS':
        return this.waiting(tx, head, {
          ...all,
          state: 'WAITING',
          kind: 'DIFFERS',
          entered: verdict.entered,
        });
      case 'PROPOSAL':
        return this.waiting(tx, head, { ...all, state: 'WAITING', kind: 'PROPOSAL' });
      case 'UNKNOWN':
        return this.waiting(tx, head, { ...all, state: 'WAITING', kind: 'STRANGER' });
      case 'NOTHING':
        break;
      default:
        return { ...all, state: 'DONE', kind: 'ANSWER' };
    }
    const { refusal } = verdict;
    if (refusal === 'other-sender') {
      const whom = result.invitation?.name ?? attendee;
      const what = said ? `: ${answerWords[said]}` : '';
      const says = `${head.fromName || head.fromMail} (${head.fromMail}) antwortet für ${whom}${what}.`;
      return this.waiting(tx, head, {
        ...all,
        state: 'WAITING',
        kind: result.invitation ? 'OTHER_SENDER' : 'UNCLEAR',
        says,
      });
    }
    const unclear = (
      ['several-senders', 'several-answers', 'several-attendees', 'no-answer', 'from-the-future'] as string[]
    ).includes(refusal);
    return unclear
      ? this.waiting(tx, head, { ...all, state: 'WAITING', kind: 'UNCLEAR' })
      : { ...all, state: 'DONE', kind: 'ANSWER' };
  }

  /** In words, to an invitation: the office reads the answer in it, here or in the mail it is passed on in. */
  private async takeWords(
    tx: EntityManager,
    id: string,
    head: MailHead,
    read: ReadReply,
    place: Place & { meetingId: string },
    bytes: Buffer | null,
  ): Promise<Settled> {
    const { verdict, result } = await this.replies.takeIn(tx, inboxViewer, place.meetingId, read);
    const passed = await this.passOn(tx, id, head, place, bytes, read.text);
    if (verdict.kind !== 'CHOOSE') return passed;
    return {
      ...passed,
      state: 'WAITING',
      kind: 'WORDS',
      invitationId: result.invitation?.id ?? null,
      says: result.says,
    };
  }

  /** A mail about a mail of ours. One that quotes none of ours proves nothing, and is read by people. */
  private async takeReport(
    tx: EntityManager,
    id: string,
    head: MailHead,
    read: ReadReply,
    report: MailReport,
    place: Place,
    bytes: Buffer,
  ): Promise<Settled> {
    if (report.kind === 'DELIVERED' || report.kind === 'READ')
      return {
        ...place,
        state: 'DONE',
        kind: 'AUTOMATIC',
        says: 'Eine Bestätigung, dass eine Mail ankam oder gelesen wurde.',
      };
    const found = bouncedOf(report.recipients, []);
    const delayed = report.kind === 'DELAYED';
    const says = saysBounced(found, delayed).replaceAll(' Diese Adresse steht nicht auf der Liste.', '');
    const { instanceHost } = await this.identities.identity(tx);
    const quoted = await this.places.answered(tx, [...quotedMails(bytes, instanceHost)]);
    if (!quoted) return this.passOn(tx, id, head, place, bytes, read.text, says);
    const about = await this.places.ofMail(tx, quoted);
    if (delayed) return { ...about, state: 'DONE', kind: 'BOUNCE', says };
    const reason = found[0]?.reason ?? '';
    const marked = await this.bounced.note(tx, quoted.id, {
      mails: report.recipients.flatMap(({ mails }) => mails),
      says: ['Der Mailserver meldet: unzustellbar.', reason].filter(Boolean).join(' '),
      reason,
      at: read.sentAt ?? this.clock.now(),
    });
    if (marked === null) return this.passOn(tx, id, head, about, bytes, read.text, says);
    return {
      ...about,
      state: 'DONE',
      kind: 'BOUNCE',
      attendee: marked,
      says: [`Die Mail an ${marked} war unzustellbar.`, reason].filter(Boolean).join(' '),
    };
  }

  /** An ordinary mail goes to whoever sent what it answers; where nobody is known, it waits here. */
  private async passOn(
    tx: EntityManager,
    id: string,
    head: MailHead,
    place: Place,
    bytes: Buffer | null,
    text: string,
    remark = '',
  ): Promise<Settled> {
    const { to } = await this.forward.send(tx, {
      id,
      head,
      bytes,
      text,
      remark,
      accountId: place.accountId,
      networkId: place.networkId,
    });
    const says = [
      remark,
      to ? `Weitergeleitet an ${to}.` : 'Niemandem weitergeleitet: Bitte lesen Sie sie hier.',
    ];
    return {
      ...place,
      state: to ? 'DONE' : 'WAITING',
      kind: 'MAIL',
      says: says.filter(Boolean).join(' '),
      forwardedTo: to,
    };
  }

  /** The same question is not asked twice. */
  private async waiting(tx: EntityManager, head: MailHead, settled: Settled): Promise<Settled> {
    const asked = await oneIn(
      tx,
      sql`select id from inbox_mail where state = 'WAITING' and meeting_id = ${settled.meetingId ?? null}::uuid
            and kind = ${settled.kind} and from_mail = ${head.fromMail} and attendee = ${settled.attendee ?? ''} and says = ${settled.says} limit 1`,
    );
    return asked ? { ...settled, state: 'DONE', says: `${settled.says} Danach ist schon gefragt.` } : settled;
  }

  /** Somebody was asked which of two answers holds, and now there is one that is later than both. */
  private async outdated(tx: EntityManager, invitationId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`update inbox_mail set state = 'DONE', settled_at = ${this.clock.now()}, says = says || ' Inzwischen liegt eine spätere Antwort vor.'
          where state = 'WAITING' and kind = 'DIFFERS' and invitation_id = ${invitationId} returning id`,
    );
  }

  /** The office said once that this sender speaks for them. */
  private async wasVouchedFor(tx: EntityManager, fromMail: string, attendee: string): Promise<boolean> {
    const known = await oneIn(
      tx,
      sql`select id from inbox_mail where state = 'ACCEPTED' and kind = 'OTHER_SENDER' and from_mail = ${fromMail} and attendee = ${attendee} limit 1`,
    );
    return known !== undefined;
  }

  private async save(
    tx: EntityManager,
    id: string,
    read: ReadReply | UnreadableReply,
    settled: Settled,
  ): Promise<void> {
    const waits = settled.state === 'WAITING';
    await tx.update(
      InboxMail,
      { id },
      {
        ...settled,
        error: '',
        text: typeof read === 'string' ? '' : visible(read.text).slice(0, TEXT_MOST),
        settledAt: waits ? null : this.clock.now(),
        ...(waits ? {} : { raw: null }),
      },
    );
  }
}

const unreadableSays: Record<UnreadableReply, string> = {
  unreadable: 'Der Inhalt ließ sich nicht lesen.',
  'too-large': 'Die Mail ist zu groß, um sie zu lesen.',
  'outlook-file': 'Der Inhalt ließ sich nicht lesen.',
  'broken-calendar': 'Der Kalenderteil ist unvollständig oder unlesbar.',
};

const answerWords: Record<GivenAnswer, string> = {
  ACCEPTED: 'kommt',
  TENTATIVE: 'vielleicht',
  DECLINED: 'kommt nicht',
};

function attendeeOf(read: ReadReply): string {
  const mails = new Set(read.answers.flatMap((it) => it.attendees.map(({ mail }) => normaliseMail(mail))));
  return mails.size === 1 ? ([...mails][0] ?? '') : '';
}

function saidBy({ attendees }: CalendarAnswer): GivenAnswer | null {
  const said = attendees.length === 1 ? attendees[0]?.partstat.toUpperCase() : '';
  return said === 'ACCEPTED' || said === 'TENTATIVE' || said === 'DECLINED' ? said : null;
}
