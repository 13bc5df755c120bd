import { proposedInterfaces } from '@runder-tisch/domain/data-requests';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The interface register says since when, how protected and by which day; Fachplanungen stand in it. */
export class InterfaceVersions1760000004460 implements MigrationInterface {
  name = 'InterfaceVersions1760000004460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interface_agreement
        add column data_class text not null default 'AGGREGATED'
          constraint interface_agreement_data_class check (data_class in ('OPEN', 'AGGREGATED', 'SMALL_NUMBERS', 'INTERNAL')),
        add column valid_from date,
        -- From the end of a period until its delivery should be there.
        add column days_to_deliver integer not null default 30
          constraint interface_agreement_days check (days_to_deliver between 0 and 366);
    `);
    await runner.query(
      `select set_config('rt.actor', 'system', true), set_config('rt.use_case', 'interface.classes', true)`,
    );
    for (const { partner, name, dataClass, daysToDeliver } of proposedInterfaces)
      await runner.query(
        `update interface_agreement set data_class = $3, days_to_deliver = $4 where partner = $1 and name = $2`,
        [partner, name, dataClass, daysToDeliver],
      );
    await runner.query(`
      -- What was agreed from a day on; the newest says what the agreement itself says.
      create table interface_version (
        id uuid primary key,
        agreement_id uuid not null references interface_agreement on delete cascade,
        valid_from date,
        -- The first day no earlier version answers for.
        counts_from date,
        rhythm text not null check (rhythm in ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'SCHOOL_YEAR', 'PER_PLAN')),
        days_to_deliver integer not null check (days_to_deliver between 0 and 366),
        form text not null check (form in ('FFCSV', 'CSV', 'XLSX', 'REPORT', 'TABLE', 'FORM')),
        basis text not null default '',
        data_class text not null check (data_class in ('OPEN', 'AGGREGATED', 'SMALL_NUMBERS', 'INTERNAL')),
        constraint interface_version_day unique nulls not distinct (agreement_id, valid_from)
      );
      insert into interface_version (id, agreement_id, valid_from, counts_from, rhythm, days_to_deliver, form, basis, data_class)
      select uuidv7(), id, null, null, rhythm, days_to_deliver, form, basis, data_class from interface_agreement;

      -- Plans of other laws beside the Sozialplanung, and which interfaces each needs.
      create table sector_plan (
        id uuid primary key,
        name text not null check (trim(name) <> ''),
        sector text not null check (sector in ('YOUTH_WELFARE', 'CARE', 'SCHOOL', 'INCLUSION', 'OTHER')),
        state text not null check (state in ('IN_PREPARATION', 'IN_FORCE', 'IN_UPDATE', 'OUTDATED')),
        state_on date,
        unit text not null default '',
        link text not null default '',
        next_on date,
        note text not null default '',
        position integer not null,
        active boolean not null default true,
        version integer not null default 1
      );
      create unique index sector_plan_name on sector_plan (lower(name));

      create table sector_plan_interface (
        plan_id uuid not null references sector_plan on delete cascade,
        agreement_id uuid not null references interface_agreement on delete cascade,
        primary key (plan_id, agreement_id)
      );
      create index sector_plan_interface_agreement on sector_plan_interface (agreement_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
