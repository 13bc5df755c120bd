import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  codeLetters,
  type PrioritisationMove,
  prioritisationLimits,
  prioritisationMoves,
  type PrioritisationProblem,
  prioritisationProblems,
  prioritisationStateAt,
} from '@runder-tisch/domain/findings/prioritisation';
import type {
  AdjustPrioritisation,
  SavePrioritisation,
} from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import type { SentView } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay, berlinDayBounds, isDay } from '@runder-tisch/domain/time';
import { systemViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { assertRunsFor } from './prioritisation-access';
import { PrioritisationMails } from './prioritisation-mails';
import { usualPlacesOf } from './prioritisation-people';
import { Prioritisation, PrioritisationOption } from './prioritisation.entity';
import { PrioritisationsRepository } from './prioritisations.repository';

type WithoutFacts = Exclude<PrioritisationMove, 'open' | 'adjust' | 'recall' | 'remind'>;

@Injectable()
export class PrioritisationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: PrioritisationsRepository,
    private readonly mails: PrioritisationMails,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SavePrioritisation): Promise<{ id: string }> {
    return optionsOnce(() =>
      this.database.write(viewer, 'prioritisation.create', (tx) => this.draft(tx, viewer, request)),
    );
  }

  /** A new one as part of a change that asks for it. */
  async draft(tx: EntityManager, viewer: Viewer, request: SavePrioritisation): Promise<{ id: string }> {
    const id = newId();
    const fields = await this.fields(tx, viewer, request);
    await tx.insert(Prioritisation, {
      ...fields,
      id,
      state: 'DRAFT',
      joinCode: null,
      batchId: null,
      openedAt: null,
      remindedAt: null,
      closedAt: null,
      cancelledReason: '',
      voters: null,
      version: 1,
      createdAt: this.clock.now(),
    });
    await this.saveOptions(tx, id, request);
    await this.search.refresh(tx, 'prioritisation', [id]);
    return { id };
  }

  change(viewer: Viewer, id: string, version: number, request: SavePrioritisation): Promise<void> {
    return optionsOnce(() =>
      this.database.write(viewer, 'prioritisation.change', async (tx) => {
        const asked = await this.repository.toChange(tx, viewer, id);
        this.to(asked, 'change');
        await updateVersioned(tx, Prioritisation, id, version, await this.fields(tx, viewer, request));
        await tx.delete(PrioritisationOption, { prioritisationId: id });
        await this.saveOptions(tx, id, request);
        await this.search.refresh(tx, 'prioritisation', [id]);
      }),
    );
  }

  /** From now on points are given: at the address of the wall, or by the link each person gets by mail. */
  open(viewer: Viewer, id: string, version: number): Promise<SentView | null> {
    return this.database.write(viewer, 'prioritisation.open', async (tx) => {
      const asked = await this.repository.toChange(tx, viewer, id);
      const options = await tx.countBy(PrioritisationOption, { prioritisationId: id });
      const people = asked.mode === 'MAIL' ? await this.mails.people(tx, asked) : [];
      const now = this.clock.now();
      const facts = { mode: asked.mode, options, closesAt: asked.closesAt, recipients: people.length, now };
      const { to, refusal } = prioritisationMoves.next(asked.state, 'open', facts);
      if (refusal) throw refused(prioritisationProblems, refusal);
      const batchId = asked.mode === 'MAIL' ? newId() : null;
      await updateVersioned(tx, Prioritisation, id, version, {
        state: to,
        openedAt: now,
        batchId,
        joinCode: asked.mode === 'ROOM' ? newCode() : null,
        ...(asked.mode === 'MAIL' ? { places: people.length } : {}),
      });
      await this.search.refresh(tx, 'prioritisation', [id]);
      return batchId
        ? this.mails.ask(tx, viewer, { ...asked, openedAt: now, batchId }, people, batchId)
        : null;
    });
  }

  /** More people came than there are places, or there is more time. */
  adjust(viewer: Viewer, id: string, version: number, request: AdjustPrioritisation): Promise<void> {
    return this.database.write(viewer, 'prioritisation.adjust', async (tx) => {
      const asked = await this.repository.toChange(tx, viewer, id);
      const closesAt = closesAtOf(request.closesDay);
      const now = this.clock.now();
      const { refusal } = prioritisationMoves.next(prioritisationStateAt(asked, now), 'adjust', {
        closesAt,
        now,
      });
      if (refusal) throw refused(prioritisationProblems, refusal);
      if (asked.mode === 'MAIL' && closesAt === null)
        throw problem(prioritisationProblems, 'points-need-end', 'closesDay');
      const taken = await oneIn<{ count: number }>(
        tx,
        sql`select count(*)::int as count from prioritisation_ballot where prioritisation_id = ${id}`,
      );
      if (request.places < (taken?.count ?? 0))
        throw problem(prioritisationProblems, 'points-places-too-few', 'places');
      // By mail each person has a ballot: further places would belong to nobody.
      const places = asked.mode === 'MAIL' ? asked.places : request.places;
      await updateVersioned(tx, Prioritisation, id, version, { places, closesAt });
    });
  }

  /** Back to the draft as long as no mail has left. */
  recall(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'prioritisation.recall', async (tx) => {
      const asked = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = prioritisationMoves.next(this.stateOf(asked), 'recall', asked);
      if (refusal) throw refused(prioritisationProblems, refusal);
      await this.mails.recall(tx, asked.batchId ?? '');
      await rowsIn(tx, sql`delete from prioritisation_ballot where prioritisation_id = ${id}`);
      await updateVersioned(tx, Prioritisation, id, asked.version, {
        state: to,
        openedAt: null,
        batchId: null,
      });
      await this.search.refresh(tx, 'prioritisation', [id]);
    });
  }

  remind(viewer: Viewer, id: string): Promise<SentView> {
    return this.database.write(viewer, 'prioritisation.remind', async (tx) => {
      const asked = await this.repository.toChange(tx, viewer, id);
      const { refusal } = prioritisationMoves.next(this.stateOf(asked), 'remind', asked);
      if (refusal) throw refused(prioritisationProblems, refusal);
      const now = this.clock.now();
      const last = asked.remindedAt ?? asked.openedAt;
      if (last && berlinDay(last) === berlinDay(now))
        throw problem(prioritisationProblems, 'points-reminded-today');
      await updateVersioned(tx, Prioritisation, id, asked.version, { remindedAt: now });
      return this.mails.remind(tx, viewer, asked);
    });
  }

  close(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'prioritisation.close', async (tx) => {
      const asked = await this.repository.toChange(tx, viewer, id);
      this.to(asked, 'close');
      await this.freeze(tx, asked, this.clock.now());
    });
  }

  /** What has reached its end; again it does nothing. */
  closeByItself(id: string): Promise<boolean> {
    return this.database.write(systemViewer, 'prioritisation.close-by-itself', async (tx) => {
      const asked = await this.repository.toChange(tx, systemViewer, id);
      if (asked.state !== 'OPEN' || this.stateOf(asked) !== 'CLOSED' || !asked.closesAt) return false;
      await this.freeze(tx, asked, asked.closesAt);
      return true;
    });
  }

  cancel(viewer: Viewer, id: string, reason: string): Promise<SentView> {
    return this.database.write(viewer, 'prioritisation.cancel', async (tx) => {
      const asked = await this.repository.toChange(tx, viewer, id);
      const state = this.to(asked, 'cancel');
      const sent = await this.mails.cancelled(tx, viewer, asked, reason.trim());
      await forgetPoints(tx, id);
      await updateVersioned(tx, Prioritisation, id, asked.version, { state, cancelledReason: reason.trim() });
      await this.search.refresh(tx, 'prioritisation', [id]);
      return sent;
    });
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'prioritisation.remove', async (tx) => {
      const asked = await this.repository.toChange(tx, viewer, id);
      this.to(asked, 'remove');
      await tx.delete(Prioritisation, { id });
      await this.search.refresh(tx, 'prioritisation', [id]);
    });
  }

  /** The sums stay, the ballots are emptied: nobody can ever find out who gave what. */
  private async freeze(tx: EntityManager, asked: Prioritisation, closedAt: Date): Promise<void> {
    const { id, version } = asked;
    await rowsIn(
      tx,
      sql`update prioritisation_option option set points = coalesce((
            select sum(given.points) from prioritisation_points given where given.option_id = option.id), 0)
          where option.prioritisation_id = ${id}`,
    );
    const counted = await oneIn<{ voters: number }>(
      tx,
      sql`select count(*)::int as voters from prioritisation_ballot where prioritisation_id = ${id} and given`,
    );
    await forgetPoints(tx, id);
    await updateVersioned(tx, Prioritisation, id, version, {
      state: 'CLOSED',
      closedAt,
      voters: counted?.voters ?? 0,
    });
    await this.search.refresh(tx, 'prioritisation', [id]);
  }

  private async fields(tx: EntityManager, viewer: Viewer, request: SavePrioritisation) {
    await assertRunsFor(tx, viewer, request);
    if (request.mostPerOption !== null && request.mostPerOption > request.pointsPerPerson)
      throw problem(prioritisationProblems, 'points-most-too-many', 'mostPerOption');
    return {
      question: request.question.trim(),
      explanation: request.explanation.trim(),
      mode: request.mode,
      meetingId: request.meetingId,
      networkId: request.networkId,
      pointsPerPerson: request.pointsPerPerson,
      mostPerOption: request.mostPerOption,
      places: request.places ?? (await usualPlacesOf(tx, request, berlinDay(this.clock.now()))),
      closesAt: closesAtOf(request.closesDay),
    };
  }

  /** A Handlungsschwerpunkt stands for vote under the title it has today. */
  private async saveOptions(tx: EntityManager, id: string, { options }: SavePrioritisation): Promise<void> {
    if (options.length === 0) return;
    const chosen = options.flatMap((it) => it.priorityId || []);
    const titles = await rowsIn<{ id: string; title: string }>(
      tx,
      sql`select id, title from action_priority where id = any(${chosen}::uuid[]) and state <> 'DROPPED'`,
    );
    const known = new Map(titles.map((it) => [it.id, it.title]));
    if (chosen.some((it) => !known.has(it))) throw problem(generalProblems, 'unknown-reference', 'options');
    await tx.insert(
      PrioritisationOption,
      options.map(({ priorityId, title }, index) => ({
        id: newId(),
        prioritisationId: id,
        priorityId: priorityId || null,
        title: (priorityId && known.get(priorityId)) || title.trim(),
        position: index + 1,
        points: null,
      })),
    );
  }

  private stateOf(asked: Prioritisation): Prioritisation['state'] {
    return prioritisationStateAt(asked, this.clock.now());
  }

  private to(asked: Prioritisation, move: WithoutFacts): Prioritisation['state'] {
    const { to, refusal } = prioritisationMoves.next(this.stateOf(asked), move);
    if (refusal) throw refused(prioritisationProblems, refusal);
    return to;
  }
}

async function forgetPoints(tx: EntityManager, id: string): Promise<void> {
  const ballots = sql`select id from prioritisation_ballot where prioritisation_id = ${id}`;
  await rowsIn(tx, sql`delete from prioritisation_points where ballot_id in (${ballots})`);
  await rowsIn(
    tx,
    sql`update prioritisation_ballot set given = false where prioritisation_id = ${id} and given`,
  );
}

/** The end of the day in Berlin; null without a day. */
function closesAtOf(day: string): Date | null {
  if (day === '') return null;
  if (!isDay(day))
    throw problem(generalProblems, 'invalid-input', [
      { path: 'closesDay', code: 'day', detail: 'Das ist kein gültiges Datum.' },
    ]);
  return new Date(berlinDayBounds(day).until.getTime() - 1000);
}

function newCode(): string {
  const letter = (): string => codeLetters[randomInt(codeLetters.length)] ?? '';
  return Array.from({ length: prioritisationLimits.codeLength }, letter).join('');
}

function optionsOnce<T>(work: () => Promise<T>): Promise<T> {
  const twice: [PrioritisationProblem, string] = ['points-option-twice', 'options'];
  return onConflict(prioritisationProblems, { prioritisation_option_priority: twice }, work);
}
