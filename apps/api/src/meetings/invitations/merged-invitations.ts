import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import {
  answerLabels,
  countingAnswer,
  keptInvitation,
  meetingLimits,
  type MeetingState,
  recallSeconds,
} from '@runder-tisch/domain/meetings';
import type { MergeJoin, MergeKept } from '@runder-tisch/domain/merge';
import { formatShortDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { oneIn, rowsIn } from '../../database/rows';
import {
  Merge,
  type MergePair,
  type MergeSettler,
  type MergeTools,
  type RestoredRow,
} from '../../merge/merge';
import type { MergedKind } from '../../merge/references';
import { Outbox } from '../../outbox/outbox';
import { Deputies } from '../answers/deputies';
import { Invitation } from '../invitation.entity';
import { Meeting } from '../meeting.entity';
import { visibleMeetings } from '../meetings-access';
import { answerColumns } from './answer-columns';
import { holdsEntry, InvitationDispatch } from './invitation-dispatch';
import { InviteeList, noAnswer, patchInvitations } from './invitee-list';
import { lastWaitingNumber, WaitingList } from './waiting-list';

/** The column of an invitation that says to whom it went. */
const invitedAs: Record<MergedKind, Sql> = { person: sql`person_id`, organisation: sql`organisation_id` };

const TOLD_MEETINGS = 50;

interface Both {
  title: string;
  startsAt: Date | null;
  state: MeetingState;
  visible: boolean;
  goneId: string;
  staysId: string;
  votes: number;
}

/**
 * Two entries of one human may both be invited to a meeting, at two addresses: then one invitation is left, with one
 * seat and one vote. The calendar of the other address hears of it once; a seat that gets free goes to who waits.
 */
@Injectable()
export class MergedInvitations implements MergeSettler, OnModuleInit {
  constructor(
    private readonly merge: Merge,
    private readonly list: InviteeList,
    private readonly dispatch: InvitationDispatch,
    private readonly deputies: Deputies,
    private readonly waitingList: WaitingList,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.merge.register(this);
  }

  /** Answers lock the meeting first and their invitation then. */
  async prepare(tx: EntityManager, { kind, gone, stays }: MergePair): Promise<void> {
    const meetingsOf = (id: string): Sql =>
      sql`select meeting_id from invitation where ${invitedAs[kind]} = ${id}::uuid`;
    await rowsIn(
      tx,
      sql`select id from meeting where id in (${meetingsOf(gone)} intersect ${meetingsOf(stays)}) order by id for update`,
    );
  }

  async preview(tx: EntityManager, viewer: Viewer, { kind, gone, stays }: MergePair): Promise<MergeJoin[]> {
    const meetings = await rowsIn<Both>(
      tx,
      sql`select it.title, it.starts_at as "startsAt", it.state, ${visibleMeetings(viewer)} as visible,
                 goes.id as "goneId", stays.id as "staysId",
                 (select count(*)::int from date_poll_voter one join date_poll_voter other on other.poll_id = one.poll_id
                  where one.invitation_id = goes.id and other.invitation_id = stays.id) as votes
          from invitation goes join invitation stays on stays.meeting_id = goes.meeting_id join meeting it on it.id = goes.meeting_id
          where goes.${invitedAs[kind]} = ${gone}::uuid and stays.${invitedAs[kind]} = ${stays}::uuid
          order by it.starts_at desc nulls first, it.id`,
    );
    const named = meetings.filter((it) => it.visible).slice(0, TOLD_MEETINGS);
    const ids = named.flatMap((it) => [it.goneId, it.staysId]);
    const rows = new Map((await tx.findBy(Invitation, { id: In(ids) })).map((it) => [it.id, it]));
    const mail = await mailOf(tx, kind, stays);
    const joins = named.flatMap((meeting) => {
      const [goes, stay] = [rows.get(meeting.goneId), rows.get(meeting.staysId)];
      return goes && stay ? this.say(meeting, stay, goes, mail) : [];
    });
    const others = meetings.length - named.length;
    return others === 0
      ? joins
      : [...joins, { label: 'Weitere Termine', says: `in ${others} bleibt von zwei Einladungen eine` }];
  }

  async settle({ tx, viewer, log, unite }: MergeTools, { kind, stays }: MergePair): Promise<void> {
    const meetings = await rowsIn<{ id: string }>(
      tx,
      sql`select meeting_id as id from invitation where ${invitedAs[kind]} = ${stays}::uuid
          group by meeting_id having count(*) > 1 order by meeting_id`,
    );
    if (meetings.length === 0) return;
    const mail = await mailOf(tx, kind, stays);
    for (const { id } of meetings) {
      const meeting = await tx.findOneByOrFail(Meeting, { id });
      for (;;) {
        const [one, other] = (await this.list.all(tx, id)).filter(
          (it) => (kind === 'person' ? it.personId : it.organisationId) === stays,
        );
        if (!one || !other) break;
        const kept = keptInvitation(one, other, mail);
        await this.makeOne({ tx, viewer, log, unite }, meeting, kept, kept === one ? other : one, kind);
      }
      await this.waitingList.moveUp(tx, viewer, id);
    }
  }

  async undone(tx: EntityManager, viewer: Viewer, restored: readonly RestoredRow[]): Promise<MergeKept[]> {
    const ids = restored.filter((it) => it.table === 'invitation').map((it) => it.id);
    if (ids.length === 0) return [];
    const withdrawn = await rowsIn<{
      id: string;
      meetingId: string;
      title: string;
      startsAt: Date;
      visible: boolean;
      outdated: boolean;
    }>(
      tx,
      sql`select invitation.id, it.id as "meetingId", it.title, it.starts_at as "startsAt", ${visibleMeetings(viewer)} as visible,
                 it.calendar_sequence >= invitation.sent_sequence as outdated
          from invitation join meeting it on it.id = invitation.meeting_id
          where invitation.id = any(${ids}::uuid[]) and invitation.invited_at is null
            and invitation.uninvited_at is null and it.state = 'INVITED' and it.starts_at > ${this.clock.now()}
          order by it.starts_at, invitation.id`,
    );
    // The date has moved since: what was said was about the one before it.
    const outdated = withdrawn.filter((it) => it.outdated).map((it) => it.id);
    await patchInvitations(tx, await tx.findBy(Invitation, { id: In(outdated) }), () => noAnswer);
    return withdrawn.map(({ meetingId, title, startsAt, visible }) => ({
      label: visible
        ? `Einladung zu „${title}“ am ${formatShortDate(startsAt)}`
        : 'Einladung zu einem Termin',
      reason: visible
        ? 'wurde beim Zusammenführen zurückgenommen; bitte senden Sie sie im Termin unter „Weitere einladen“ noch einmal'
        : 'wurde beim Zusammenführen zurückgenommen; bitte sagen Sie denen Bescheid, die zu dem Termin einladen',
      path: visible ? `/termine/${meetingId}` : null,
    }));
  }

  private async makeOne(
    { tx, viewer, log, unite }: MergeTools,
    meeting: Meeting,
    kept: Invitation,
    double: Invitation,
    kind: MergedKind,
  ): Promise<void> {
    const counting = countingAnswer(kept, double);
    // Nobody stands in for themselves.
    await log.change(
      'invitation',
      { represents_id: sql`null` },
      sql`it.id in (${kept.id}::uuid, ${double.id}::uuid) and it.represents_id in (${kept.id}::uuid, ${double.id}::uuid)`,
    );
    if (this.isAhead(meeting)) {
      if (counting === kept) await this.deputies.dismiss(tx, viewer, double.id);
      await this.dispatch.withdrawDouble(tx, viewer, meeting, double);
    }
    await this.recallQuestions(tx, kept, double);
    // Two people who stood in stay two people.
    await log.change(
      'invitation',
      { represents_id: sql`null` },
      sql`it.represents_id = ${double.id}::uuid
        and exists (select 1 from invitation own where own.represents_id = ${kept.id}::uuid and own.uninvited_at is null)`,
    );
    if (counting === double) await this.takeAnswer(log, meeting, kept, double);
    else if (kind === 'organisation') await this.takeNames(log, kept, double);
    await unite.row('invitation', double.id, kept.id);
  }

  /** Who is asked for a date at both addresses, and not a minute ago, hears of it once. */
  private async recallQuestions(tx: EntityManager, kept: Invitation, double: Invitation): Promise<void> {
    const since = new Date(this.clock.now().getTime() - recallSeconds * 1000);
    const waiting = await rowsIn<{ id: string; batchId: string }>(
      tx,
      sql`select voter.id, voter.batch_id as "batchId" from date_poll_voter voter
          join date_poll_voter own on own.poll_id = voter.poll_id and own.invitation_id = ${kept.id}
          where voter.invitation_id = ${double.id} and voter.asked_at > ${since} and voter.batch_id is not null and own.asked_at is not null`,
    );
    for (const { id, batchId } of waiting) {
      await this.outbox.recall(tx, batchId, [id]);
      await rowsIn(
        tx,
        sql`update date_poll_voter set asked_at = null, batch_id = null, version = version + 1 where id = ${id}`,
      );
    }
  }

  /** The answer was given to the invitation that goes; its seat is looked for anew. */
  private async takeAnswer(
    log: MergeTools['log'],
    meeting: Meeting,
    kept: Invitation,
    double: Invitation,
  ): Promise<void> {
    const waits = double.answer === 'ACCEPTED' && kept.invitedAt !== null && meeting.capacity !== null;
    const of = (column: string): Sql =>
      sql`(select double.${raw(column)} from invitation double where double.id = ${double.id}::uuid)`;
    const last = sql`(select ${lastWaitingNumber} + 1 from invitation where invitation.id = ${kept.id}::uuid)`;
    await log.change(
      'invitation',
      {
        ...Object.fromEntries(answerColumns.map((column) => [column, of(column)])),
        // Who was to come in their own place comes themselves.
        ...(kept.representsId === double.id ? { deputy_name: sql`''` } : {}),
        waiting_number: waits && this.isAhead(meeting) ? last : sql`null`,
      },
      sql`it.id = ${kept.id}::uuid`,
    );
  }

  /** Whom two mailboxes of one organisation named are different people; they come on the seats both held. */
  private async takeNames(log: MergeTools['log'], kept: Invitation, double: Invitation): Promise<void> {
    const coming = [...new Set([...kept.coming, ...double.coming])];
    const bothCome = kept.answer === 'ACCEPTED' && double.answer === 'ACCEPTED';
    if (!bothCome || double.waitingNumber !== kept.waitingNumber || coming.length === kept.coming.length)
      return;
    const companions = Math.max(kept.companions, Math.min(coming.length - 1, meetingLimits.companions));
    await log.change(
      'invitation',
      { coming: sql`${coming}::text[]`, companions: sql`${companions}::int` },
      sql`it.id = ${kept.id}::uuid`,
    );
  }

  private say(meeting: Both, stays: Invitation, goes: Invitation, mail: string): MergeJoin[] {
    const day = meeting.startsAt ? ` am ${formatShortDate(meeting.startsAt)}` : '';
    const counting = countingAnswer(stays, goes);
    const kept = keptInvitation(stays, goes, mail);
    const double = kept === stays ? goes : stays;
    const seats = [stays, goes].filter((it) => it.answer === 'ACCEPTED' && it.waitingNumber === null);
    const ahead = this.isAhead(meeting);
    const says = [
      counting.answer === 'NEEDS_ACTION'
        ? 'eine bleibt, noch ohne Antwort'
        : `eine bleibt, es gilt „${answerLabels[counting.answer]}“`,
      ahead && seats.length > 1 ? 'ein Platz wird frei' : '',
      ahead && double.uninvitedAt === null && holdsEntry(double)
        ? 'die andere wird mit einer kurzen Mail zurückgenommen'
        : '',
    ];
    const invitations = {
      label: `Einladungen zu „${meeting.title}“${day}`,
      says: says.filter(Boolean).join(', '),
    };
    const votes = {
      label: `Terminumfrage zu „${meeting.title}“`,
      says: 'eine Stimme bleibt: die abgegebene, von zweien die neuere',
    };
    return meeting.votes > 0 ? [invitations, votes] : [invitations];
  }

  private isAhead({ state, startsAt }: Pick<Meeting, 'state' | 'startsAt'>): boolean {
    return state === 'INVITED' && startsAt !== null && startsAt > this.clock.now();
  }
}

async function mailOf(tx: EntityManager, kind: MergedKind, id: string): Promise<string> {
  const column = kind === 'person' ? sql`mail` : sql`function_mailbox`;
  const found = await oneIn<{ mail: string }>(
    tx,
    sql`select ${column} as mail from ${raw(kind)} where id = ${id}`,
  );
  return found?.mail ?? '';
}
