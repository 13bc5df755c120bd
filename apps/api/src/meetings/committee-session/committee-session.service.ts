import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type CommitteeSessionView,
  lastInvitationDay,
  meetingProblems,
  minutesUntil,
  noticePeriodWarnings,
  sessionProblems,
} from '@runder-tisch/domain/meetings';
import type {
  SaveCommitteeSession,
  SaveExclusions,
} from '@runder-tisch/domain/meetings/committee-session/committee-session-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { problem } from '../../problem/problem';
import { AgendaItem, Meeting } from '../meeting.entity';
import { changeableMeetings, staffMeetings, visibleMeetings } from '../meetings-access';
import { meetingToChange } from '../meetings.repository';
import { AgendaExclusion } from './agenda-exclusion.entity';
import { countedQuorum, sessionFacts, type SessionFacts, sessionFactsIn } from './session-facts';

/** How a committee's session is called, whether it can decide, and who is left out of an item. */
@Injectable()
export class CommitteeSessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(viewer: Viewer, meetingId: string): Promise<CommitteeSessionView> {
    const today = berlinDay(this.clock.now());
    const may = sql`${visibleMeetings(viewer)} and ${staffMeetings(viewer)}`;
    const facts = await this.database.found<SessionFacts & { mayChange: boolean }>(sql`
      select session.*, (select ${changeableMeetings(viewer)} from meeting it where it.id = session."meetingId") as "mayChange"
      from (${sessionFacts(meetingId, today, may)}) session`);
    return view(facts, today);
  }

  save(viewer: Viewer, meetingId: string, version: number, request: SaveCommitteeSession): Promise<void> {
    return this.database.write(viewer, 'committee-session.save', async (tx) => {
      const meeting = await openSession(tx, viewer, meetingId);
      const reason = request.shortNoticeReason.trim();
      const now = this.clock.now();
      await updateVersioned(tx, Meeting, meetingId, version, {
        noticeOn: request.noticeOn,
        noticeWhere: request.noticeWhere.trim(),
        shortNoticeReason: reason,
        shortNoticeAt: reason === '' ? null : saidAt(meeting, reason, now),
        quorumWords: request.quorumWords.trim(),
      });
    });
  }

  /** All who are left out of the item from now on. */
  exclude(
    viewer: Viewer,
    meetingId: string,
    itemId: string,
    version: number,
    { personIds }: SaveExclusions,
  ): Promise<void> {
    return this.database.write(viewer, 'agenda.exclude', async (tx) => {
      await openSession(tx, viewer, meetingId);
      if (!(await tx.existsBy(AgendaItem, { id: itemId, meetingId })))
        throw problem(generalProblems, 'not-found');
      const now = this.clock.now();
      const known = (await sessionFactsIn(tx, meetingId, berlinDay(now)))?.people ?? [];
      const wanted = [...new Set(personIds)];
      if (!wanted.every((id) => known.some((person) => person.id === id)))
        throw problem(sessionProblems, 'exclusion-foreign', 'personIds');
      await updateVersioned(tx, AgendaItem, itemId, version, {});
      await tx.delete(AgendaExclusion, { agendaItemId: itemId });
      if (wanted.length > 0)
        await tx.insert(
          AgendaExclusion,
          wanted.map((personId) => ({ id: newId(), agendaItemId: itemId, personId, createdAt: now })),
        );
    });
  }
}

/** Said once more after the agenda changed, the reason covers that change too. */
function saidAt({ shortNoticeReason, shortNoticeAt }: Meeting, reason: string, now: Date): Date {
  return reason === shortNoticeReason && shortNoticeAt ? shortNoticeAt : now;
}

async function openSession(tx: EntityManager, viewer: Viewer, meetingId: string): Promise<Meeting> {
  const meeting = await meetingToChange(tx, viewer, meetingId);
  if (meeting.type !== 'COMMITTEE' || !meeting.committeeId)
    throw problem(sessionProblems, 'not-a-committee-session');
  if (meeting.state === 'MINUTES_APPROVED') throw problem(sessionProblems, 'minutes-approved');
  if (meeting.state === 'CANCELLED') throw problem(meetingProblems, 'meeting-cancelled');
  return meeting;
}

function view(facts: SessionFacts & { mayChange: boolean }, today: string): CommitteeSessionView {
  const warnings = noticePeriodWarnings({ ...facts, today });
  const until = facts.startsOn && minutesUntil(facts.startsOn);
  return {
    meetingId: facts.meetingId,
    version: facts.version,
    mayChange: facts.mayChange,
    committee: facts.committee,
    noticePeriod: {
      days: facts.invitationDays,
      lastDay: lastInvitationDay(facts),
      warnings,
      reason: facts.shortNoticeReason,
      asksReason: warnings.length > 0 && (facts.shortNoticeReason === '' || facts.reasonOutdated),
    },
    localNotice: { needed: facts.localNotice, on: facts.noticeOn, where: facts.noticeWhere },
    quorum: countedQuorum(facts),
    quorumWords: facts.quorumWords,
    attendanceTaken: facts.attendanceTaken,
    people: facts.people,
    exclusions: facts.exclusions,
    minutesUntil: until,
    minutesLate: !facts.minutesApproved && until !== null && until < today,
  };
}
