import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type EnteredFeedbackView,
  feedbackProblems,
  type FeedbackSource,
  findPersonalData,
  redact,
} from '@runder-tisch/domain/feedback';
import type { EnterFeedback, SaveSessionFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import type { MeetingType } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay, berlinInstantOrNext, isDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { visibleFormats } from '../../formats/formats-access';
import { changeableMeetings, visibleMeetings } from '../../meetings/meetings-access';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { Feedback } from '../feedback.entity';
import { nextNumbers } from './feedback-numbers';
import { OriginalTexts } from '../original-texts';
import { SenderMails } from '../answers/sender-mails';

interface MeetingFacts {
  id: string;
  type: MeetingType;
  networkId: string | null;
  formatId: string | null;
  ended: boolean;
}

/** How a Hinweis comes in: by quick entry, or as a line of running minutes. */
@Injectable()
export class FeedbackEntryService {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly mails: SenderMails,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  enter(viewer: Viewer, request: EnterFeedback): Promise<EnteredFeedbackView> {
    return this.database.write(viewer, 'feedback.enter', async (tx) => {
      const item = await this.newItem(tx, viewer, request);
      const sender = request.acknowledge ? await this.mails.senderOf(tx, item) : null;
      const [number] = await nextNumbers(tx, this.clock.now(), 1);
      const flagged = findPersonalData(request.text).length > 0;
      await tx.insert(Feedback, { ...item, number: number ?? null, flagged });
      await this.originals.keep(tx, item.id, request.text.trim());
      await this.search.refresh(tx, 'feedback', [item.id]);
      if (sender) await this.mails.acknowledge(tx, viewer, { ...item, number: number ?? null }, sender);
      return { id: item.id, number: number ?? '', flagged };
    });
  }

  /** The same PUT may come twice from a device that was offline; another version in between is 412. */
  saveInSession(
    viewer: Viewer,
    id: string,
    version: number,
    request: SaveSessionFeedback,
  ): Promise<{ id: string; version: number }> {
    return this.database.write(viewer, 'feedback.session', async (tx) => {
      const stored = await oneIn<{ id: string }>(
        tx,
        sql`select id from feedback where id = ${id} for update`,
      );
      const item = stored ? await tx.findOneBy(Feedback, { id }) : null;
      const meeting = await this.runningMeeting(tx, viewer, item?.meetingId ?? request.meetingId);
      if (item && item.meetingId !== request.meetingId) throw problem(feedbackProblems, 'feedback-id-taken');
      return item
        ? this.changeInSession(tx, item, version, request)
        : this.addToSession(tx, viewer, id, version, meeting, request);
    });
  }

  private async addToSession(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    version: number,
    meeting: MeetingFacts,
    request: SaveSessionFeedback,
  ): Promise<{ id: string; version: number }> {
    if (version !== 0) throw problem(generalProblems, 'stale-version');
    const now = this.clock.now();
    const flagged = findPersonalData(request.text).length > 0;
    // A device that was offline may bring its line after the end of the session: nothing typed is lost.
    const [number] = meeting.ended ? await nextNumbers(tx, now, 1) : [];
    await tx.insert(Feedback, {
      ...blank(id, viewer, now),
      number: number ?? null,
      source: sourceOf(meeting.type),
      channel: 'MINUTES',
      speakerRole: withoutNames(request.speakerRole),
      personId: request.personId,
      organisationId: request.organisationId,
      meetingId: meeting.id,
      formatId: meeting.formatId,
      networkId: meeting.networkId,
      state: meeting.ended ? 'SUBMITTED' : 'SESSION',
      flagged: meeting.ended && flagged,
    });
    await this.originals.keep(tx, id, request.text.trim());
    if (meeting.ended) await this.search.refresh(tx, 'feedback', [id]);
    return { id, version: 1 };
  }

  private async changeInSession(
    tx: EntityManager,
    item: Feedback,
    version: number,
    request: SaveSessionFeedback,
  ): Promise<{ id: string; version: number }> {
    const original = await this.originals.read(tx, item.id);
    const same =
      original?.text === request.text.trim() &&
      item.speakerRole === withoutNames(request.speakerRole) &&
      item.personId === request.personId &&
      item.organisationId === request.organisationId;
    if (same) return { id: item.id, version: item.version };
    if (item.state !== 'SESSION') throw problem(feedbackProblems, 'feedback-session-over');
    await updateVersioned(tx, Feedback, item.id, version, {
      speakerRole: withoutNames(request.speakerRole),
      personId: request.personId,
      organisationId: request.organisationId,
    });
    await this.originals.keep(tx, item.id, request.text.trim());
    return { id: item.id, version: version + 1 };
  }

  private async runningMeeting(tx: EntityManager, viewer: Viewer, meetingId: string): Promise<MeetingFacts> {
    const meeting = await oneIn<MeetingFacts>(
      tx,
      sql`select it.id, it.type, it.network_id as "networkId", it.format_id as "formatId", it.session_ended_at is not null as ended
          from meeting it where it.id = ${meetingId} and it.state <> 'CANCELLED' and ${changeableMeetings(viewer)} for share`,
    );
    if (!meeting) throw problem(generalProblems, 'not-found');
    return meeting;
  }

  /** Where it came from follows from meeting and format. */
  private async newItem(tx: EntityManager, viewer: Viewer, request: EnterFeedback): Promise<Feedback> {
    const about = await this.about(tx, viewer, request);
    const now = this.clock.now();
    return {
      ...blank(newId(), viewer, now),
      source: request.source,
      channel: request.channel,
      receivedAt: receivedAt(request.receivedOn, now),
      personId: request.personId,
      organisationId: request.organisationId,
      speakerRole: withoutNames(request.speakerRole),
      sentiment: request.sentiment,
      municipalityId: request.municipalityId,
      ...about,
    };
  }

  private async about(
    tx: EntityManager,
    viewer: Viewer,
    request: EnterFeedback,
  ): Promise<Pick<Feedback, 'meetingId' | 'formatId' | 'networkId' | 'planningAreaId'>> {
    const found = await oneIn<{
      meeting: MeetingFacts | null;
      format: { networkId: string | null } | null;
      planningAreaId: string | null;
    }>(
      tx,
      sql`select (select json_build_object('networkId', it.network_id, 'formatId', it.format_id)
                  from meeting it where it.id = ${request.meetingId}::uuid and ${visibleMeetings(viewer)}) as meeting,
                 (select json_build_object('networkId', it.network_id)
                  from participation_format it where it.id = ${request.formatId}::uuid and ${visibleFormats(viewer)}) as format,
                 (select planning_area_id from municipality where id = ${request.municipalityId}::uuid) as "planningAreaId"`,
    );
    if (request.meetingId && !found?.meeting) throw unknown('meetingId');
    if (request.formatId && !found?.format) throw unknown('formatId');
    return {
      meetingId: request.meetingId,
      formatId: request.formatId ?? found?.meeting?.formatId ?? null,
      networkId: request.networkId ?? found?.meeting?.networkId ?? found?.format?.networkId ?? null,
      planningAreaId: found?.planningAreaId ?? null,
    };
  }
}

/** Something chosen that is not in the list, or not for this viewer. */
export function unknown(path: string): Error {
  return problem(generalProblems, 'invalid-input', [
    { path, code: 'unknown', detail: 'Bitte wählen Sie einen Eintrag aus der Liste.' },
  ]);
}

/** A role names nobody; a name typed there goes the same way as in the text. */
export function withoutNames(role: string): string {
  const trimmed = role.trim();
  return redact(trimmed, findPersonalData(trimmed));
}

export function receivedAt(day: string | null, now: Date): Date {
  if (day === null || day === berlinDay(now)) return now;
  if (!isDay(day) || day > berlinDay(now)) {
    throw problem(generalProblems, 'invalid-input', [
      {
        path: 'receivedOn',
        code: 'day',
        detail: 'Bitte geben Sie einen Tag an, der nicht in der Zukunft liegt.',
      },
    ]);
  }
  return berlinInstantOrNext({ date: day, time: '12:00' });
}

function sourceOf(type: MeetingType): FeedbackSource {
  if (type === 'COMMITTEE') return 'COMMITTEE';
  return type === 'NETWORK' || type === 'STEERING' || type === 'BILATERAL' ? 'NETWORK' : 'WORKSHOP';
}

/** A Hinweis about which nothing is known yet. */
export function blank(id: string, viewer: Viewer, now: Date): Feedback {
  return {
    id,
    number: null,
    source: 'CITIZEN',
    channel: 'QUICK_ENTRY',
    voice: null,
    receivedAt: now,
    personId: null,
    organisationId: null,
    speakerRole: '',
    meetingId: null,
    formatId: null,
    networkId: null,
    municipalityId: null,
    planningAreaId: null,
    guessedFieldId: null,
    primaryFieldId: null,
    primaryOrigin: null,
    primarySince: null,
    sentiment: null,
    state: 'SUBMITTED',
    triagedText: null,
    flagged: false,
    decision: null,
    reason: '',
    forwardedTo: '',
    answer: '',
    decidedAt: null,
    decidedBy: '',
    answeredAt: null,
    draftedBy: '',
    releasedBy: '',
    releasedAlone: false,
    rejectedReason: '',
    publicAnswer: '',
    publicSince: null,
    answerGroupId: null,
    countedWithId: null,
    letterId: null,
    enteredByAccountId: viewer.accountId,
    version: 1,
    createdAt: now,
  };
}
