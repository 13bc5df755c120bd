import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails to an address that was left for the answer alone stand in no mailbox but the administration's. */
export class LeftAddressesStayUnread1760000004051 implements MigrationInterface {
  name = 'LeftAddressesStayUnread1760000004051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `select set_config('rt.actor', 'system', true), set_config('rt.use_case', 'outbox.left-addresses', true)`,
    );
    await runner.query(`
      update outbox_message set account_id = null, network_id = null
      from feedback_contact
      where object_kind = 'feedback' and object_id = feedback_contact.feedback_id and lower(to_address) = lower(feedback_contact.mail)
        and (account_id is not null or network_id is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
