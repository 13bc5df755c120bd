import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With what an indicator can be compared is kept with its periods: nobody walks a million values to offer a choice. */
export class AreasOfIndicators1760000004546 implements MigrationInterface {
  name = 'AreasOfIndicators1760000004546';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator_area (
        indicator_id uuid not null references indicator,
        area_code text not null,
        primary key (indicator_id, area_code)
      );

      create or replace function count_indicator_periods(ids uuid[]) returns void language plpgsql as $$
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
        delete from indicator_area where indicator_id = any(ids);
        insert into indicator_area
          select distinct indicator_id, area_code from observation
          where indicator_id = any(ids) and dimensions = '' and superseded_at is null;
      end $$;

      insert into indicator_area
        select distinct indicator_id, area_code from observation where dimensions = '' and superseded_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
