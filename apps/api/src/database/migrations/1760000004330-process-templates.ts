import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defaultMethods } from '@runder-tisch/domain/cycles/templates/default-methods';
import { defaultPhases } from '@runder-tisch/domain/cycles/templates/default-template';
import { newId } from '../new-id';

/** The Bauplan in its versions, the Methodenblätter its steps cite, and the first version of both. */
export class ProcessTemplates1760000004330 implements MigrationInterface {
  name = 'ProcessTemplates1760000004330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table method_note (
        id uuid primary key,
        title text not null check (trim(title) <> ''),
        text text not null default '',
        version integer not null default 1,
        created_at timestamptz not null
      );
      create unique index method_note_title on method_note (lower(title));

      -- What steps cite; never changed.
      create table method_note_version (
        id uuid primary key,
        note_id uuid not null references method_note on delete cascade,
        number integer not null check (number >= 1),
        title text not null check (trim(title) <> ''),
        text text not null check (trim(text) <> ''),
        released_by text not null,
        released_at timestamptz not null,
        constraint method_note_version_number unique (note_id, number)
      );

      create table process_template (
        id uuid primary key,
        number integer not null unique check (number >= 1),
        state text not null check (state in ('DRAFT', 'RELEASED')),
        based_on_id uuid references process_template,
        change_note text not null default '',
        months integer not null check (months between 12 and 120),
        released_by text not null default '',
        released_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint process_template_released check ((state = 'RELEASED') = (released_at is not null))
      );
      create unique index process_template_draft on process_template (state) where state = 'DRAFT';
      create index process_template_based_on on process_template (based_on_id);

      -- The key of a phase and of a step stays the same through all versions.
      create table template_phase (
        template_id uuid not null references process_template on delete cascade,
        key uuid not null,
        position integer not null check (position >= 0),
        name text not null check (trim(name) <> ''),
        summary text not null default '',
        primary key (template_id, key),
        constraint template_phase_position unique (template_id, position) deferrable initially deferred
      );

      create table template_step (
        template_id uuid not null references process_template on delete cascade,
        key uuid not null,
        phase_key uuid not null,
        position integer not null check (position >= 0),
        title text not null check (trim(title) <> ''),
        summary text not null default '',
        lead_role text not null check (lead_role in ('planner', 'coordinator', 'provider', 'reader')),
        lead text not null default '',
        involved_roles text[] not null default '{}' check (involved_roles <@ array['planner', 'coordinator', 'provider', 'reader']),
        internal_actors text[] not null default '{}',
        external_actors text[] not null default '{}',
        task text not null default '',
        due_month integer not null check (due_month between 1 and 120),
        input text not null default '',
        result text not null default '',
        done_when text not null default '',
        primary key (template_id, key),
        constraint template_step_phase foreign key (template_id, phase_key) references template_phase deferrable initially deferred,
        constraint template_step_position unique (template_id, phase_key, position) deferrable initially deferred
      );

      create table template_step_method (
        template_id uuid not null,
        step_key uuid not null,
        method_id uuid not null,
        primary key (template_id, step_key, method_id),
        constraint template_step_method_step foreign key (template_id, step_key) references template_step on delete cascade,
        constraint template_step_method_version foreign key (method_id) references method_note_version
      );
      create index template_step_method_method on template_step_method (method_id);

      -- A released version is what cycles were made from: nothing of it changes, whoever asks.
      create function template_released_stays() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from process_template where id = coalesce(new.template_id, old.template_id) and state = 'RELEASED') then
          raise exception 'A released version never changes.' using errcode = '23514', constraint = 'template_released';
        end if;
        return coalesce(new, old);
      end $$;
      create function released_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'A released version never changes.' using errcode = '23514', constraint = 'template_released';
      end $$;
      create trigger process_template_released before update on process_template
        for each row when (old.state = 'RELEASED') execute function released_stays();
      create trigger method_note_version_released before update on method_note_version
        for each row execute function released_stays();
    `);
    await this.begin(runner);
    await runner.query(`
      create trigger template_released before insert or update or delete on template_phase for each row execute function template_released_stays();
      create trigger template_released before insert or update or delete on template_step for each row execute function template_released_stays();
      create trigger template_released before insert or update or delete on template_step_method for each row execute function template_released_stays();
    `);
  }

  private async begin(runner: QueryRunner): Promise<void> {
    const methods = defaultMethods.map((it) => ({ ...it, id: newId(), versionId: newId() }));
    const given = JSON.stringify(methods);
    await runner.query(
      `insert into method_note (id, title, text, created_at)
       select id, title, text, now() from jsonb_to_recordset($1) as it (id uuid, title text, text text)`,
      [given],
    );
    await runner.query(
      `insert into method_note_version (id, note_id, number, title, text, released_by, released_at)
       select "versionId", id, 1, title, text, 'Runder Tisch', now()
       from jsonb_to_recordset($1) as it (id uuid, "versionId" uuid, title text, text text)`,
      [given],
    );
    const templateId = newId();
    await runner.query(
      `insert into process_template (id, number, state, months, released_by, released_at, created_at)
       values ($1, 1, 'RELEASED', 60, 'Runder Tisch', now(), now())`,
      [templateId],
    );
    const phases = defaultPhases.map((phase, position) => ({ ...phase, key: newId(), position }));
    await runner.query(
      `insert into template_phase (template_id, key, position, name, summary)
       select $1, key, position, name, summary
       from jsonb_to_recordset($2) as it (key uuid, position integer, name text, summary text)`,
      [templateId, JSON.stringify(phases)],
    );
    const steps = phases.flatMap((phase) =>
      phase.steps.map((step, position) => ({
        involvedRoles: [],
        internalActors: [],
        externalActors: [],
        methods: [],
        ...step,
        key: newId(),
        phaseKey: phase.key,
        position,
      })),
    );
    await runner.query(
      `insert into template_step (template_id, key, phase_key, position, title, summary, lead_role, lead, involved_roles, internal_actors, external_actors, task, due_month, input, result, done_when)
       select $1, key, "phaseKey", position, title, summary, "leadRole", lead, "involvedRoles", "internalActors", "externalActors", task, "dueMonth", input, result, "doneWhen"
       from jsonb_to_recordset($2) as it (key uuid, "phaseKey" uuid, position integer, title text, summary text, "leadRole" text, lead text, "involvedRoles" text[], "internalActors" text[], "externalActors" text[], task text, "dueMonth" integer, input text, result text, "doneWhen" text)`,
      [templateId, JSON.stringify(steps)],
    );
    const versions = new Map(methods.map((it) => [it.title, it.versionId]));
    const cited = steps.flatMap(({ key, methods: titles }: { key: string; methods: string[] }) =>
      titles.map((title) => ({ key, id: versions.get(title) })),
    );
    await runner.query(
      `insert into template_step_method (template_id, step_key, method_id)
       select $1, key, id from jsonb_to_recordset($2) as it (key uuid, id uuid)`,
      [templateId, JSON.stringify(cited)],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
