import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { DecisionResult } from '@runder-tisch/domain/findings';
import { meetingLimits, type MeetingState } from '@runder-tisch/domain/meetings';
import {
  moveOfConsultation,
  type PaperMove,
  paperMoves,
  paperProblems,
  resultFault,
} from '@runder-tisch/domain/papers';
import type {
  SaveConsultation,
  SaveConsultationResult,
  ScheduleConsultation,
} from '@runder-tisch/domain/papers/papers-requests';
import { controlProblems } from '@runder-tisch/domain/papers/control';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { bodyNameOf } from '../../committees/body-name';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { DecisionsService } from '../../findings/recommendations/decisions.service';
import { assertVotesFit } from '../../meetings/committee-session/session-facts';
import { AgendaItem } from '../../meetings/meeting.entity';
import { AgendaService } from '../../meetings/scheduling/agenda.service';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { ResolutionControl } from '../control/control.entity';
import { Paper, PaperConsultation } from '../paper.entity';
import { PapersRepository } from '../papers.repository';

/** Which bodies consult on a paper, in which session, and what each made of it. Methods answer with the id of the paper. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly database: Database,
    private readonly papers: PapersRepository,
    private readonly agenda: AgendaService,
    private readonly decisions: DecisionsService,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  add(viewer: Viewer, paperId: string, request: SaveConsultation): Promise<{ id: string }> {
    return inWords(() =>
      this.database.write(viewer, 'consultation.add', async (tx) => {
        const { state } = await this.papers.toChange(tx, viewer, paperId);
        if (state !== 'DRAFT' && state !== 'IN_CONSULTATION') throw problem(paperProblems, 'paper-fixed');
        const last = await oneIn<{ position: number }>(
          tx,
          sql`select coalesce(max(position), 0)::int as position from paper_consultation where paper_id = ${paperId}`,
        );
        const id = newId();
        await tx.insert(PaperConsultation, {
          ...request,
          ...undecided,
          id,
          paperId,
          position: (last?.position ?? 0) + 1,
          agendaItemId: null,
          version: 1,
        });
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveConsultation): Promise<string> {
    return inWords(() =>
      this.database.write(viewer, 'consultation.change', async (tx) => {
        const { paper, consultation } = await this.open(tx, viewer, id);
        const moved = request.committeeId !== consultation.committeeId;
        // Who decides stays known while a committee has it before it.
        if (paper.state !== 'DRAFT' && (moved || request.role !== consultation.role))
          throw problem(paperProblems, 'paper-fixed');
        const patch = moved ? { ...request, agendaItemId: null } : request;
        await updateVersioned(tx, PaperConsultation, id, version, patch);
        return paper.id;
      }),
    );
  }

  remove(viewer: Viewer, id: string, version: number): Promise<string> {
    return this.database.write(viewer, 'consultation.remove', async (tx) => {
      const { paper, consultation } = await this.open(tx, viewer, id);
      if (paper.state !== 'DRAFT' && consultation.role === 'DECIDING')
        throw problem(paperProblems, 'paper-fixed');
      if (consultation.version !== version) throw problem(generalProblems, 'stale-version');
      await tx.delete(PaperConsultation, { id });
      return paper.id;
    });
  }

  /** Under an item of the agenda, or as a new one with the name of the paper. */
  schedule(
    viewer: Viewer,
    id: string,
    version: number,
    { meetingId, agendaItemId }: ScheduleConsultation,
  ): Promise<string> {
    return this.database.write(viewer, 'consultation.schedule', async (tx) => {
      const { paper, consultation } = await this.open(tx, viewer, id);
      if (paper.state !== 'IN_CONSULTATION') throw problem(paperProblems, 'paper-not-consulted');
      const meeting = await this.agenda.open(tx, viewer, meetingId);
      if (meeting.committeeId !== consultation.committeeId)
        throw problem(paperProblems, 'consultation-other-committee', 'meetingId');
      const item = agendaItemId ? await tx.findOneBy(AgendaItem, { id: agendaItemId, meetingId }) : null;
      if (agendaItemId && !item) throw problem(paperProblems, 'consultation-other-committee', 'agendaItemId');
      if (paper.confidential && item?.visibility === 'PUBLIC')
        throw problem(paperProblems, 'consultation-confidential', 'agendaItemId');
      const itemId =
        item?.id ??
        (await this.agenda.append(tx, meetingId, {
          title: `${paper.number}: ${paper.title}`.slice(0, TITLE),
          visibility: paper.confidential ? 'INTERNAL' : 'PUBLIC',
          presenter: '',
          level: 1,
          note: '',
          minutes: null,
        }));
      await updateVersioned(tx, PaperConsultation, id, version, { agendaItemId: itemId });
      return paper.id;
    });
  }

  unschedule(viewer: Viewer, id: string, version: number): Promise<string> {
    return this.database.write(viewer, 'consultation.unschedule', async (tx) => {
      const { paper } = await this.open(tx, viewer, id);
      await updateVersioned(tx, PaperConsultation, id, version, { agendaItemId: null });
      return paper.id;
    });
  }

  /** What the body made of it; the one that decides moves the paper and the recommendations in it. */
  enter(viewer: Viewer, id: string, version: number, request: SaveConsultationResult): Promise<string> {
    return this.database.write(viewer, 'consultation.enter', async (tx) => {
      const { paper, consultation } = await this.open(tx, viewer, id);
      if (paper.state !== 'IN_CONSULTATION') throw problem(paperProblems, 'paper-not-consulted');
      const session = await sessionOf(tx, consultation.agendaItemId);
      const decidedOn = session?.startsAt ? berlinDay(session.startsAt) : request.decidedOn;
      const entered = { ...request, decidedOn };
      const fault = resultFault(consultation.role, entered, berlinDay(this.clock.now()));
      if (fault) throw problem(paperProblems, fault.code, fault.path);
      if (session && request.votesYes !== null)
        await assertVotesFit(tx, berlinDay(this.clock.now()), {
          meetingId: session.id,
          agendaItemId: consultation.agendaItemId,
          votes: {
            yes: request.votesYes,
            no: request.votesNo ?? 0,
            abstain: request.votesAbstained ?? 0,
          },
        });
      const result = request.result as DecisionResult;
      await updateVersioned(tx, PaperConsultation, id, version, { ...entered, result });
      const move = moveOfConsultation(consultation.role, result);
      if (move) await this.moveTo(tx, paper, move);
      const linked = await rowsIn<{ id: string }>(
        tx,
        sql`select recommendation_id as id from paper_recommendation where paper_id = ${paper.id}`,
      );
      const written = await this.decisions.record(
        tx,
        linked.map((it) => it.id),
        {
          ...entered,
          committeeId: consultation.committeeId,
          bodyName: (await bodyNameOf(tx, consultation)) ?? '',
          decidedOn: decidedOn ?? '',
          result,
          reference: [paper.number, request.resolutionNumber].filter(Boolean).join(', '),
          final: move !== null,
          meetingId: session?.id ?? null,
          sourcePath: `/planung/vorlagen/${paper.id}`,
        },
      );
      await rowsIn(
        tx,
        sql`update recommendation_decision set consultation_id = ${id} where id = any(${written}::uuid[])`,
      );
      await this.search.refresh(tx, 'paper', [paper.id]);
      return paper.id;
    });
  }

  /** It was entered by mistake; what the minutes of a session hold stays. */
  takeBack(viewer: Viewer, id: string, version: number): Promise<string> {
    return this.database.write(viewer, 'consultation.take-back', async (tx) => {
      const { paper, consultation } = await this.lock(tx, viewer, id);
      if (consultation.result === null) throw problem(paperProblems, 'consultation-open');
      const session = await sessionOf(tx, consultation.agendaItemId);
      if (session?.state === 'MINUTES_APPROVED') throw problem(paperProblems, 'consultation-in-minutes');
      if (await tx.existsBy(ResolutionControl, { consultationId: id }))
        throw problem(controlProblems, 'control-keeps-result');
      const written = await rowsIn<{ id: string }>(
        tx,
        sql`select id from recommendation_decision where consultation_id = ${id}`,
      );
      await this.decisions.takeBack(
        tx,
        written.map((it) => it.id),
      );
      await updateVersioned(tx, PaperConsultation, id, version, undecided);
      if (moveOfConsultation(consultation.role, consultation.result)) await this.moveTo(tx, paper, 'reopen');
      await this.search.refresh(tx, 'paper', [paper.id]);
      return paper.id;
    });
  }

  private async moveTo(
    tx: EntityManager,
    paper: Paper,
    move: Extract<PaperMove, 'adopt' | 'reject' | 'reopen'>,
  ) {
    const { to, refusal } = paperMoves.next(paper.state, move);
    if (refusal) throw refused(paperProblems, refusal);
    await updateVersioned(tx, Paper, paper.id, paper.version, { state: to });
  }

  /** The paper is locked first, so that two results cannot be entered at once. */
  private async lock(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<{ paper: Paper; consultation: PaperConsultation }> {
    const found = await tx.findOneBy(PaperConsultation, { id });
    if (!found) throw problem(generalProblems, 'not-found');
    const paper = await this.papers.toChange(tx, viewer, found.paperId);
    return { paper, consultation: await tx.findOneByOrFail(PaperConsultation, { id }) };
  }

  private async open(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<{ paper: Paper; consultation: PaperConsultation }> {
    const locked = await this.lock(tx, viewer, id);
    if (locked.consultation.result !== null) throw problem(paperProblems, 'consultation-over');
    return locked;
  }
}

const TITLE = meetingLimits.agendaTitle;

const undecided = {
  result: null,
  decidedOn: null,
  votesYes: null,
  votesNo: null,
  votesAbstained: null,
  wording: '',
  reason: '',
  resolutionNumber: '',
};

async function sessionOf(
  tx: EntityManager,
  agendaItemId: string | null,
): Promise<{ id: string; startsAt: Date | null; state: MeetingState } | undefined> {
  return oneIn(
    tx,
    sql`select meeting.id, meeting.starts_at as "startsAt", meeting.state from agenda_item join meeting on meeting.id = agenda_item.meeting_id
        where agenda_item.id = ${agendaItemId}::uuid`,
  );
}

function inWords<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(paperProblems, { paper_consultation_one_decides: ['paper-two-decide', 'role'] }, work);
}
