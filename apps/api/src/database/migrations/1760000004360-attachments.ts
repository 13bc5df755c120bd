import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unterlagen: files on any object whose kind says that it carries some, with their versions. */
export class Attachments1760000004360 implements MigrationInterface {
  name = 'Attachments1760000004360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attachment (
        id uuid primary key,
        object_kind text not null,
        -- An organisation is named by a key of its own: two that become one take their Unterlagen with them.
        organisation_id uuid references organisation,
        owner_id uuid,
        object_id uuid generated always as (coalesce(organisation_id, owner_id)) stored,
        -- The part of the object, such as an item of an agenda; where it is gone, the whole object counts.
        part_id uuid,
        title text not null check (trim(title) <> ''),
        visibility text not null check (visibility in ('INTERNAL', 'MEMBERS', 'PUBLIC')),
        current_number integer not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        deleted_at timestamptz,
        version integer not null default 1,
        constraint attachment_of_one check (num_nonnulls(organisation_id, owner_id) = 1),
        constraint attachment_organisation_by_key check ((object_kind = 'organisation') = (organisation_id is not null)),
        -- What hangs on a voice was handed over with it.
        constraint attachment_of_voice_internal check (object_kind <> 'feedback' or visibility = 'INTERNAL')
      );
      create index attachment_list on attachment (changed_at desc, id desc) where deleted_at is null;
      create index attachment_by_kind on attachment (object_kind, changed_at desc, id desc) where deleted_at is null;
      create index attachment_by_visibility on attachment (visibility, changed_at desc, id desc) where deleted_at is null;
      create index attachment_of_object on attachment (object_id, object_kind);
      create index attachment_organisation on attachment (organisation_id) where organisation_id is not null;
      create index attachment_deleted on attachment (deleted_at) where deleted_at is not null;
      create index attachment_title_similar on attachment using gin (fold(title) gin_trgm_ops);

      create table attachment_version (
        id uuid primary key,
        attachment_id uuid not null references attachment on delete cascade,
        number integer not null check (number >= 1),
        file_id uuid not null unique references file,
        file_name text not null,
        ending text not null,
        size integer not null,
        by_name text not null,
        note text not null default '',
        created_at timestamptz not null,
        constraint attachment_version_number unique (attachment_id, number)
      );
      alter table attachment add constraint attachment_current
        foreign key (id, current_number) references attachment_version (attachment_id, number) deferrable initially deferred;

      -- The bytes go with the last row that names them.
      create function attachment_file_removed() returns trigger language plpgsql as $$
      begin
        delete from file where id = old.file_id;
        return null;
      end $$;
      create trigger file_removed after delete on attachment_version for each row execute function attachment_file_removed();

      -- What is found by its name is not found when it is gone, whoever took it away.
      create function attachment_removed() returns trigger language plpgsql as $$
      begin
        delete from search_document where kind = 'attachment' and object_id = old.id;
        return null;
      end $$;
      create trigger search_removed after delete on attachment for each row execute function attachment_removed();

      -- Made a trigger of every table whose rows carry Unterlagen; its argument is the kind.
      create function attachments_removed() returns trigger language plpgsql as $$
      begin
        delete from attachment where object_id = old.id and object_kind = tg_argv[0];
        return old;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
