import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defaultTextBlocks } from '@runder-tisch/domain/settings';
import { newId } from '../new-id';

/** Two more lists of the planners: places where meetings are held, and text blocks. */
export class PlacesAndTextBlocks1760000002800 implements MigrationInterface {
  name = 'PlacesAndTextBlocks1760000002800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table place (
        id uuid primary key,
        name text not null unique,
        street text not null default '',
        postal_code text not null default '' check (postal_code ~ '^([0-9]{5})?$'),
        city text not null default '',
        municipality_id uuid references municipality,
        note text not null default '',
        facets text[] not null default '{}',
        access_note text not null default '',
        capacity integer check (capacity > 0),
        contact text not null default '',
        active boolean not null default true,
        version integer not null default 1
      );
      create index place_municipality on place (municipality_id);

      -- The words of an invitation stay as they were sent; this says where they came from.
      alter table meeting add column place_id uuid references place;
      create index meeting_place on meeting (place_id);

      create table text_block (
        id uuid primary key,
        category text not null check (category in ('ANSWER','REASON','INVITATION','RETURN_MESSAGE')),
        name text not null,
        text text not null,
        position integer not null,
        active boolean not null default true,
        version integer not null default 1,
        constraint text_block_name unique (category, name)
      );
    `);
    // What a county starts with; from then on the list belongs to its planners.
    for (const [position, block] of defaultTextBlocks.entries()) {
      await runner.query(
        `insert into text_block (id, category, name, text, position) values ($1, $2, $3, $4, $5)`,
        [newId(), block.category, block.name, block.text, position + 1],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
