import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defaultFormatTypes } from '@runder-tisch/domain/formats';
import { newId } from '../new-id';

/** The library of participation forms and what is made from it. */
export class Formats1760000000600 implements MigrationInterface {
  name = 'Formats1760000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table format_type (
        id uuid primary key,
        name text not null unique,
        description text not null,
        position integer not null,
        active boolean not null default true,
        group_size text not null default '',
        meeting_type text not null,
        phases jsonb not null default '[]',
        material text[] not null default '{}',
        agenda jsonb not null default '[]',
        invitation_text text not null default '',
        results_to_capture text[] not null default '{}',
        version integer not null default 1
      );

      create table participation_format (
        id uuid primary key,
        type_id uuid not null references format_type,
        title text not null,
        purpose text not null default '',
        state text not null check (state in ('DRAFT','PLANNED','OPEN','RUNNING','CLOSED','EVALUATED','FED_BACK','CANCELLED')),
        network_id uuid references network,
        planning_area_id uuid references planning_area,
        municipality_id uuid references municipality,
        target_groups text not null default '',
        capacity integer check (capacity > 0),
        accessibility_needs text not null default '',
        phases jsonb not null default '[]',
        material jsonb not null default '[]',
        agenda jsonb not null default '[]',
        invitation_text text not null default '',
        results jsonb not null default '[]',
        in_review_until date,
        returned_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        check (state <> 'FED_BACK' or returned_at is not null)
      );
      create index participation_format_list on participation_format (created_at desc, id desc);
      create index participation_format_type on participation_format (type_id);
      create index participation_format_network on participation_format (network_id);

      create table format_field (
        format_id uuid not null references participation_format on delete cascade,
        field_id uuid not null references field_of_action,
        primary key (format_id, field_id)
      );
      create index format_field_field on format_field (field_id);
    `);
    // What a county starts with; from then on the list belongs to its planners.
    for (const [position, type] of defaultFormatTypes.entries()) {
      await runner.query(
        `insert into format_type (id, name, description, position, group_size, meeting_type, phases, material, agenda, invitation_text, results_to_capture)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          newId(),
          type.name,
          type.description,
          position,
          type.groupSize,
          type.meetingType,
          JSON.stringify(type.phases),
          type.material,
          JSON.stringify(type.agenda),
          type.invitationText,
          type.resultsToCapture,
        ],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
