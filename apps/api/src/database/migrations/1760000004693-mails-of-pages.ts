import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages ask for the mails about what stands on them. */
export class MailsOfPages1760000004693 implements MigrationInterface {
  name = 'MailsOfPages1760000004693';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index inbox_mail_object on inbox_mail (object_kind, object_id) where object_kind is not null;
      create index inbox_mail_sender on inbox_mail (lower(from_mail));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
