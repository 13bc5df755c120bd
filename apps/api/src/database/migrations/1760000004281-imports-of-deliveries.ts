import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which delivery a file of figures was, and the key of a county that keeps no municipalities. */
export class ImportsOfDeliveries1760000004281 implements MigrationInterface {
  name = 'ImportsOfDeliveries1760000004281';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table data_request_import (
        import_id uuid primary key references data_import,
        delivery_id uuid not null references data_request_delivery on delete cascade
      );
      create index data_request_import_delivery on data_request_import (delivery_id);
      -- The import that closed it; taken back, it opens it again.
      alter table data_request add column closed_by_import_id uuid references data_import;
      create index data_request_closed_by_import on data_request (closed_by_import_id);

      alter table county_settings add column county_key text not null default ''
        constraint county_settings_key check (county_key = '' or county_key ~ '^[0-9]{5}$');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
