import { defaultInterfaces } from '@runder-tisch/domain/data-requests';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../new-id';

/** The interface register, what was asked for by it, and what came back. */
export class DataRequests1760000004220 implements MigrationInterface {
  name = 'DataRequests1760000004220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table interface_agreement (
        id uuid primary key,
        name text not null check (trim(name) <> ''),
        -- In words until it is one of the organisations, and beside it afterwards.
        partner text not null check (trim(partner) <> ''),
        organisation_id uuid references organisation,
        direction text not null check (direction in ('TO_PLANNING', 'FROM_PLANNING')),
        rhythm text not null check (rhythm in ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'SCHOOL_YEAR', 'PER_PLAN')),
        form text not null check (form in ('FFCSV', 'CSV', 'XLSX', 'REPORT', 'TABLE', 'FORM')),
        basis text not null default '',
        contact text not null default '',
        mail text not null default '',
        -- What a delivered table should have: name, meaning, example.
        columns jsonb not null default '[]' check (jsonb_typeof(columns) = 'array'),
        position integer not null,
        active boolean not null default true,
        version integer not null default 1
      );
      create unique index interface_agreement_name on interface_agreement (lower(partner), lower(name));
      create index interface_agreement_organisation on interface_agreement (organisation_id);

      create table data_request (
        id uuid primary key,
        number text not null unique,
        agreement_id uuid not null references interface_agreement,
        what text not null check (trim(what) <> ''),
        period text not null default '',
        due_on date not null,
        message text not null default '',
        state text not null check (state in ('DRAFT', 'SENT', 'ACKNOWLEDGED', 'DELIVERED', 'RETURNED', 'VALIDATED', 'IMPORTED', 'CLOSED', 'REFUSED')),
        created_by text not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        -- Mails that can be taken back together.
        batch_id uuid,
        reminded_at timestamptz,
        imported_rows integer check (imported_rows >= 0),
        version integer not null default 1,
        constraint data_request_sent check (state = 'DRAFT' or sent_at is not null),
        constraint data_request_imported check (imported_rows is null or state in ('IMPORTED', 'CLOSED'))
      );
      create index data_request_list on data_request (created_at desc, id desc);
      create index data_request_due on data_request (state, due_on);
      create index data_request_agreement on data_request (agreement_id, created_at desc);

      create table data_request_recipient (
        request_id uuid not null references data_request on delete cascade,
        position integer not null,
        name text not null default '',
        mail text not null check (mail <> ''),
        primary key (request_id, position)
      );
      create index data_request_recipient_mail on data_request_recipient (lower(mail));

      -- Every file that came; the newest counts. The file itself goes when it has had its time.
      create table data_request_delivery (
        id uuid primary key,
        request_id uuid not null references data_request on delete cascade,
        file_id uuid references file on delete set null,
        file_name text not null,
        size integer not null,
        sha256 text not null,
        row_count integer,
        by_name text not null check (trim(by_name) <> ''),
        remark text not null default '',
        findings text[] not null default '{}',
        delivered_at timestamptz not null
      );
      create index data_request_delivery_request on data_request_delivery (request_id, delivered_at desc);
      create index data_request_delivery_file on data_request_delivery (file_id);

      -- What happened with it and who said so; never changed.
      create table data_request_step (
        id uuid primary key,
        request_id uuid not null references data_request on delete cascade,
        state text not null,
        words text not null default '',
        by_name text not null,
        at timestamptz not null
      );
      create index data_request_step_request on data_request_step (request_id, at desc);
    `);
    for (const [position, it] of defaultInterfaces.entries()) {
      await runner.query(
        `insert into interface_agreement (id, name, partner, direction, rhythm, form, basis, columns, position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          it.name,
          it.partner,
          it.direction,
          it.rhythm,
          it.form,
          it.basis,
          JSON.stringify(it.columns),
          position + 1,
        ],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
