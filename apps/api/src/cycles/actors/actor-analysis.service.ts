import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { actorAnalysisProblems } from '@runder-tisch/domain/cycles';
import type {
  AddOrganisations,
  SaveActorEntry,
  SaveTypedGap,
} from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { visibleOrganisations } from '../../actors/actors-access';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { changeableAnalyses, visibleAnalyses } from './actor-analysis-access';
import { ActorEntry, ActorGap } from './actor-entry.entity';

@Injectable()
export class ActorAnalysisService {
  constructor(private readonly database: Database) {}

  /** Several at once, still to be judged; whoever is in it already stays as they were judged. */
  addOrganisations(viewer: Viewer, cycleId: string, { organisationIds }: AddOrganisations): Promise<void> {
    return this.write(viewer, cycleId, 'actor-analysis.organisations', async (tx) => {
      const found = await rowsIn(
        tx,
        sql`select it.id from organisation it where it.id = any(${organisationIds}::uuid[]) and ${visibleOrganisations(viewer)} for share`,
      );
      if (found.length < organisationIds.length) throw problem(generalProblems, 'not-found');
      await rowsIn(
        tx,
        sql`insert into actor_entry (id, cycle_id, organisation_id)
            select uuidv7(), ${cycleId}::uuid, given from unnest(${organisationIds}::uuid[]) as given on conflict do nothing`,
      );
    });
  }

  addEntry(viewer: Viewer, cycleId: string, request: SaveActorEntry): Promise<void> {
    return this.write(viewer, cycleId, 'actor-analysis.entry', async (tx) => {
      await tx.insert(ActorEntry, { id: newId(), cycleId, ...told(request) });
    });
  }

  changeEntry(
    viewer: Viewer,
    cycleId: string,
    id: string,
    version: number,
    request: SaveActorEntry,
  ): Promise<void> {
    return this.write(viewer, cycleId, 'actor-analysis.entry', async (tx) => {
      await demandPart(tx, 'actor_entry', cycleId, id);
      await updateVersioned(tx, ActorEntry, id, version, told(request));
    });
  }

  addGap(viewer: Viewer, cycleId: string, { gap, remedy, settled }: SaveTypedGap): Promise<void> {
    return this.write(viewer, cycleId, 'actor-analysis.gap', async (tx) => {
      await tx.insert(ActorGap, { id: newId(), cycleId, gap: gap.trim(), remedy: remedy.trim(), settled });
    });
  }

  changeGap(
    viewer: Viewer,
    cycleId: string,
    id: string,
    version: number,
    { gap, remedy, settled }: SaveTypedGap,
  ): Promise<void> {
    return this.write(viewer, cycleId, 'actor-analysis.gap', async (tx) => {
      await demandPart(tx, 'actor_gap', cycleId, id);
      await updateVersioned(tx, ActorGap, id, version, { gap: gap.trim(), remedy: remedy.trim(), settled });
    });
  }

  remove(viewer: Viewer, cycleId: string, table: 'actor_entry' | 'actor_gap', id: string): Promise<void> {
    return this.write(viewer, cycleId, 'actor-analysis.remove', async (tx) => {
      await demandPart(tx, table, cycleId, id);
      await rowsIn(tx, sql`delete from ${raw(table)} where id = ${id}`);
    });
  }

  /** The cycle under its lock, so that it cannot be closed or carried over in between. */
  private write(
    viewer: Viewer,
    cycleId: string,
    useCase: string,
    work: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    return named(() =>
      this.database.write(viewer, useCase, async (tx) => {
        const rights = { table: 'cycle', visible: visibleAnalyses(viewer), may: changeableAnalyses(viewer) };
        const { state } = await forChange<{ state: string }>(tx, rights, cycleId, sql`it.state`);
        if (state === 'CLOSED') throw problem(actorAnalysisProblems, 'actor-analysis-closed');
        await work(tx);
      }),
    );
  }
}

function told({ name, note, ...request }: SaveActorEntry): Omit<ActorEntry, 'id' | 'cycleId' | 'version'> {
  const { organisationId, influence, affectedness, part, fieldId, targetGroupId, municipalityId } = request;
  return {
    ...{ organisationId, influence, affectedness, part, fieldId, targetGroupId, municipalityId },
    name: name.trim(),
    note: note.trim(),
  };
}

async function demandPart(tx: EntityManager, table: string, cycleId: string, id: string): Promise<void> {
  const found = await rowsIn(tx, sql`select 1 from ${raw(table)} where id = ${id} and cycle_id = ${cycleId}`);
  if (found.length === 0) throw problem(generalProblems, 'not-found');
}

function named<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    actorAnalysisProblems,
    {
      actor_entry_who: ['actor-who', 'name'],
      actor_entry_judged: ['actor-judged-in-part', 'influence'],
      actor_entry_organisation: ['actor-twice', 'organisationId'],
      actor_entry_name: ['actor-twice', 'name'],
      actor_entry_organisation_id_fkey: ['actor-unknown-choice', 'organisationId'],
      actor_entry_field_id_fkey: ['actor-unknown-choice', 'fieldId'],
      actor_entry_target_group_id_fkey: ['actor-unknown-choice', 'targetGroupId'],
      actor_entry_municipality_id_fkey: ['actor-unknown-choice', 'municipalityId'],
    },
    work,
  );
}
