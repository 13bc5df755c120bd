import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { calendarUid, type ReadReply } from '@runder-tisch/domain/calendar';
import {
  type AnswerChannel,
  answerLabels,
  type Bounced,
  formatProposal,
  type GivenAnswer,
  judgeReply,
  meetingLimits,
  type RepliedInvitation,
  type ReplyResultView,
  replyRefusals,
  type ReplyVerdict,
  saysBounced,
  wordsOf,
} from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { readReply } from '../../calendar/read-reply';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { ReturnedMails } from '../../outbox/returns/returned-mails';
import { ProblemException } from '../../problem/problem';
import { Invitation } from '../invitation.entity';
import { MeetingsRepository } from '../meetings.repository';
import { AnswersService } from './answers.service';

/** Replies that came by mail: what counts by itself is entered, everything else is shown with its reason. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly answers: AnswersService,
    private readonly identities: MailIdentitySource,
    private readonly returned: ReturnedMails,
    private readonly clock: Clock,
  ) {}

  /** `choice` is what the office reads out of a mail that leaves the answer open; elsewhere it says nothing. */
  async take(
    viewer: Viewer,
    meetingId: string,
    bytes: Buffer,
    choice: GivenAnswer | null,
  ): Promise<ReplyResultView> {
    // Read before the transaction: a large mail must not hold the lock of the meeting.
    const read = await readReply(bytes);
    let entering = false;
    try {
      return await this.database.write(viewer, 'invitation.reply', async (tx) => {
        await this.meetings.toChange(tx, viewer, meetingId);
        if (typeof read === 'string') return said('NOTHING', replyRefusals[read]);
        const verdict = await this.judge(tx, meetingId, read);
        entering = verdict.kind === 'COUNTS' || verdict.kind === 'DELEGATES' || choice !== null;
        return this.act(tx, viewer, verdict, read, choice);
      });
    } catch (error) {
      // The meeting is over or cancelled: the reply is as good as any, it only comes too late.
      if (entering && error instanceof ProblemException && error.status < 500)
        return said('NOTHING', error.says);
      throw error;
    }
  }

  /** A mail of the inbox, inside the transaction that takes it; otherwise as one that was dragged here. */
  async takeIn(
    tx: EntityManager,
    viewer: Viewer,
    meetingId: string,
    read: ReadReply,
    choice: GivenAnswer | null = null,
  ): Promise<{ verdict: ReplyVerdict; result: ReplyResultView }> {
    await this.meetings.toChange(tx, viewer, meetingId);
    const verdict = await this.judge(tx, meetingId, read);
    return { verdict, result: await this.act(tx, viewer, verdict, read, choice) };
  }

  private async judge(tx: EntityManager, meetingId: string, read: ReadReply): Promise<ReplyVerdict> {
    const { instanceHost } = await this.identities.identity(tx);
    const invitations = await this.invitations(tx, meetingId);
    return judgeReply(read, calendarUid(meetingId, instanceHost), invitations, this.clock.now());
  }

  private async act(
    tx: EntityManager,
    viewer: Viewer,
    verdict: ReplyVerdict,
    read: ReadReply,
    choice: GivenAnswer | null,
  ): Promise<ReplyResultView> {
    const words = wordsOf(read) || read.text;
    switch (verdict.kind) {
      case 'NOTHING':
        return said('NOTHING', replyRefusals[verdict.refusal], verdict.invitation, words);
      case 'UNKNOWN': {
        const { name, mail, answer } = verdict;
        const says = `${name} ist nicht eingeladen${answer ? ` und antwortet: ${answerLabels[answer]}` : ''}.`;
        return { ...said('UNKNOWN', says, undefined, words), stranger: { name, mail, answer } };
      }
      case 'UNDELIVERABLE': {
        const { bounced, delayed } = verdict;
        const invitations = bounced.flatMap((it) => it.invitation ?? []);
        const only = invitations.length === 1 ? invitations[0] : undefined;
        const noted = !delayed && (await this.noteBounces(tx, bounced, read.sentAt));
        const says = [saysBounced(bounced, delayed), noted ? 'Im Postausgang ist das vermerkt.' : ''];
        return said('UNDELIVERABLE', says.filter(Boolean).join('\n'), only, words);
      }
      case 'PROPOSAL':
        return this.keepProposal(tx, verdict, read);
      case 'COUNTS':
        return this.enter(tx, viewer, verdict, read, 'CALENDAR');
      case 'DELEGATES':
        return this.delegate(tx, viewer, verdict, read);
      case 'CHOOSE': {
        const { invitation } = verdict;
        if (choice !== null) {
          const sentAt = read.sentAt && read.sentAt < this.clock.now() ? read.sentAt : this.clock.now();
          const times = { sequence: invitation.sentSequence ?? 0, stamp: null, sentAt };
          return this.enter(tx, viewer, { invitation, answer: choice, times }, read, 'MAIL');
        }
        const entered = invitation.kept ? ` Eingetragen ist: ${answerLabels[invitation.kept.answer]}.` : '';
        const says = `${invitation.name} schreibt in Worten.${entered} Wie lautet die Antwort?`;
        return said('CHOOSE', says, invitation, words);
      }
      case 'DIFFERS': {
        const { invitation, entered, answer } = verdict;
        if (choice === answer) return this.enter(tx, viewer, verdict, read, 'CALENDAR');
        const [now, here] = [answerLabels[entered], answerLabels[answer]];
        const says = `Von ${invitation.name} liegen zwei Antworten vor: Eingetragen ist „${now}“, hier steht „${here}“. Welche die spätere ist, lässt sich nicht erkennen. Welche gilt?`;
        return { ...said('DIFFERS', says, invitation, words), differs: { entered, said: answer } };
      }
    }
  }

  /** Where the coordinator looks for what became of a mail: in the list of the invited and in the Postausgang. */
  private async noteBounces(
    tx: EntityManager,
    bounced: readonly Bounced<RepliedInvitation>[],
    sentAt: Date | null,
  ): Promise<boolean> {
    let noted = false;
    for (const { reason, invitation } of bounced) {
      if (!invitation) continue;
      const says = [`Der Mailserver meldet: unzustellbar an ${invitation.mail}.`, reason]
        .filter(Boolean)
        .join(' ');
      const about = { objectKind: 'invitation', objectId: invitation.id };
      const report = { says, at: sentAt ?? this.clock.now() };
      noted = (await this.returned.bouncedAbout(tx, about, report)) || noted;
    }
    return noted;
  }

  /** With what the person wrote around it; what stood there stays where they wrote nothing. */
  private async enter(
    tx: EntityManager,
    viewer: Viewer,
    { invitation, answer, times }: Pick<Counting, 'invitation' | 'answer' | 'times'>,
    read: ReadReply,
    channel: AnswerChannel,
  ): Promise<ReplyResultView> {
    const row = await tx.findOneByOrFail(Invitation, { id: invitation.id });
    const words = wordsOf(read);
    await this.answers.save(tx, viewer, invitation.id, {
      answer,
      companions: row.companions,
      deputyName: answer === 'DECLINED' ? row.deputyName : '',
      deputyMail: '',
      coming: row.coming,
      needs: row.needs,
      message: words.slice(0, meetingLimits.message) || row.message,
      channel,
      enteredBy: viewer.displayName,
      times,
    });
    return said('COUNTED', `${invitation.name} ${answerLabels[answer]}.`, invitation, words || read.text);
  }

  /** As on the answer page: whoever sends somebody passes the seat on, to one who is not invited anyway. */
  private async delegate(
    tx: EntityManager,
    viewer: Viewer,
    { invitation, deputy, times }: Extract<ReplyVerdict, { kind: 'DELEGATES' }>,
    read: ReadReply,
  ): Promise<ReplyResultView> {
    const row = await tx.findOneByOrFail(Invitation, { id: invitation.id });
    const all = await this.invitations(tx, row.meetingId);
    const there = all.find((it) => it.invited && normaliseMail(it.mail) === deputy);
    const words = wordsOf(read);
    await this.answers.save(tx, viewer, invitation.id, {
      answer: there ? 'DECLINED' : 'ACCEPTED',
      companions: 0,
      deputyName: there?.name ?? deputy,
      deputyMail: there ? '' : deputy,
      coming: [],
      needs: row.needs,
      message: words.slice(0, meetingLimits.message) || row.message,
      channel: 'CALENDAR',
      enteredBy: viewer.displayName,
      times,
    });
    const says = `${invitation.name} kommt nicht und schickt ${there?.name ?? deputy}.`;
    return said('COUNTED', says, invitation, words || read.text);
  }

  /** Nobody moves a meeting by mail: the wish stands with the person until the office decides. */
  private async keepProposal(
    tx: EntityManager,
    { invitation, reply }: Extract<ReplyVerdict, { kind: 'PROPOSAL' }>,
    read: ReadReply,
  ): Promise<ReplyResultView> {
    const when = formatProposal(reply.proposed);
    const words = wordsOf(read);
    const wish = [`Anderer Terminvorschlag: ${when}`, words].filter(Boolean).join('\n');
    const { message, version } = await tx.findOneByOrFail(Invitation, { id: invitation.id });
    if (!message.includes(wish))
      await updateVersioned(tx, Invitation, invitation.id, version, {
        message: [message, wish].filter(Boolean).join('\n').slice(-meetingLimits.message),
      });
    return said(
      'PROPOSAL',
      `${invitation.name} schlägt eine andere Zeit vor: ${when}.`,
      invitation,
      words || read.text,
    );
  }

  private async invitations(tx: EntityManager, meetingId: string): Promise<RepliedInvitation[]> {
    const rows = await rowsIn<StoredAnswer>(
      tx,
      sql`select invitation.id, invitation.name, invitation.mail, invited_at is not null and uninvited_at is null as invited,
                 sent_sequence as "sentSequence", invited_at as "invitedAt", meeting.calendar_stamp as "calendarStamp",
                 answer, answered_at as "answeredAt", answer_sequence as "answerSequence", answer_stamp as "answerStamp",
                 answer_sent_at as "answerSentAt", ${speakersOf(berlinDay(this.clock.now()))} as speakers
          from invitation join meeting on meeting.id = invitation.meeting_id where meeting_id = ${meetingId}`,
    );
    return rows.map(({ answer, answeredAt, answerSequence, answerStamp, answerSentAt, ...row }) => {
      if (answer === 'NEEDS_ACTION') return { ...row, kept: null };
      // What was said here or on the phone was said when it was entered.
      const here = answerStamp === null && answerSentAt === null ? answeredAt : null;
      const times = { stamp: answerStamp ?? here, sentAt: answerSentAt ?? here };
      return { ...row, kept: { answer, sequence: answerSequence ?? 0, ...times } };
    });
  }
}

/**
 * Addresses that speak for whom `invitation` names: the person's own others, and of an organisation its mailbox and,
 * where the mailbox was invited, those who speak for the organisation on that day.
 */
function speakersOf(day: string): Sql {
  return sql`array(
    select mail from (
      select person.mail from person where person.id = invitation.person_id
      union select account.mail from account where account.person_id = invitation.person_id
      union select organisation.function_mailbox from organisation
        where organisation.id in (invitation.organisation_id, invitation.on_behalf_of_id)
      union select person.mail from representation join person on person.id = representation.person_id
        where representation.organisation_id = invitation.organisation_id and representation.from_day <= ${day}::date
          and (representation.to_day is null or representation.to_day >= ${day}::date)) speaker
    where mail <> '')`;
}

type Counting = Extract<ReplyVerdict, { kind: 'COUNTS' }>;
type StoredAnswer = Omit<RepliedInvitation, 'kept'> &
  Pick<Invitation, 'answer' | 'answeredAt' | 'answerSequence' | 'answerStamp' | 'answerSentAt'>;

function said(
  outcome: ReplyResultView['outcome'],
  says: string,
  invitation?: RepliedInvitation,
  text = '',
): ReplyResultView {
  return {
    outcome,
    says,
    invitation: invitation ? { id: invitation.id, name: invitation.name } : null,
    text,
    stranger: null,
    differs: null,
  };
}
