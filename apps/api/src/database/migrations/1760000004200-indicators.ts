import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Datenkonzept, sources, indicators with their versions, and every value ever recorded. */
export class Indicators1760000004200 implements MigrationInterface {
  name = 'Indicators1760000004200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table data_source (
        id uuid primary key,
        code text not null unique check (code ~ '^[A-Z0-9_]{2,40}$'),
        name text not null check (trim(name) <> ''),
        publisher text not null default '',
        organisation_id uuid references organisation,
        statistic text not null default '',
        rhythm_months integer check (rhythm_months between 1 and 240),
        lag_months integer not null default 0 check (lag_months between 0 and 120),
        -- Announced by the publisher; without it the next release is worked out from rhythm and lag.
        next_release_on date,
        licence text not null default '',
        attribution text not null default '',
        population_base text check (population_base in ('ZENSUS_2011','ZENSUS_2022','MELDEREGISTER','MIKROZENSUS')),
        note text not null default '',
        active boolean not null default true,
        version integer not null default 1
      );
      create index data_source_organisation on data_source (organisation_id);

      create table indicator (
        id uuid primary key,
        code text not null unique check (code ~ '^[A-Z]{2,4}-[0-9]{2,3}$'),
        field_id uuid references field_of_action,
        -- The Handlungsfeld it joins as soon as there is one of this name.
        home_field text not null default '',
        infrastructure boolean not null default false,
        active boolean not null default true,
        current_version_id uuid not null,
        version integer not null default 1
      );
      create index indicator_field on indicator (field_id);

      create table indicator_version (
        id uuid primary key,
        indicator_id uuid not null references indicator,
        number integer not null check (number >= 1),
        state text not null check (state in ('DRAFT','PUBLISHED')),
        name text not null check (trim(name) <> ''),
        definition text not null default '',
        numerator text not null default '',
        denominator text not null default '',
        factor numeric check (factor > 0),
        unit text not null check (unit in ('COUNT','PERCENT','PER_MILLE','PER_100','PER_1000','PER_10000','PER_100000','HOURS_PER_1000','YEARS','DAYS','EURO','INDEX_100','INDEX_0_1','CATEGORY')),
        kind text not null check (kind in ('COUNT','RATE','AVERAGE','INDEX','CATEGORY')),
        rate_kind text not null check (rate_kind in ('SHARE','EVENTS','PLAIN')),
        levels text[] not null check (cardinality(levels) > 0 and levels <@ array['GERMANY','STATE','CARE_AREA','COUNTY','MUNICIPALITY','LOCALITY']),
        period_kind text not null check (period_kind in ('DAY','YEAR','YEAR_AVERAGE','MONTH','HALF_YEAR','SCHOOL_YEAR','YEARS_MEAN','CENSUS','FORECAST')),
        period_note text not null default '',
        source_id uuid references data_source,
        table_code text not null default '',
        direction text not null check (direction in ('HIGH_IS_NEED','LOW_IS_NEED','CONTEXT')),
        disclosure_rule text not null check (disclosure_rule in ('R0','R1','R2','R3','R4','R5')),
        -- Why it is told differently from the version before; both are empty for what a county began with.
        reason text not null default '',
        changed_by text not null default '',
        changed_at timestamptz,
        constraint indicator_version_number unique (indicator_id, number),
        constraint indicator_version_of unique (id, indicator_id),
        constraint indicator_version_published check (state = 'DRAFT' or (trim(definition) <> '' and source_id is not null)),
        constraint indicator_version_rate check (kind <> 'RATE' or (factor is not null and trim(denominator) <> ''))
      );
      create index indicator_version_source on indicator_version (source_id);
      alter table indicator add constraint indicator_current_version
        foreign key (current_version_id, id) references indicator_version (id, indicator_id) deferrable initially deferred;

      -- Fields are made when a county is set up, after the catalogue; and areas call only to the left.
      create function indicators_join_field() returns trigger language plpgsql as $$
      begin
        update indicator set field_id = new.id where field_id is null and home_field = new.name;
        return null;
      end $$;
      create trigger indicators_join_field after insert on field_of_action for each row execute function indicators_join_field();

      -- Whether the Sozialplanung covers all social processes (A) or social infrastructure (B); the newest row counts.
      create table scope_decision (
        id uuid primary key,
        scope text not null check (scope in ('OPEN','A','B')),
        decided_on date,
        body text not null default '',
        reason text not null default '',
        changed_by text not null,
        created_at timestamptz not null,
        constraint scope_decision_decided check (scope = 'OPEN' or (decided_on is not null and trim(body) <> ''))
      );
      create index scope_decision_newest on scope_decision (created_at desc, id desc);

      create table data_concept (
        id uuid primary key,
        number integer not null unique check (number >= 1),
        state text not null check (state in ('DRAFT','IN_FORCE','SUPERSEDED')),
        title text not null check (trim(title) <> ''),
        observed text not null default '',
        purpose text not null default '',
        origin text not null default '',
        rhythm text not null default '',
        valid_from date,
        changed_by text not null,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint data_concept_whole check (state = 'DRAFT' or (trim(observed) <> '' and trim(purpose) <> '' and trim(origin) <> '' and trim(rhythm) <> '' and valid_from is not null))
      );
      create unique index data_concept_in_force on data_concept (state) where state = 'IN_FORCE';
      create unique index data_concept_draft on data_concept (state) where state = 'DRAFT';

      -- Which definitions belonged to it when it came into force.
      create table data_concept_indicator (
        concept_id uuid not null references data_concept on delete cascade,
        version_id uuid not null references indicator_version,
        primary key (concept_id, version_id)
      );
      create index data_concept_indicator_version on data_concept_indicator (version_id);

      -- A file with values; \`import_run\` is the takeover of people and organisations.
      create table data_import (
        id uuid primary key,
        source_id uuid references data_source,
        file_id uuid references file on delete set null,
        file_name text not null,
        sha256 text not null,
        profile text not null default '',
        state text not null check (state in ('READ','CHECKED','WRITTEN','UNDONE','DISCARDED')),
        row_count integer not null default 0 check (row_count >= 0),
        written integer not null default 0 check (written >= 0),
        superseded integer not null default 0 check (superseded >= 0),
        unchanged integer not null default 0 check (unchanged >= 0),
        refused integer not null default 0 check (refused >= 0),
        note text not null default '',
        account_id uuid,
        by_name text not null,
        created_at timestamptz not null,
        written_at timestamptz,
        constraint data_import_written check ((state in ('WRITTEN','UNDONE')) = (written_at is not null))
      );
      create index data_import_list on data_import (created_at desc, id desc);
      create index data_import_source on data_import (source_id);
      create index data_import_file on data_import (file_id);
      create index data_import_content on data_import (sha256) where state = 'WRITTEN';
    `);
    await runner.query(OBSERVATIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const OBSERVATIONS = `
      create table observation (
        id uuid primary key,
        indicator_id uuid not null,
        version_id uuid not null,
        source_id uuid,
        import_id uuid,
        line integer check (line >= 1),
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        period_start date not null,
        period_end date not null,
        territory_status date,
        period_kind text not null check (period_kind in ('DAY','YEAR','YEAR_AVERAGE','MONTH','HALF_YEAR','SCHOOL_YEAR','YEARS_MEAN','CENSUS','FORECAST')),
        key_kind text not null,
        area_code text not null,
        -- 'GES=M;ALT=U18': codes in the order of their names; empty is the total.
        dimensions text not null default '' check (dimensions = '' or dimensions ~ '^[^=;]+=[^=;]+(;[^=;]+=[^=;]+)*$'),
        value_flag text not null,
        population_base text check (population_base in ('ZENSUS_2011','ZENSUS_2022','MELDEREGISTER','MIKROZENSUS')),
        disclosure_state text not null default 'UNCHECKED' check (disclosure_state in ('UNCHECKED','PUBLISHABLE','PRIMARY','SECONDARY')),
        quality text not null default '',
        value numeric,
        numerator numeric,
        denominator numeric check (denominator >= 0),
        constraint observation_period check (period_start <= period_end),
        constraint observation_times check (superseded_at >= recorded_at),
        -- Whether a number stands there is what the flag says; only what is not sure enough may stand both ways.
        constraint observation_value check (case
          when value_flag in ('OK','ZERO','LESS_THAN_HALF_UNIT','PROVISIONAL','REVISED','ESTIMATED') then value is not null
          when value_flag = 'UNRELIABLE' then true
          when value_flag in ('SUPPRESSED_PRIMARY','SUPPRESSED_SECONDARY','NOT_MEANINGFUL','NOT_YET_AVAILABLE','TERRITORY_NOT_EXISTING') then value is null
          else false end),
        constraint observation_zero check (value_flag <> 'ZERO' or value = 0),
        constraint observation_area check (case key_kind
          when 'GERMANY' then area_code = 'DG'
          when 'LAND' then area_code ~ '^[0-9]{2}$'
          when 'REGION' then area_code ~ '^[0-9]{3}$'
          when 'KREIS' then area_code ~ '^[0-9]{5}$'
          when 'KREIS_PART' then area_code ~ '^[0-9]{6,8}$'
          when 'ASSOCIATION' then area_code ~ '^[0-9]{9}$'
          when 'AGS' then area_code ~ '^[0-9]{8}$'
          when 'ARS' then area_code ~ '^[0-9]{12}$'
          when 'MUNICIPALITY_PART' then area_code ~ '^[0-9]{8}[0-9A-Z-]{1,12}$'
          when 'OTHER' then area_code ~ '^[0-9A-Za-z_.-]{1,40}$'
          else false end),
        -- Numerator and denominator stand in one row, so they share status and base; the status has to be said.
        constraint observation_rate check (denominator is null or territory_status is not null)
      );
      -- One current value for each place, time and breakdown; the series of one area and all areas of an indicator are read by it.
      create unique index observation_current on observation
        (indicator_id, area_code, dimensions, period_end, period_start, version_id, population_base, territory_status)
        nulls not distinct where superseded_at is null;
      create index observation_import on observation (import_id) where import_id is not null;

      -- How many areas have a value, by indicator and period: what is missing is told without counting a million values.
      create table indicator_period (
        indicator_id uuid not null references indicator,
        key_kind text not null,
        period_kind text not null,
        period_start date not null,
        period_end date not null,
        areas integer not null,
        publishable integer not null,
        primary key (indicator_id, key_kind, period_end, period_start, period_kind)
      );

      create function count_indicator_periods(ids uuid[]) returns void language plpgsql as $$
      begin
        -- Two imports of one indicator count one after the other; the second sees what the first has written.
        perform 1 from indicator where id = any(ids) order by id for no key update;
        delete from indicator_period where indicator_id = any(ids);
        insert into indicator_period
          select indicator_id, key_kind, period_kind, period_start, period_end, count(distinct area_code),
                 count(distinct area_code) filter (where disclosure_state = 'PUBLISHABLE')
          from observation
          where indicator_id = any(ids) and dimensions = '' and superseded_at is null
            and value_flag not in ('NOT_YET_AVAILABLE','TERRITORY_NOT_EXISTING')
          group by indicator_id, key_kind, period_kind, period_start, period_end;
      end $$;
      -- What values point at is looked up, and locked as a foreign key would, once for each statement: three foreign keys
      -- look it up three times for each of a million values, which took half of the time of an import.
      create function observations_came() returns trigger language plpgsql as $$
      begin
        if exists (select from (select distinct version_id, indicator_id from came) told where not exists (
          select from indicator_version known where known.id = told.version_id and known.indicator_id = told.indicator_id for key share)) then
          raise foreign_key_violation using message = 'no such definition of this indicator', constraint = 'observation_version', table = 'observation';
        end if;
        if exists (select from (select distinct source_id from came where source_id is not null) told where not exists (
          select from data_source known where known.id = told.source_id for key share)) then
          raise foreign_key_violation using message = 'no such source', constraint = 'observation_source', table = 'observation';
        end if;
        if exists (select from (select distinct import_id from came where import_id is not null) told where not exists (
          select from data_import known where known.id = told.import_id for key share)) then
          raise foreign_key_violation using message = 'no such import', constraint = 'observation_import', table = 'observation';
        end if;
        -- An import of a million values counts once, at its end.
        if current_setting('rt.counts_later', true) = 'yes' then return null; end if;
        perform count_indicator_periods(array(select distinct indicator_id from came));
        return null;
      end $$;
      create function observations_went() returns trigger language plpgsql as $$
      begin
        perform count_indicator_periods(array(select distinct indicator_id from went));
        return null;
      end $$;
      create trigger observations_came after insert on observation referencing new table as came for each statement execute function observations_came();
      create trigger observations_changed after update on observation referencing new table as came for each statement execute function observations_came();
      create trigger observations_went after delete on observation referencing old table as went for each statement execute function observations_went();
      -- The other half of those foreign keys: what values point at stays.
      create function has_observations() returns trigger language plpgsql as $$
      declare found boolean;
      begin
        execute format('select exists (select from observation where %I = $1)', tg_argv[0]) using old.id into found;
        if found then
          raise foreign_key_violation using message = 'values point at it', constraint = tg_argv[1], table = 'observation';
        end if;
        return null;
      end $$;
      create trigger indicator_version_told after delete or update of id, indicator_id on indicator_version for each row execute function has_observations('version_id', 'observation_version');
      create trigger data_source_told after delete or update of id on data_source for each row execute function has_observations('source_id', 'observation_source');
      create trigger data_import_told after delete or update of id on data_import for each row execute function has_observations('import_id', 'observation_import');
`;
