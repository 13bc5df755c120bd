import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which values are published, with which pattern: releases of figures. */
export class FigureReleases1760000004240 implements MigrationInterface {
  name = 'FigureReleases1760000004240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table figure_release (
        id uuid primary key,
        indicator_id uuid not null,
        version_id uuid not null,
        number integer not null check (number >= 1),
        state text not null check (state in ('CHECKING','READY','REFUSED','RELEASED','WITHDRAWN')),
        first_day date,
        last_day date,
        rule text not null check (rule in ('R0','R1','R2','R3','R4','R5')),
        minimum integer not null check (minimum >= 0),
        zeros text not null check (zeros in ('published','hidden')),
        -- Observations a planner wants in the open.
        wanted uuid[] not null default '{}',
        cells integer not null default 0 check (cells >= 0),
        hidden integer not null default 0 check (hidden between 0 and cells),
        refusal text not null default '',
        -- Pattern and sums with the true numbers, for releases to come: read by the check alone.
        pattern jsonb,
        pattern_sha256 text not null default '',
        created_by text not null,
        created_at timestamptz not null,
        checked_at timestamptz,
        released_by text not null default '',
        released_at timestamptz,
        withdrawn_by text not null default '',
        withdrawn_at timestamptz,
        withdrawn_reason text not null default '',
        lease uuid,
        lease_until timestamptz,
        attempts integer not null default 0,
        version integer not null default 1,
        constraint figure_release_version foreign key (version_id, indicator_id) references indicator_version (id, indicator_id),
        constraint figure_release_number unique (indicator_id, number),
        constraint figure_release_period check (first_day <= last_day),
        constraint figure_release_refused check ((state = 'REFUSED') = (refusal <> '')),
        constraint figure_release_checked check (state in ('CHECKING','REFUSED') or (pattern is not null and checked_at is not null)),
        constraint figure_release_released check (state <> 'RELEASED' or (released_at is not null and released_by <> '')),
        constraint figure_release_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_at is not null and withdrawn_by <> '' and trim(withdrawn_reason) <> ''))
      );
      create index figure_release_definition on figure_release (version_id);
      create unique index figure_release_open on figure_release (indicator_id) where state in ('CHECKING','READY');
      create index figure_release_due on figure_release (created_at) where state = 'CHECKING';

      -- A cell as everybody sees it: what is hidden has no number here.
      create table figure_release_cell (
        release_id uuid not null references figure_release,
        observation_id uuid not null references observation,
        position integer not null,
        area_name text not null,
        because text check (because in ('SOURCE','PRIMARY','SECONDARY')),
        value numeric,
        primary key (release_id, observation_id),
        constraint figure_release_cell_hidden check (because is null or value is null)
      );
      create index figure_release_cell_observation on figure_release_cell (observation_id);

      create function figure_releases_stay() returns trigger language plpgsql as $$
      begin
        if old.released_at is not null and (
             (new.indicator_id, new.version_id, new.number, new.first_day, new.last_day, new.rule, new.minimum, new.zeros, new.wanted, new.cells,
              new.hidden, new.pattern, new.pattern_sha256, new.released_at, new.released_by)
             is distinct from
             (old.indicator_id, old.version_id, old.number, old.first_day, old.last_day, old.rule, old.minimum, old.zeros, old.wanted, old.cells,
              old.hidden, old.pattern, old.pattern_sha256, old.released_at, old.released_by)
             or new.state not in ('RELEASED','WITHDRAWN')) then
          raise exception 'figure_release_stays' using errcode = 'check_violation', constraint = 'figure_release_stays';
        end if;
        return new;
      end $$;
      create trigger figure_releases_stay before update on figure_release for each row execute function figure_releases_stay();

      create function figure_release_cells_stay() returns trigger language plpgsql as $$
      begin
        if exists (select from figure_release where figure_release.id = coalesce(new.release_id, old.release_id) and state <> 'CHECKING') then
          raise exception 'figure_release_stays' using errcode = 'check_violation', constraint = 'figure_release_stays';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger figure_release_cells_stay before insert or update or delete on figure_release_cell
        for each row execute function figure_release_cells_stay();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
