import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  decisionMoves,
  decisionProblems,
  type DecisionState,
  scopeOptionCodes,
} from '@runder-tisch/domain/decisions';
import type {
  ProposeDecision,
  RecordDecision,
  ReopenDecision,
  SaveOpenDecision,
} from '@runder-tisch/domain/decisions/decisions-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { bodyNameOf } from '../committees/body-name';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { ScopeDecisions } from '../indicators/scope-decisions';
import { visibleMeetings } from '../meetings/meetings-access';
import { onConflict } from '../problem/on-conflict';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { OpenDecisionsRepository } from './decisions.repository';
import { Decision } from './decision.entity';
import { TopicOrder } from './topics/topic-order';

/** What bodies have to decide. Scope and order of topics act on indicators and data requests in the same transaction. */
@Injectable()
export class OpenDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: OpenDecisionsRepository,
    private readonly scopes: ScopeDecisions,
    private readonly topics: TopicOrder,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveOpenDecision): Promise<{ id: string }> {
    return named(() =>
      this.database.write(viewer, 'decision.create', async (tx) => {
        const id = newId();
        assertOptions(request);
        await rowsIn(
          tx,
          sql`insert into decision (id, kind, title, explanation, state, due_on, committee_id, created_at)
              values (${id}, 'OTHER', ${request.title}, ${request.explanation}, 'OPEN', ${request.dueOn || null}, ${request.committeeId}, ${this.clock.now()})`,
        );
        await saveOptions(tx, id, request);
        await this.search.refresh(tx, 'decision', [id]);
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveOpenDecision): Promise<void> {
    return named(() =>
      this.database.write(viewer, 'decision.change', async (tx) => {
        const it = await this.repository.toChange(tx, viewer, id);
        const { refusal } = decisionMoves.next(it.state, 'change');
        if (refusal) throw refused(decisionProblems, refusal);
        const { title, explanation, dueOn, committeeId } = request;
        await updateVersioned(tx, Decision, id, version, {
          title,
          explanation,
          dueOn: dueOn || null,
          committeeId,
        });
        if (it.kind === 'OTHER') {
          assertOptions(request);
          await rowsIn(tx, sql`delete from decision_option where decision_id = ${id}`);
          await saveOptions(tx, id, request);
        } else if (request.options.length > 0) throw problem(decisionProblems, 'decision-own-options');
        await this.search.refresh(tx, 'decision', [id]);
      }),
    );
  }

  propose(viewer: Viewer, id: string, version: number, request: ProposeDecision): Promise<void> {
    return this.database.write(viewer, 'decision.propose', async (tx) => {
      const it = await this.repository.toChange(tx, viewer, id);
      const option = await this.option(tx, it, request.optionId);
      const facts = { kind: it.kind, topics: await this.topics.count(tx), optionChosen: option !== null };
      const { to, refusal } = decisionMoves.next(it.state, 'propose', facts);
      if (refusal) throw refused(decisionProblems, refusal);
      const by = request.by.trim() || viewer.displayName;
      await updateVersioned(tx, Decision, id, version, {
        state: to,
        proposedOptionId: option?.id ?? null,
        proposedBy: by,
        proposedOn: berlinDay(this.clock.now()),
        proposalReason: request.reason,
      });
      const order = it.kind === 'TOPICS' ? await this.topics.inWords(tx) : option?.title;
      await this.step(tx, viewer, id, to, [order, request.reason]);
    });
  }

  withdraw(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'decision.withdraw', async (tx) => {
      const it = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = decisionMoves.next(it.state, 'withdraw');
      if (refusal) throw refused(decisionProblems, refusal);
      await updateVersioned(tx, Decision, id, version, { state: to, ...NO_PROPOSAL });
      await this.step(tx, viewer, id, to, ['Vorschlag zurückgenommen']);
    });
  }

  decide(viewer: Viewer, id: string, version: number, request: RecordDecision): Promise<void> {
    return named(() =>
      this.database.write(viewer, 'decision.decide', async (tx) => {
        const it = await this.repository.toChange(tx, viewer, id);
        const option = await this.option(tx, it, request.optionId);
        const body = await bodyNameOf(tx, request);
        if (body === null) throw problem(decisionProblems, 'decision-unknown-choice', 'committeeId');
        const { decidedOn, committeeId, meetingId, reference, wording, reason } = request;
        const { to, refusal } = decisionMoves.next(it.state, 'decide', {
          kind: it.kind,
          topics: await this.topics.count(tx),
          optionChosen: option !== null,
          decidedOn,
          today: berlinDay(this.clock.now()),
          body,
        });
        if (refusal) throw refused(decisionProblems, refusal);
        if (meetingId !== null) await assertMeeting(tx, viewer, meetingId);
        await updateVersioned(tx, Decision, id, version, {
          state: to,
          decidedOptionId: option?.id ?? null,
          decidedOn,
          decidedCommitteeId: committeeId,
          decidedBy: body,
          meetingId,
          reference,
          wording,
          reason,
        });
        const order = it.kind === 'TOPICS' ? await this.topics.decided(tx) : option?.title;
        const scope = scopeOptionCodes.find((code) => it.kind === 'SCOPE' && code === option?.code);
        if (scope) await this.scopes.record(tx, viewer, { scope, decidedOn, body, reason });
        await this.step(tx, viewer, id, to, [order, body, reference, reason]);
        await this.search.refresh(tx, 'decision', [id]);
      }),
    );
  }

  /** What was decided remains in its steps; what followed from it is taken back. */
  reopen(viewer: Viewer, id: string, version: number, request: ReopenDecision): Promise<void> {
    return this.database.write(viewer, 'decision.reopen', async (tx) => {
      const it = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = decisionMoves.next(it.state, 'reopen', request);
      if (refusal) throw refused(decisionProblems, refusal);
      await updateVersioned(tx, Decision, id, version, { state: to, ...NO_PROPOSAL, ...NO_OUTCOME });
      const { reason } = request;
      if (it.kind === 'TOPICS') await this.topics.reopened(tx);
      if (it.kind === 'SCOPE')
        await this.scopes.record(tx, viewer, { scope: 'OPEN', decidedOn: null, body: '', reason });
      await this.step(tx, viewer, id, to, [reason]);
      await this.search.refresh(tx, 'decision', [id]);
    });
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'decision.remove', async (tx) => {
      const it = await this.repository.toChange(tx, viewer, id);
      if (it.kind !== 'OTHER') throw problem(decisionProblems, 'decision-kept');
      const { refusal } = decisionMoves.next(it.state, 'remove');
      if (refusal) throw refused(decisionProblems, refusal);
      await tx.delete(Decision, { id });
      await this.search.refresh(tx, 'decision', [id]);
    });
  }

  private async option(tx: EntityManager, it: Decision, optionId: string | null): Promise<Option | null> {
    if (optionId === null) return null;
    const option = await oneIn<Option>(
      tx,
      sql`select id, code, title from decision_option where id = ${optionId} and decision_id = ${it.id}`,
    );
    if (!option) throw problem(decisionProblems, 'decision-unknown-option', 'optionId');
    return option;
  }

  private async step(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    state: DecisionState,
    words: readonly (string | undefined)[],
  ): Promise<void> {
    const said = words.filter((it) => it?.trim()).join(' · ');
    await rowsIn(
      tx,
      sql`insert into decision_step (id, decision_id, state, at, by_name, words)
          values (${newId()}, ${id}, ${state}, ${this.clock.now()}, ${viewer.displayName}, ${said})`,
    );
  }
}

interface Option {
  id: string;
  code: string | null;
  title: string;
}

const NO_PROPOSAL = { proposedOptionId: null, proposedBy: '', proposedOn: null, proposalReason: '' };
const NO_OUTCOME = {
  decidedOptionId: null,
  decidedOn: null,
  decidedCommitteeId: null,
  decidedBy: '',
  meetingId: null,
  reference: '',
  wording: '',
  reason: '',
};

function assertOptions({ options }: SaveOpenDecision): void {
  if (options.length < 2) throw problem(decisionProblems, 'decision-needs-two-options', 'options');
}

async function saveOptions(tx: EntityManager, id: string, { options }: SaveOpenDecision): Promise<void> {
  await rowsIn(
    tx,
    sql`insert into decision_option (id, decision_id, position, title, consequences)
        select id, ${id}::uuid, position, title, consequences
        from unnest(${options.map(() => newId())}::uuid[], ${options.map((_, index) => index + 1)}::int[],
          ${options.map((it) => it.title)}::text[], ${options.map((it) => it.consequences)}::text[]) as told (id, position, title, consequences)`,
  );
}

async function assertMeeting(tx: EntityManager, viewer: Viewer, id: string): Promise<void> {
  const found = await oneIn(
    tx,
    sql`select it.id from meeting it where it.id = ${id} and ${visibleMeetings(viewer)}`,
  );
  if (!found) throw problem(decisionProblems, 'decision-unknown-choice', 'meetingId');
}

function named<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    decisionProblems,
    {
      decision_title: ['decision-title-taken', 'title'],
      decision_committee_id_fkey: ['decision-unknown-choice', 'committeeId'],
    },
    work,
  );
}
