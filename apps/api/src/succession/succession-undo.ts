import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import {
  handedKindLabels,
  successionProblems,
  type SuccessionUndoneView,
} from '@runder-tisch/domain/succession';
import type { Viewer } from '../access/viewer';
import { visiblePeople } from '../actors/actors-access';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { personNameOf } from '../database/person-name';
import { rowsIn } from '../database/rows';
import { InvitationHandover, type NextInvitee } from '../meetings/invitations/invitation-handover';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { type Handover, handoverOf } from './handovers';
import { setColumn } from './succession.service';
import { type Step, SuccessionSteps } from './succession-steps';
import { oldest, valueOf } from './succession.repository';

interface Run {
  id: string;
  personId: string;
  successorId: string;
  handedAt: Date;
  undoneAt: Date | null;
}

/** A succession is taken back as far as nothing newer stands against it. Who may not change a thing may not bring it back. */
@Injectable()
export class SuccessionUndo {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationHandover,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  undo(viewer: Viewer, personId: string, runId: string): Promise<SuccessionUndoneView> {
    return this.database.write(viewer, 'person.hand-over-undo', async (tx) => {
      const now = this.clock.now();
      const [run] = await rowsIn<Run>(
        tx,
        sql`select run.id, run.person_id as "personId", run.successor_id as "successorId", run.handed_at as "handedAt", run.undone_at as "undoneAt"
            from succession run join person it on it.id = ${personId}
            where run.id = ${runId} and it.id in (run.person_id, run.successor_id) and ${visiblePeople(viewer)} for update of run`,
      );
      if (!run) throw problem(generalProblems, 'not-found');
      if (run.undoneAt !== null || run.handedAt <= oldest(now))
        throw problem(successionProblems, 'succession-undone');
      const steps = await rowsIn<Step>(
        tx,
        sql`select kind, way, title, path, row_id as "rowId", added_id as "addedId", before from succession_step
            where succession_id = ${runId} order by position desc`,
      );
      const [before] = await rowsIn<NextInvitee>(
        tx,
        sql`select it.id as "personId", ${personNameOf('it')} as name, it.mail from person it where it.id = ${run.personId}`,
      );
      const view: SuccessionUndoneView = { items: 0, kept: [] };
      for (const step of steps) {
        const back = before ? await this.bring(tx, viewer, run, step, before) : false;
        if (back) view.items += 1;
        else
          view.kept.push({
            label: `${handedKindLabels[step.kind]}: ${step.title}`,
            reason: 'wurde seitdem geändert oder gehört zu etwas, das Sie nicht ändern',
            path: step.path,
          });
      }
      await rowsIn(tx, sql`update succession set undone_at = ${now} where id = ${runId}`);
      await this.search.refresh(tx, 'person', [run.personId, run.successorId]);
      return view;
    });
  }

  private async bring(
    tx: EntityManager,
    viewer: Viewer,
    run: Run,
    step: Step,
    before: NextInvitee,
  ): Promise<boolean> {
    if (step.way === 'invitation') {
      if (step.addedId === null || before.mail === '') return false;
      return (await this.invitations.take(tx, viewer, step.addedId, before)) !== null;
    }
    const handover = handoverOf(step.kind);
    if (!handover || !(await this.mayChange(tx, viewer, handover, step.addedId ?? step.rowId))) return false;
    switch (step.way) {
      case 'change':
        return this.changeBack(tx, viewer, run, handover, step);
      case 'role': {
        const rows = await rowsIn(
          tx,
          sql`update membership set role = ${step.before}, version = version + 1
              where id = ${step.rowId} and person_id = ${run.successorId} and to_day is null returning id`,
        );
        return rows.length === 1;
      }
      case 'end':
        return this.beginAgain(tx, run, handover, step);
    }
  }

  private async mayChange(
    tx: EntityManager,
    viewer: Viewer,
    handover: Handover,
    id: string,
  ): Promise<boolean> {
    const rows = await rowsIn(
      tx,
      sql`select 1 from ${raw(handover.table)} it where it.id = ${id} and (${handover.may(viewer)}) for update of it`,
    );
    return rows.length === 1;
  }

  private async changeBack(
    tx: EntityManager,
    viewer: Viewer,
    run: Run,
    handover: Handover,
    { rowId }: Step,
  ): Promise<boolean> {
    const now = valueOf(handover, sql`${run.successorId}::uuid`);
    const then = valueOf(handover, sql`${run.personId}::uuid`);
    const still = await rowsIn(
      tx,
      sql`select 1 from ${raw(handover.table)} it where it.id = ${rowId}
          and (it.${raw(handover.column)} = ${now} or it.${raw(handover.column)} is null)`,
    );
    if (still.length === 0) return false;
    await setColumn(tx, handover, rowId, then);
    const beside = handover.beside?.(rowId, then, viewer.displayName, this.clock.now(), newId());
    if (beside) await rowsIn(tx, beside);
    return true;
  }

  /** The row that began goes, as long as nobody changed it, and the one before it goes on. */
  private async beginAgain(tx: EntityManager, run: Run, handover: Handover, step: Step): Promise<boolean> {
    const { rowId, addedId } = step;
    if (addedId) {
      const steps = new SuccessionSteps(tx, run.id);
      const untouched = await rowsIn(
        tx,
        sql`select 1 from ${raw(handover.table)} it where it.id = ${addedId} and it.version = 1 and it.person_id = ${run.successorId}`,
      );
      if (untouched.length === 0) return false;
      if (handover.leaning) await steps.lean(handover.leaning, addedId, rowId);
      await rowsIn(tx, sql`delete from ${raw(handover.table)} where id = ${addedId}`);
    }
    const rows = await rowsIn(
      tx,
      sql`update ${raw(handover.table)} set to_day = ${step.before}::date, version = version + 1
          where id = ${rowId} and ${raw(handover.column)} = ${run.personId} returning id`,
    );
    return rows.length === 1;
  }
}
