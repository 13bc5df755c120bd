import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who followed up a controlled resolution from when on, and who said so. */
export class ResponsibleForResolutions1760000004511 implements MigrationInterface {
  name = 'ResponsibleForResolutions1760000004511';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table control_responsible (
        id uuid primary key,
        control_id uuid not null references resolution_control on delete cascade,
        -- Null: nobody any more.
        person_id uuid references person,
        named_at timestamptz not null,
        named_by text not null,
        -- They took it on themselves, so nobody needs to tell them.
        taken boolean not null
      );
      create index control_responsible_course on control_responsible (control_id, named_at desc, id desc);
      create index control_responsible_person on control_responsible (person_id);
    `);
    // Until now whoever put it under control followed it up, or took it on.
    await runner.query(`
      insert into control_responsible (id, control_id, person_id, named_at, named_by, taken)
      select uuidv7(), control.id, control.responsible_person_id, control.created_at, first.reported_by, true
      from resolution_control control cross join lateral (select report.reported_by from control_report report
        where report.control_id = control.id order by report.reported_at, report.id limit 1) first
      where control.responsible_person_id is not null
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
