import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { templateMoves, templateProblems } from '@runder-tisch/domain/cycles';
import type { BeginTemplate, SaveTemplate } from '@runder-tisch/domain/cycles/templates/template-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { ProcessTemplate } from './process-template.entity';
import { TemplatesRepository } from './templates.repository';

@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: Database,
    private readonly repository: TemplatesRepository,
    private readonly clock: Clock,
  ) {}

  /** The next version begins as a copy, with the keys of what it was copied from. */
  begin(viewer: Viewer, { basedOnId }: BeginTemplate): Promise<{ id: string }> {
    return onConflict(templateProblems, { process_template_draft: ['template-draft-exists', ''] }, () =>
      this.database.write(viewer, 'process-template.begin', async (tx) => {
        const { months } = await this.repository.toChange(tx, viewer, basedOnId);
        const newest = await oneIn<{ number: number }>(
          tx,
          sql`select max(number)::int as number from process_template`,
        );
        const id = newId();
        await tx.insert(ProcessTemplate, {
          id,
          number: (newest?.number ?? 0) + 1,
          state: 'DRAFT',
          basedOnId,
          changeNote: '',
          months,
          releasedBy: '',
          releasedAt: null,
          version: 1,
          createdAt: this.clock.now(),
        });
        await copyContent(tx, basedOnId, id);
        return { id };
      }),
    );
  }

  save(viewer: Viewer, id: string, version: number, request: SaveTemplate): Promise<void> {
    return onConflict(
      templateProblems,
      { template_step_method_version: ['template-unknown-method', 'phases'] },
      () =>
        this.database.write(viewer, 'process-template.save', async (tx) => {
          const { state } = await this.repository.toChange(tx, viewer, id);
          if (state === 'RELEASED') throw problem(templateProblems, 'template-released');
          demandSound(request);
          const { changeNote, months } = request;
          await updateVersioned(tx, ProcessTemplate, id, version, { changeNote: changeNote.trim(), months });
          await saveContent(tx, id, request);
        }),
    );
  }

  release(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'process-template.release', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = templateMoves.next(state, 'release', await this.repository.factsOf(tx, id));
      if (refusal) throw refused(templateProblems, refusal);
      await updateVersioned(tx, ProcessTemplate, id, version, {
        state: to,
        releasedBy: viewer.displayName,
        releasedAt: this.clock.now(),
      });
    });
  }
}

function demandSound({ phases, months }: SaveTemplate): void {
  const steps = phases.flatMap((phase) => phase.steps);
  const keys = [...phases, ...steps].map(({ key }) => key);
  if (new Set(keys).size < keys.length) throw problem(templateProblems, 'template-key-twice', 'phases');
  if (steps.some(({ dueMonth }) => dueMonth > months))
    throw problem(templateProblems, 'template-month-late', 'phases');
}

async function copyContent(tx: EntityManager, from: string, to: string): Promise<void> {
  await rowsIn(
    tx,
    sql`insert into template_phase (template_id, key, position, name, summary)
        select ${to}::uuid, key, position, name, summary from template_phase where template_id = ${from}`,
  );
  await rowsIn(
    tx,
    sql`insert into template_step (template_id, key, phase_key, position, title, summary, lead_role, lead, involved_roles, internal_actors,
          external_actors, task, due_month, input, result, done_when)
        select ${to}::uuid, key, phase_key, position, title, summary, lead_role, lead, involved_roles, internal_actors,
          external_actors, task, due_month, input, result, done_when from template_step where template_id = ${from}`,
  );
  await rowsIn(
    tx,
    sql`insert into template_step_method (template_id, step_key, method_id)
        select ${to}::uuid, step_key, method_id from template_step_method where template_id = ${from}`,
  );
}

/** Only rows that differ are written, so that the audit tells what somebody changed. */
async function saveContent(tx: EntityManager, id: string, { phases }: SaveTemplate): Promise<void> {
  const told = phases.map(({ key, name, summary }, position) => ({ key, name, summary, position }));
  const steps = phases.flatMap((phase) =>
    phase.steps.map((step, position) => ({ ...step, phaseKey: phase.key, position })),
  );
  const cited = steps.flatMap(({ key, methodIds }) => methodIds.map((methodId) => ({ key, methodId })));
  const [phaseKeys, stepKeys] = [told.map(({ key }) => key), steps.map(({ key }) => key)];
  await rowsIn(
    tx,
    sql`insert into template_phase (template_id, key, position, name, summary)
        select ${id}::uuid, key, position, name, summary
        from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as given (key uuid, position integer, name text, summary text)
        on conflict (template_id, key) do update set (position, name, summary) = (excluded.position, excluded.name, excluded.summary)
        where template_phase is distinct from excluded`,
  );
  await rowsIn(
    tx,
    sql`delete from template_step where template_id = ${id} and not key = any(${stepKeys}::uuid[])`,
  );
  await rowsIn(
    tx,
    sql`insert into template_step (template_id, key, phase_key, position, title, summary, lead_role, lead, involved_roles, internal_actors,
          external_actors, task, due_month, input, result, done_when)
        select ${id}::uuid, key, "phaseKey", position, title, summary, "leadRole", lead, "involvedRoles", "internalActors",
          "externalActors", task, "dueMonth", input, result, "doneWhen"
        from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as given (key uuid, "phaseKey" uuid, position integer, title text, summary text,
          "leadRole" text, lead text, "involvedRoles" text[], "internalActors" text[], "externalActors" text[], task text, "dueMonth" integer,
          input text, result text, "doneWhen" text)
        on conflict (template_id, key) do update set (phase_key, position, title, summary, lead_role, lead, involved_roles, internal_actors,
          external_actors, task, due_month, input, result, done_when)
          = (excluded.phase_key, excluded.position, excluded.title, excluded.summary, excluded.lead_role, excluded.lead, excluded.involved_roles,
          excluded.internal_actors, excluded.external_actors, excluded.task, excluded.due_month, excluded.input, excluded.result, excluded.done_when)
        where template_step is distinct from excluded`,
  );
  await rowsIn(
    tx,
    sql`delete from template_phase where template_id = ${id} and not key = any(${phaseKeys}::uuid[])`,
  );
  await rowsIn(
    tx,
    sql`delete from template_step_method where template_id = ${id} and (step_key, method_id) not in (
          select key, "methodId" from jsonb_to_recordset(${JSON.stringify(cited)}::jsonb) as given (key uuid, "methodId" uuid))`,
  );
  await rowsIn(
    tx,
    sql`insert into template_step_method (template_id, step_key, method_id)
        select ${id}::uuid, key, "methodId" from jsonb_to_recordset(${JSON.stringify(cited)}::jsonb) as given (key uuid, "methodId" uuid)
        on conflict do nothing`,
  );
}
