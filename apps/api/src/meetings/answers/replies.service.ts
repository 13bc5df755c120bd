import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { calendarUid, type ReadReply } from '@runder-tisch/domain/calendar';
import {
  answerLabels,
  judgeReply,
  meetingLimits,
  type RepliedInvitation,
  type ReplyResultView,
  replyRefusals,
  type ReplyVerdict,
} from '@runder-tisch/domain/meetings';
import { formatPeriod } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { readReply } from '../../calendar/read-reply';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { MailIdentitySource } from '../../outbox/mail-identity';
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
    private readonly clock: Clock,
  ) {}

  async take(viewer: Viewer, meetingId: string, bytes: Buffer): Promise<ReplyResultView> {
    // Read before the transaction: a large mail must not hold the lock of the meeting.
    const read = await readReply(bytes);
    let counting = false;
    try {
      return await this.database.write(viewer, 'invitation.reply', async (tx) => {
        await this.meetings.toChange(tx, viewer, meetingId);
        if (typeof read === 'string') return said('NOTHING', replyRefusals[read]);
        const { instanceHost } = await this.identities.identity(tx);
        const invitations = await this.invitations(tx, meetingId);
        const verdict = judgeReply(read, calendarUid(meetingId, instanceHost), invitations, this.clock.now());
        counting = verdict.kind === 'COUNTS';
        return this.act(tx, viewer, verdict, read);
      });
    } catch (error) {
      // The meeting is over or cancelled: the reply is as good as any, it only comes too late.
      if (counting && error instanceof ProblemException && error.status < 500)
        return said('NOTHING', error.says);
      throw error;
    }
  }

  private async act(
    tx: EntityManager,
    viewer: Viewer,
    verdict: ReplyVerdict,
    read: ReadReply,
  ): Promise<ReplyResultView> {
    if (verdict.kind === 'NOTHING')
      return said('NOTHING', replyRefusals[verdict.refusal], verdict.invitation, read.text);
    if (verdict.kind === 'UNKNOWN') {
      const { name, mail, answer } = verdict;
      const says = `${name} ist nicht eingeladen${answer ? ` und antwortet: ${answerLabels[answer]}` : ''}.`;
      return { ...said('UNKNOWN', says, undefined, read.text), stranger: { name, mail, answer } };
    }
    const { invitation } = verdict;
    if (verdict.kind === 'CHOOSE')
      return said(
        'CHOOSE',
        `${invitation.name} schreibt in Worten. Wie lautet die Antwort?`,
        invitation,
        read.text,
      );
    if (verdict.kind === 'PROPOSAL') return this.keepProposal(tx, verdict);
    const row = await tx.findOneByOrFail(Invitation, { id: invitation.id });
    const { sequence, dtstamp, comment } = verdict.reply;
    await this.answers.save(tx, viewer, invitation.id, {
      answer: verdict.answer,
      companions: row.companions,
      deputyName: verdict.answer === 'DECLINED' ? row.deputyName : '',
      deputyMail: '',
      coming: row.coming,
      needs: row.needs,
      message: comment || row.message,
      channel: 'CALENDAR',
      enteredBy: viewer.displayName,
      reply: { sequence, dtstamp },
    });
    return said('COUNTED', `${invitation.name} ${answerLabels[verdict.answer]}.`, invitation, comment);
  }

  /** Nobody moves a meeting by mail: the wish stands with the person until the office decides. */
  private async keepProposal(
    tx: EntityManager,
    { invitation, reply }: Extract<ReplyVerdict, { kind: 'PROPOSAL' }>,
  ): Promise<ReplyResultView> {
    const { proposed } = reply;
    const when = proposed ? formatPeriod(proposed.startsAt, proposed.endsAt) : 'ohne Uhrzeit';
    const wish = [`Anderer Terminvorschlag: ${when}`, reply.comment].filter(Boolean).join('\n');
    const { message, version } = await tx.findOneByOrFail(Invitation, { id: invitation.id });
    if (!message.includes(wish))
      await updateVersioned(tx, Invitation, invitation.id, version, {
        message: [message, wish].filter(Boolean).join('\n').slice(-meetingLimits.message),
      });
    return said(
      'PROPOSAL',
      `${invitation.name} schlägt eine andere Zeit vor: ${when}.`,
      invitation,
      reply.comment,
    );
  }

  private invitations(tx: EntityManager, meetingId: string): Promise<RepliedInvitation[]> {
    return rowsIn<RepliedInvitation & { stamp: Date | null; answerSequence: number | null }>(
      tx,
      sql`select id, name, mail, invited_at is not null and uninvited_at is null as invited, sent_sequence as "sentSequence",
                 answer_sequence as "answerSequence", coalesce(answer_stamp, answered_at) as stamp
          from invitation where meeting_id = ${meetingId}`,
    ).then((rows) =>
      rows.map(({ stamp, answerSequence, ...row }) => ({
        ...row,
        kept: stamp ? { sequence: answerSequence ?? 0, dtstamp: stamp } : null,
      })),
    );
  }
}

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
  };
}
