import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The county's settings and the lists its planners keep: municipalities, planning areas, fields of action. */
export class Lists1760000000300 implements MigrationInterface {
  name = 'Lists1760000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table county_settings (
        id uuid primary key,
        only_one boolean not null default true unique check (only_one),
        county_name text not null,
        logo_file_id uuid references file,
        sender_name text not null,
        sender_address text not null,
        reply_address text not null,
        imprint text not null,
        privacy_text text not null,
        accessibility_text text not null,
        set_up_at timestamptz,
        version integer not null default 1
      );

      create table planning_area (
        id uuid primary key,
        name text not null unique,
        position integer not null,
        active boolean not null default true,
        version integer not null default 1
      );

      create table municipality (
        id uuid primary key,
        ags text not null unique check (ags ~ '^[0-9]{8}$'),
        name text not null,
        planning_area_id uuid references planning_area,
        active boolean not null default true,
        version integer not null default 1
      );

      create table field_of_action (
        id uuid primary key,
        name text not null unique,
        description text not null,
        position integer not null,
        active boolean not null default true,
        version integer not null default 1
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
