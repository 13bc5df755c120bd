import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  endedMeasureStates,
  goingMeasureStates,
  measureFault,
  type MeasureMove,
  measureMoves,
  measureProblems,
  type MeasureState,
} from '@runder-tisch/domain/measures';
import type {
  BudgetYearInput,
  MilestoneInput,
  MoveMeasure,
  OverrideStatus,
  SaveMeasure,
} from '@runder-tisch/domain/measures/measures-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import { MailLinks } from '../access/mail-links';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { replaceLinks } from '../database/reference';
import { oneIn, rowsIn } from '../database/rows';
import { onConflict } from '../problem/on-conflict';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { Measure } from './measure.entity';
import { nextPlanningNumber } from '../database/planning-numbers';
import { MeasuresRepository } from './measures.repository';

export const PROGRESS_LINK = 'measure-progress';

@Injectable()
export class MeasuresService {
  constructor(
    private readonly database: Database,
    private readonly repository: MeasuresRepository,
    private readonly links: MailLinks,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveMeasure): Promise<{ id: string }> {
    return known(() =>
      this.database.write(viewer, 'measure.create', async (tx) => {
        const number = await nextPlanningNumber(tx, 'M', this.clock.now());
        return { id: await this.insert(tx, viewer, number, request) };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveMeasure): Promise<void> {
    return known(() =>
      this.database.write(viewer, 'measure.change', async (tx) => {
        const before = await this.repository.toChange(tx, viewer, id);
        await this.save(tx, viewer, before, version, request);
      }),
    );
  }

  async insert(tx: EntityManager, viewer: Viewer, number: string, request: SaveMeasure): Promise<string> {
    demandSound(request, null);
    const id = newId();
    await tx.insert(Measure, {
      ...columnsOf(request),
      id,
      number,
      state: 'PROPOSED',
      stateReason: '',
      overrideReason: '',
      overrideBy: '',
      carriedOverBy: '',
      version: 1,
      createdAt: this.clock.now(),
    });
    await this.saveParts(tx, id, request);
    return id;
  }

  async save(
    tx: EntityManager,
    viewer: Viewer,
    before: Measure,
    version: number,
    request: SaveMeasure,
  ): Promise<void> {
    if (endedMeasureStates.includes(before.state)) throw problem(measureProblems, 'measure-already-ended');
    demandSound(request, before.kind);
    await updateVersioned(tx, Measure, before.id, version, columnsOf(request));
    await this.saveParts(tx, before.id, request);
    // Whoever is not in charge any more does not report by a link of an earlier mail.
    if (
      before.leadOrganisationId !== request.leadOrganisationId ||
      before.leadPersonId !== request.leadPersonId
    )
      await this.links.revoke(tx, PROGRESS_LINK, { objectKind: 'measure', objectId: before.id });
  }

  move(viewer: Viewer, id: string, version: number, move: MeasureMove, request: MoveMeasure): Promise<void> {
    return this.database.write(viewer, `measure.${move}`, async (tx) => {
      const before = await this.repository.toChange(tx, viewer, id);
      const { kind, state } = before;
      const today = berlinDay(this.clock.now());
      const facts = await this.factsOf(tx, id, request.followedById);
      const { to, refusal } = measureMoves.next(state, move, {
        kind,
        today,
        reason: request.reason,
        on: request.on,
        ...facts,
      });
      if (refusal) throw refused(measureProblems, refusal);
      await updateVersioned(tx, Measure, id, version, {
        state: to,
        // Why it rests no longer tells anything once it goes on.
        stateReason: request.reason.trim(),
        ...(move === 'convert' ? { kind: 'MEASURE' as const } : {}),
        ...(move === 'complete' ? { completedOn: request.on } : {}),
        ...(move === 'supersede' ? { followedById: request.followedById } : {}),
        ...(move === 'carry-over' ? { carriedOverOn: today, carriedOverBy: viewer.displayName } : {}),
      });
      await this.search.refresh(tx, 'measure', [id]);
    });
  }

  override(viewer: Viewer, id: string, version: number, { status, reason }: OverrideStatus): Promise<void> {
    return this.database.write(viewer, 'measure.override', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      if (status !== null && !goingMeasureStates.includes(state))
        throw problem(measureProblems, 'measure-override-not-going');
      if (status !== null && reason.trim() === '')
        throw problem(measureProblems, 'measure-override-reason', 'reason');
      const set = status !== null;
      await updateVersioned(tx, Measure, id, version, {
        overrideStatus: status,
        overrideReason: set ? reason.trim() : '',
        overrideBy: set ? viewer.displayName : '',
        overrideAt: set ? this.clock.now() : null,
      });
    });
  }

  /** Somebody read the new words of the recommendation: the measure still follows from it. */
  accept(viewer: Viewer, id: string, recommendationId: string): Promise<void> {
    return this.database.write(viewer, 'measure.accept-recommendation', async (tx) => {
      await this.repository.toChange(tx, viewer, id);
      const accepted = await rowsIn(
        tx,
        sql`update measure_recommendation link set fingerprint = recommendation.fingerprint, accepted_by = ${viewer.displayName},
              accepted_at = ${this.clock.now()}
            from recommendation where recommendation.id = link.recommendation_id
              and link.measure_id = ${id} and link.recommendation_id = ${recommendationId} returning link.measure_id`,
      );
      if (accepted.length === 0) throw problem(generalProblems, 'not-found');
    });
  }

  private async factsOf(
    tx: EntityManager,
    id: string,
    followedById: string | null,
  ): Promise<{ recommendations: number; evaluatedOn: string | null; follower: MeasureState | null }> {
    const facts = await oneIn<{
      recommendations: number;
      evaluatedOn: string | null;
      follower: MeasureState | null;
    }>(
      tx,
      sql`select (select count(*)::int from measure_recommendation where measure_id = ${id}) as recommendations,
            (select evaluated_on::text from evaluation where measure_id = ${id} and trim(conclusion) <> '') as "evaluatedOn",
            (select state from measure where id = ${followedById}::uuid and id <> ${id}) as follower`,
    );
    return facts ?? { recommendations: 0, evaluatedOn: null, follower: null };
  }

  private async saveParts(
    tx: EntityManager,
    id: string,
    { partnerIds, leadOrganisationId, costs, milestones, recommendationIds }: SaveMeasure,
  ): Promise<void> {
    // Who leads takes part anyway.
    const ids = partnerIds.filter((it) => it !== leadOrganisationId);
    await replaceLinks(
      tx,
      'measure_partner',
      { column: 'measure_id', id },
      { column: 'organisation_id', ids },
    );
    await saveCosts(tx, id, costs);
    await saveMilestones(tx, id, milestones);
    await this.saveRecommendations(tx, id, recommendationIds);
    await this.search.refresh(tx, 'measure', [id]);
  }

  /** A link that stays keeps the words it was made for. */
  private async saveRecommendations(
    tx: EntityManager,
    id: string,
    recommendationIds: readonly string[],
  ): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from measure_recommendation where measure_id = ${id} and recommendation_id <> all(${recommendationIds}::uuid[])`,
    );
    const known = await rowsIn(
      tx,
      sql`select id from recommendation where id = any(${recommendationIds}::uuid[]) for share`,
    );
    if (known.length < recommendationIds.length)
      throw problem(measureProblems, 'measure-unknown-choice', 'recommendationIds');
    await rowsIn(
      tx,
      sql`insert into measure_recommendation (measure_id, recommendation_id, fingerprint, since)
          select ${id}::uuid, recommendation.id, recommendation.fingerprint, ${this.clock.now()}
          from recommendation where recommendation.id = any(${recommendationIds}::uuid[]) on conflict do nothing`,
    );
  }
}

function demandSound(request: SaveMeasure, before: Measure['kind'] | null): void {
  const fault = measureFault(request, before);
  if (fault) throw problem(measureProblems, fault.code, fault.path);
}

function columnsOf(request: SaveMeasure): Partial<Measure> {
  const {
    partnerIds: _partners,
    costs: _costs,
    milestones: _milestones,
    recommendationIds: _from,
    ...own
  } = request;
  return own;
}

async function saveCosts(tx: EntityManager, id: string, costs: readonly BudgetYearInput[]): Promise<void> {
  const years = costs.map(({ year }) => year);
  await rowsIn(
    tx,
    sql`delete from measure_cost where measure_id = ${id} and budget_year <> all(${years}::int[])`,
  );
  if (costs.length === 0) return;
  const rows = costs.map(
    ({ year, oneOff, yearly }) => sql`(${id}::uuid, ${year}::int, ${oneOff}::numeric, ${yearly}::numeric)`,
  );
  await rowsIn(
    tx,
    sql`insert into measure_cost (measure_id, budget_year, one_off, yearly) values ${join(rows)}
        on conflict (measure_id, budget_year) do update set one_off = excluded.one_off, yearly = excluded.yearly
        where (measure_cost.one_off, measure_cost.yearly) is distinct from (excluded.one_off, excluded.yearly)`,
  );
}

async function saveMilestones(
  tx: EntityManager,
  id: string,
  milestones: readonly MilestoneInput[],
): Promise<void> {
  const kept = milestones.flatMap((it) => it.id ?? []);
  await rowsIn(
    tx,
    sql`delete from measure_milestone where measure_id = ${id} and id <> all(${kept}::uuid[])`,
  );
  for (const { id: milestoneId, title, dueOn, doneOn } of milestones) {
    const saved = milestoneId
      ? await rowsIn(
          tx,
          sql`update measure_milestone set title = ${title}, due_on = ${dueOn}::date, done_on = ${doneOn}::date
              where id = ${milestoneId} and measure_id = ${id} returning id`,
        )
      : await rowsIn(
          tx,
          sql`insert into measure_milestone (id, measure_id, title, due_on, done_on)
              values (${newId()}, ${id}, ${title}, ${dueOn}::date, ${doneOn}::date) returning id`,
        );
    if (saved.length === 0) throw problem(measureProblems, 'measure-unknown-choice', 'milestones');
  }
}

/** Names what was chosen and has gone meanwhile. */
export function known<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    measureProblems,
    {
      measure_field_id_fkey: ['measure-unknown-choice', 'fieldId'],
      measure_lead_organisation_id_fkey: ['measure-unknown-choice', 'leadOrganisationId'],
      measure_lead_person_id_fkey: ['measure-unknown-choice', 'leadPersonId'],
      measure_partner_organisation_id_fkey: ['measure-unknown-choice', 'partnerIds'],
    },
    work,
  );
}
