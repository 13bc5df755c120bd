import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defaultEmergencyNumbers, defaultSearchTopics } from '@runder-tisch/domain/social-services';
import { newId } from '../new-id';

/** Two lists for the public search of offers: what people say in their own words, and whom to call at once. */
export class EverydaySearch1760000003950 implements MigrationInterface {
  name = 'EverydaySearch1760000003950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_topic (
        id uuid primary key,
        name text not null unique,
        said text not null,
        finds text not null,
        danger text not null default 'NONE' check (danger in ('NONE','VIOLENCE','CRISIS','CHILDREN','HEALTH')),
        position integer not null,
        active boolean not null default true,
        version integer not null default 1
      );

      create table emergency_number (
        id uuid primary key,
        name text not null unique,
        number text not null check (number ~ '^[+]?[0-9][0-9 ()/-]{1,38}$'),
        note text not null default '',
        danger text not null default 'ANY' check (danger in ('ANY','VIOLENCE','CRISIS','CHILDREN','HEALTH')),
        position integer not null,
        active boolean not null default true,
        version integer not null default 1
      );
    `);
    // What a county starts with; from then on the lists belong to its administration.
    for (const [index, it] of defaultSearchTopics.entries()) {
      await runner.query(
        `insert into search_topic (id, name, said, finds, danger, position) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), it.name, it.said, it.finds, it.danger, index + 1],
      );
    }
    for (const [index, it] of defaultEmergencyNumbers.entries()) {
      await runner.query(
        `insert into emergency_number (id, name, number, note, danger, position) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), it.name, it.number, it.note, it.danger, index + 1],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
