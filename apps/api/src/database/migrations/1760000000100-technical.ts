import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Technical1760000000100 implements MigrationInterface {
  name = 'Technical1760000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      -- Search and comparison without umlauts: "Koethen" finds "Köthen".
      create function fold(value text) returns text language sql immutable parallel safe strict as
        $$ select replace(replace(replace(replace(lower(value), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') $$;

      create table instance (
        id integer primary key check (id = 1),
        instance_id uuid not null,
        demo boolean not null default false,
        created_at timestamptz not null
      );
      insert into instance values (1, gen_random_uuid(), false, now());

      create table account (
        id uuid primary key,
        person_id uuid unique,
        mail text not null,
        display_name text not null,
        roles text[] not null check (roles <@ array['admin','planner','coordinator','provider','reader']),
        password_hash text,
        disabled_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null
      );
      create unique index account_mail on account (lower(mail));

      create table session (
        id uuid primary key,
        token_hash text not null unique,
        account_id uuid not null references account on delete cascade,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index session_account on session (account_id);

      create table mail_link (
        id uuid primary key,
        token_hash text not null unique,
        purpose text not null,
        person_id uuid,
        account_id uuid references account on delete cascade,
        object_kind text,
        object_id uuid,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null
      );
      create index mail_link_object on mail_link (object_kind, object_id);

      create table rate_limit (
        bucket text not null,
        window_start timestamptz not null,
        hits integer not null,
        primary key (bucket, window_start)
      );

      create table idempotency_key (
        owner text not null,
        use_case text not null,
        key text not null,
        request_hash text not null,
        result jsonb,
        created_at timestamptz not null default now(),
        primary key (owner, use_case, key)
      );

      create table audit_event (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        actor text not null,
        use_case text not null,
        request_id text not null,
        table_name text not null,
        object_id uuid,
        operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
        changes jsonb not null
      );
      create index audit_event_object on audit_event (object_id, id);
      create table audit_value (
        event_id bigint not null references audit_event,
        column_name text not null,
        salt uuid not null,
        before_value text,
        after_value text,
        primary key (event_id, column_name)
      );
      create table audit_seal (
        position bigint primary key,
        event_id bigint not null unique references audit_event,
        hash text not null
      );

      create table search_document (
        kind text not null,
        object_id uuid not null,
        title text not null,
        subtitle text not null,
        folded_title text not null,
        document tsvector not null,
        primary key (kind, object_id)
      );
      create index search_document_words on search_document using gin (document);
      create index search_document_title on search_document using gin (folded_title gin_trgm_ops);

      create table file (
        id uuid primary key,
        name text not null,
        media_type text not null,
        size integer not null check (size >= 0 and size <= 26214400),
        sha256 text not null,
        created_at timestamptz not null
      );
      create table file_part (
        file_id uuid not null references file on delete cascade,
        position integer not null,
        bytes bytea not null,
        primary key (file_id, position)
      );
      alter table file_part alter column bytes set storage external;

      create table object_snapshot (
        name text primary key,
        hash text not null,
        applied_at timestamptz not null default now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
